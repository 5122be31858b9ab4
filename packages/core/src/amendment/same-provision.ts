import { isElement, type Element } from '../text/element.js';
import { labelOf, type LabelForms } from '../text/label.js';
import { isLabelled } from '../text/tag.js';
import { isRun, writeRun } from './run.js';

/**
 * 同じ規定か。改め文で言えるもの（構造・標目・印字・表の結合）がすべて同じこと。
 * 文の区切り・id・印字に出ない属性は見ない。証明（prove）の「同じ」はこれである。
 */
export function sameProvision(a: Element, b: Element, labelsA: LabelForms, labelsB: LabelForms): boolean {
  return firstDifference(a, b, labelsA, labelsB) === undefined;
}

/** 最初に違う所。同じなら undefined。片側の節点が無ければ null。 */
export function firstDifference(
  a: Element, b: Element, labelsA: LabelForms, labelsB: LabelForms,
): { readonly a: Element | null; readonly b: Element | null } | undefined {
  if (a.tag !== b.tag || spansOf(a) !== spansOf(b)) return { a, b };
  if (isLabelled(a.tag) && (labelOf(a, labelsA) ?? '') !== (labelOf(b, labelsB) ?? '')) return { a, b };
  const runA = isRun(a);
  if (runA !== isRun(b)) return { a, b };
  if (runA) return writeRun(a) === writeRun(b) ? undefined : { a, b };
  const childrenA = a.children.filter(isElement);
  const childrenB = b.children.filter(isElement);
  const shared = Math.min(childrenA.length, childrenB.length);
  for (let i = 0; i < shared; i += 1) {
    const found = firstDifference(childrenA[i]!, childrenB[i]!, labelsA, labelsB);
    if (found) return found;
  }
  if (childrenA.length !== childrenB.length) return { a: childrenA[shared] ?? null, b: childrenB[shared] ?? null };
  return undefined;
}

/** 表の結合。1 は書いても書かなくても同じ */
function spansOf(element: Element): string {
  const { rowspan = '1', colspan = '1' } = element.attr;
  return rowspan === '1' && colspan === '1' ? '' : `${rowspan}×${colspan}`;
}
