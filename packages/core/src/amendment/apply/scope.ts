import type { LabelForms } from '../../text/label.js';
import type { Step } from '../location.js';
import type { RowRange } from '../table/table-names.js';
import type { ArticleIndex } from './article-index.js';
import { collectRuns, runText, type DraftNode } from './draft-tree.js';

/** 改正の場所が指すもの。 */
export interface Scope {
  readonly kind: Step['kind'] | 'root';
  /** 指された節点。各号・表の項などは幾つもある */
  readonly nodes: readonly DraftNode[];
  /** 節点より狭いとき（ただし書・欄の一部）の、字句の範囲 */
  readonly spans?: readonly Span[];
  /** 節点の中で除くもの（の表以外の部分・備考以外の部分） */
  readonly outside?: readonly DraftNode[];
  /** 見出しを含む。 */
  readonly captions?: boolean;
  /** 部・項・欄のある表と、その行 */
  readonly table?: DraftNode;
  readonly rows?: RowRange;
}

/** run の印字の一部 */
export interface Span {
  readonly run: DraftNode;
  readonly start: number;
  readonly end: number;
}

export interface ResolveContext {
  /** LawBody */
  readonly body: DraftNode;
  readonly labels: LabelForms;
  readonly articles: ArticleIndex;
}

const CAPTIONS = ['ArticleCaption', 'ParagraphCaption'];

/** 字句の操作が及ぶ範囲を文書順に。条や項を指すだけでは、その見出しに及ばない。 */
export function spansOf(scope: Scope): Span[] {
  if (scope.spans) return [...scope.spans];
  const spans: Span[] = [];
  for (const node of scope.nodes) {
    const skipsCaption = !scope.captions && (node.tag === 'Article' || node.tag === 'Paragraph');
    for (const run of collectRuns(node)) {
      if (skipsCaption && CAPTIONS.includes(run.tag) && run.parent === node) continue;
      if (scope.outside && isInside(run, scope.outside)) continue;
      spans.push({ run, start: 0, end: runText(run).length });
    }
  }
  return spans;
}

function isInside(node: DraftNode, outer: readonly DraftNode[]): boolean {
  for (let at: DraftNode | null = node; at; at = at.parent) if (outer.includes(at)) return true;
  return false;
}
