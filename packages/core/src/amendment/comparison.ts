import type { NodeId } from '../text/element.js';

/** 新旧対照表。変わった規定だけの行。表示の形（HTML・Word・平文）はこれだけから作る。 */
export interface Comparison {
  readonly newTitle: string;
  readonly oldTitle: string;
  readonly left: 'new' | 'old';
  readonly emptySide: 'words' | 'blank';
  readonly rows: readonly ComparisonRow[];
}

/** 一行。片側が無ければ新設・削る。 */
export interface ComparisonRow {
  readonly old: readonly ComparisonLine[] | null;
  readonly new: readonly ComparisonLine[] | null;
  /** この行を作った操作（通し番号） */
  readonly operations: readonly number[];
  /** 行の対象（条・別表…）。新があれば新の、無ければ旧の節点 */
  readonly node: NodeId;
}

/** 一行の印字 */
export interface ComparisonLine {
  /** 全角何字下げか */
  readonly indent: number;
  readonly spans: readonly ComparisonSpan[];
  /** 表の行。欄ごとの印字（spans は空） */
  readonly cells?: readonly ComparisonCell[];
}

export interface ComparisonCell {
  readonly spans: readonly ComparisonSpan[];
  readonly rowspan?: number;
  readonly colspan?: number;
  readonly header?: boolean;
}

export interface ComparisonSpan {
  readonly text: string;
  /** 変わった文字（旧では削る、新では加える）。下線を引く */
  readonly changed?: boolean;
  /** 本文の字でなく、（略）（新設）（削る）と書いたもの */
  readonly omitted?: boolean;
}
