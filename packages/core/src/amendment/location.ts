import type { ProvisionNum } from '../text/element.js';
import type { GroupTag } from '../text/tag.js';

/**
 * 改正の場所。題名・条・項・表の欄…を、改め文が呼ぶとおりの段（Step）で外から内へ並べたもの。
 * 節点の id は持たない。番号は、その操作の直前（それより前の操作を終えた時点）の番号である。
 * 「同条」「同項」「同表」は印字の略で、ここでは常に略さない場所になっている。
 */
export type Location = readonly Step[];

/** 一つの場所、又は「第2条から第4条まで」。through は from と同じ階層。 */
export interface Target {
  readonly from: Location;
  readonly through?: Location;
}

export type Step =
  /** 題名・制定文・目次・前文・本則・締結文 */
  | { readonly kind: 'title' | 'enactStatement' | 'toc' | 'preamble' | 'main' | 'closing' }
  /** 制定時の附則が幾つもあるときの二つ目からは、nth を添えて「二番目の附則」 */
  | { readonly kind: 'suppl'; readonly nth?: number }
  /** 第二章。level は編章節款目 */
  | { readonly kind: 'group'; readonly level: GroupTag; readonly num: ProvisionNum }
  /** 第三条の二・第２項・第一号。item は別表の中の号にも使う */
  | { readonly kind: 'article' | 'paragraph' | 'item'; readonly num: ProvisionNum }
  /** 号の細分。label は印字のまま（ア、（１）、ロの二）。どの階層かは場所と文書の書きぶりから決まる */
  | { readonly kind: 'subitem'; readonly label: string }
  /** 別表の区分。label は印字のまま（別表1の表の「1」、別表3の(1)の「3」「(1)」） */
  | { readonly kind: 'section'; readonly label: string }
  /** 条の見出し・条の前の（共通）見出し・「（見出しを含む。）」・章名 */
  | { readonly kind: 'caption' | 'sharedCaption' | 'captionIncluded' | 'groupTitle' }
  /** 本文・ただし書・前段・中段・後段 */
  | { readonly kind: 'sentence'; readonly part: SentencePart }
  /** 各号列記以外の部分・各号 */
  | { readonly kind: 'lead' | 'eachItem' }
  /**
   * 別表第二・別記様式第五号の二・付録第一。head は「別表」「様式」「別記様式」…、num は無番号なら無い。
   * 同じ題名が幾つもあるときは、関係条（related は「（第十七条関係）」の印字）か、順序（nth は「二番目の」）を添える
   */
  | { readonly kind: 'appendix'; readonly head: string; readonly num?: ProvisionNum; readonly nth?: number; readonly related?: string }
  /** 関係条「（第3条関係）」 */
  | { readonly kind: 'relatedArticle' }
  /** の表（nth は「第二の表」など何番目か）・の表以外の部分 */
  | { readonly kind: 'table'; readonly nth?: number }
  | { readonly kind: 'outsideTable' | 'outsideRemarks' }
  /** 〇〇の部・〇〇の項・〇〇の欄（上欄・中欄・下欄を含む）。name は印字のまま */
  | { readonly kind: 'part' | 'row' | 'column'; readonly name: string }
  /** 備考・備考２・注３ */
  | { readonly kind: 'remarks' | 'note'; readonly num?: ProvisionNum }
  /** 改正規定。of は改められる側の場所、law は「〇〇法施行令第八条の改正規定」の法令名、adding は「加える」「次に…を加える」などの動作の印字 */
  | { readonly kind: 'amendClause'; readonly of: readonly Target[]; readonly law?: string; readonly acting?: string }
  /** 上のどれでもない呼び方（算式、記載心得、歳入の表…）。印字のまま */
  | { readonly kind: 'named'; readonly name: string };

export type SentencePart = '本文' | 'ただし書' | '前段' | '中段' | '後段';
