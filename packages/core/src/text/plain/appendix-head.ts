import { childElements, textOf, type Element } from '../element.js';
import { draft, textDraft, type Draft } from './draft.js';
import type { AppdxLine } from './line-kind.js';
import type { LineBlock } from './prepare-blocks.js';
import { traced } from './traced-text.js';

/** 別表・様式・別記などの頭の行「別表第1（第3条関係）」の読みと書き。 */
export function readAppendixHead(block: LineBlock, line: AppdxLine): Draft {
  const titleTag = line.tag === 'Appdx' ? 'ArithFormulaNum' : (`${line.tag}Title` as const);
  const node = draft(line.tag, [textDraft(titleTag, { text: line.title, pieces: block.body.pieces })]);
  if (line.related !== undefined) {
    const related = `（${line.related.slice(1, -1)}）`;
    node.children.push(textDraft('RelatedArticleNum', traced(related, block.body.pieces[0]!.start + line.relatedAt)));
  }
  return node;
}

/** 頭の行になる子（題名と関係条）。残りの子は中身。 */
export const appendixHeadParts = (part: Element): Element[] => childElements(part).filter((c) => /Title$|^ArithFormulaNum$|^RelatedArticleNum$/.test(c.tag));

export const writeAppendixHead = (part: Element): string[] => {
  const head = appendixHeadParts(part);
  return head.length > 0 ? [head.map(textOf).join('')] : [];
};
