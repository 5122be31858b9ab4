import type { PlainDate } from '../../calendar/plain-date.js';
import type { Amendment } from '../operation.js';

/**
 * 改正の文書（一部を変更する連携協約、一部を改正する条例、全部変更、廃止）。改め文だけ（枠なし）もこの形で持つ。
 * 枠の文は印字のまま持ち、日付や対象はそこから読み取った値である（印字と値が食い違わない）。
 */
export interface Instrument {
  /** 題名より前の行（公布文・公布者・例規番号）。印字のまま */
  readonly heading: readonly string[];
  readonly title: string | null;
  /** 締結文・制定文（字下げを除く） */
  readonly enacting: readonly string[];
  /** 改められる文書ごと。条建てでなければ一つ */
  readonly parts: readonly InstrumentPart[];
  readonly suppl: InstrumentSuppl | null;
  /** 作成文・締結日・署名欄（それに続く別表）。印字のまま */
  readonly closing: readonly string[];
}

export interface InstrumentPart {
  /** 条建てのときの条名（第1条）と見出し */
  readonly article: { readonly label: string; readonly caption: string | null } | null;
  /** 柱書。改め文だけのときは無い */
  readonly lead: AmendingLead | null;
  readonly amendment: Amendment;
  /** 改正規定ごとの、原文の行番号（1から） */
  readonly lines: readonly number[];
  /** 全部変更の新しい本文、新旧対照表方式の文と表、改正規定の外の行（備考…）。印字のまま */
  readonly text: readonly string[];
  /** 新旧対照表方式か。操作は表の全部を指す一つだけで、当てることはできない */
  readonly byTable: boolean;
}

/** partial: 一部変更 / whole: 全部変更 / abolition: 廃止 */
export type AmendingForm = 'partial' | 'whole' | 'abolition';

/** 柱書（字下げを除いた印字 text）と、そこから読み取った対象。 */
export interface AmendingLead {
  readonly text: string;
  readonly form: AmendingForm;
  readonly verb: '変更' | '改正' | '廃止';
  /** 改められる文書の題名 */
  readonly name: string;
  /** 「（平成29年3月30日締結）」「（平成17年山口市条例第75号）」の中 */
  readonly identification: string | null;
  readonly concludedOn: PlainDate | null;
  /** 廃止の「令和9年3月31日限り」 */
  readonly lastDay: PlainDate | null;
}

/** 附則。label は附則の題（附則の文だけなら空）、lines はその後の行（印字のまま）。ほかはそこから読み取った値。 */
export interface InstrumentSuppl {
  readonly label: string;
  readonly lines: readonly string[];
  readonly provisions: readonly SupplClause[];
  readonly inForce: InForce | null;
  readonly later: readonly LaterInForce[];
  /** 「令和14年3月31日限り、その効力を失う」 */
  readonly expiresOn: PlainDate | null;
}

/** 附則の一項（一条）。label は「1」「第2条」（無番号なら無い） */
export interface SupplClause {
  readonly caption: string | null;
  readonly label: string | null;
  readonly text: string;
}

/** いつから施行するか（効力を生ずるか）。other は「公布の日から起算して…」など日に定まらないもの */
export type InForce =
  | { readonly kind: 'on'; readonly date: PlainDate }
  | { readonly kind: 'conclusion' | 'promulgation' }
  | { readonly kind: 'other'; readonly text: string };

/** ただし書で別の日から施行するもの。clauses は「第5条に1項を加える改正規定」など印字のまま */
export interface LaterInForce {
  readonly clauses: readonly string[];
  readonly inForce: InForce;
}
