import type { PlainDate } from '../calendar/plain-date.js';
import type { NodeId } from '../text/element.js';
import type { Finding } from '../text/finding.js';

/**
 * 本文の木から読み取った協約の中身。木が正で、これは木からいつでも作り直せる写し。
 *
 * 用語:
 * - 当事者 Party           : 協約を結ぶ地方公共団体
 * - 呼び名 designation     : 本文での当事者の指し方（両市・甲・乙・甲及び乙）
 * - 政策分野 PolicyField   : 別表の区分（1、2、3(1)…）
 * - 取組 Initiative        : 別表の一行（ア…）。役割 Role は当事者ごと
 * - 義務 Duty              : 費用分担（第4条）・連絡会議（第5条）・変更の手続（第6条）など、条から生じる務め
 */
export type DocumentKind = 'cooperation-agreement' | 'other';

/** 連携協約でない文書の種類。断る理由を言うために見分ける。 */
export type OtherKind =
  | 'entrustment-bylaws' // 事務委託の規約（法252条の14）
  | 'council-bylaws' // 協議会の規約（法252条の2の2）
  | 'joint-organ-bylaws' // 機関等の共同設置の規約（法252条の7）
  | 'union-bylaws' // 一部事務組合・広域連合の規約（法284条）
  | 'settlement-zone-accord' // 定住自立圏形成協定（法96条2項）
  | 'accord' // 法252条の2によらない協定
  | 'ordinance' // 条例・規則・法令
  | 'press-release' // 報道資料など条文を持たないもの
  | 'empty'
  | 'unknown';

export interface AgreementReading {
  readonly kind: DocumentKind;
  /** kind が other のときだけ */
  readonly otherKind?: OtherKind;
  readonly agreement: AgreementFacts;
  readonly policyFields: readonly PolicyField[];
  readonly initiatives: readonly Initiative[];
  readonly duties: readonly Duty[];
  /** 本文の読取が推定で補った節点（行は、結合の範囲を推定で広げた行）。文書順 */
  readonly inferredNodes: readonly NodeId[];
  /** 領域の読取で分かったこと（本文の読取の findings は含まない） */
  readonly findings: readonly Finding[];
}

export interface AgreementFacts {
  readonly title: string | null;
  /** 「地方自治法第252条の2第1項」。条の番号は算用数字に揃える */
  readonly legalBasis: string | null;
  readonly parties: readonly Party[];
  /** 締結日。日が欠ける案（令和　年　月　日）は null */
  readonly concludedOn: PlainDate | null;
  /** 作成した正本の数（「2通」） */
  readonly originals: number | null;
  /** 正本の保有者の書きぶり（「それぞれ各1通」）。本文のまま */
  readonly custody: string | null;
  readonly articles: readonly ArticleSummary[];
  readonly signatories: readonly Signatory[];
}

export interface Party {
  readonly name: string;
  /** 都道府県名で修飾されていれば（「島根県津和野町」→ 島根県） */
  readonly prefecture?: string;
  /** 全国地方公共団体コード（6桁）。名簿で一つに決まるときだけ */
  readonly code?: string;
  /** 本文での呼び名。「両市」のように全員を指す語は含まない（「甲」など） */
  readonly designation?: string;
}

export interface ArticleSummary {
  /** "3"、枝番号は "3の2" */
  readonly number: string;
  readonly caption: string | null;
  /** 項ごとの文字（号とその細分は改行でつなぐ） */
  readonly paragraphs: readonly string[];
  readonly node: NodeId;
}

export interface Signatory {
  /** 団体名（「山口市」） */
  readonly body: string;
  /** 職名（「山口市長」） */
  readonly title: string;
  /** 氏名。印字のまま、決して直さない */
  readonly name: string;
  readonly address: string | null;
}

export interface PolicyField {
  /** 「1」「3(1)」。別表が複数なら「別表第2」、その中の区分は「別表第2/1」 */
  readonly path: string;
  readonly label: string;
  readonly heading: string;
  /** 上位の区分（「3」）の見出し */
  readonly parent: { readonly label: string; readonly heading: string } | null;
  readonly node: NodeId;
}

export interface Initiative {
  /** 「1/ア」「3(1)/カ」「別表第2/(1)」。外側の区分から順に / でつなぐ */
  readonly path: string;
  readonly label: string;
  readonly name: string;
  readonly content: string;
  readonly contentInferred?: true;
  readonly roles: readonly Role[];
  /** 属する政策分野の path */
  readonly field: string | null;
  /** この取組を定める条（「第3条」）の節点 */
  readonly article: { readonly number: string; readonly node: NodeId } | null;
  readonly node: NodeId;
}

export interface Role {
  /** 呼び名が一つの当事者を指すなら当事者の名、そうでなければ印字のまま（両市、甲及び乙） */
  readonly party: string;
  /** 役割を負う当事者の名（両市なら全員） */
  readonly bodies: readonly string[];
  readonly text: string;
  /** 原文から失われた文字を推定で補った */
  readonly inferred?: true;
}

export type DutyKind = 'cost-sharing' | 'conference' | 'change-procedure' | 'vision' | 'term' | 'termination-notice' | 'doubt';

export interface Duty {
  readonly kind: DutyKind;
  /** 根拠の条（「4」） */
  readonly article: string;
  /** 根拠の項（「2」）。条が二項以上のときだけ */
  readonly paragraph?: string;
  readonly caption: string | null;
  /** 義務を定める文。本文のまま */
  readonly text: string;
  /** 義務を負う者の書きぶり（「両市の長」） */
  readonly bearer: string | null;
  /** 毎年度など、本文が言う頻度 */
  readonly frequency: 'yearly' | null;
  readonly node: NodeId;
}

/** 団体の名簿。名から団体コードを引くために読取へ渡す。 */
export interface DirectoryEntry {
  readonly code: string;
  readonly name: string;
  readonly prefecture: string;
}
