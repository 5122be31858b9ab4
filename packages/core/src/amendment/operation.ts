import type { Location, Target } from './location.js';

/**
 * 一つの操作 = 場所 × 動作。型を一つずつ並べるのではなく、どの場所にもどの動作も組み合わせられる。
 * 改め文・新旧対照表・溶け込みは、同じ操作の三つの見せ方である。
 */
export interface Operation {
  /** 「第1条、第5条及び第6条中…」は三つの場所 */
  readonly targets: readonly Target[];
  readonly action: Action;
}

/** 改正規定（一文）。操作は書かれた順。ブロック（新しい規定の本文）を持てるのは最後の操作だけ。 */
export interface AmendingProvision {
  readonly operations: readonly Operation[];
}

/** 改め文の本体。書かれた順に当てる。 */
export type Amendment = readonly AmendingProvision[];

export type Action =
  /** 「A」及び「B」を「C」に改める */
  | { readonly kind: 'replaceWords'; readonly words: readonly Quote[]; readonly to: string }
  /** 「A」及び「B」の下に「C」を加える */
  | { readonly kind: 'insertWords'; readonly after: readonly Quote[]; readonly text: string }
  /** 「A」、「B」及び「C」を削る */
  | { readonly kind: 'deleteWords'; readonly words: readonly Quote[] }
  /** 次のように改める。「第4条　削除」（番号を残す）もこの形 */
  | { readonly kind: 'replaceWhole'; readonly block: Block }
  /** 見出しを「（A）」に改める */
  | { readonly kind: 'replaceText'; readonly text: string }
  /** 見出しとして「（A）」を付する */
  | { readonly kind: 'attachCaption'; readonly text: string }
  /** 次の1条を加える・次のように加える・後段として次のように加える */
  | { readonly kind: 'add'; readonly where: AddPosition; readonly what: Added; readonly block: Block }
  /** 削る（跡を残さない） */
  | { readonly kind: 'delete' }
  /** 第四条を第五条とし。場所は移した後の番号で呼ぶ */
  | { readonly kind: 'move'; readonly to: Location }
  /** 一条ずつ繰り下げる（by > 0）・繰り上げる（by < 0） */
  | { readonly kind: 'shift'; readonly by: number };

/** 引用する字句。until があれば「A」から「B」まで。 */
export interface Quote {
  readonly text: string;
  readonly until?: string;
}

/** end: …に加える / after: …の次に加える / before: …の前に加える */
export type AddPosition = 'end' | 'after' | 'before';

/** 加えるものの呼び方。「次の見出し及び二条」「次の一号及び二項」「後段として次のように」 */
export interface Added {
  /** 空なら「次のように」 */
  readonly units: readonly AddedUnit[];
  /** 「第1項として」「後段として」「備考として」の「として」の前 */
  readonly as?: string;
}

/** unit は 条・項・号・編・章・節・款・目・表・様式・見出し・ただし書・各号・ように など印字の語。count が無ければ数を言わない */
export interface AddedUnit {
  readonly unit: string;
  readonly count?: number;
}

/**
 * 新しい規定の本文。溶け込んだ後の配字の行（改め文としての字下げは除いてある）。
 * 木に直すには、どこに何を加えるかと文書の書きぶりが要るので、当てるとき（readBlock）に直す。
 */
export interface Block {
  readonly lines: readonly string[];
}
