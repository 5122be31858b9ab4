import { isElement, type Content, type Element } from '../text/element.js';
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
  const childrenA = printedChildren(a);
  const childrenB = printedChildren(b);
  const shared = Math.min(childrenA.length, childrenB.length);
  for (let i = 0; i < shared; i += 1) {
    const childA = childrenA[i]!;
    const childB = childrenB[i]!;
    if (!isElement(childA) || !isElement(childB)) {
      if (isElement(childA) || isElement(childB) || writeRun(childA) !== writeRun(childB)) return { a, b };
      continue;
    }
    const found = firstDifference(childA, childB, labelsA, labelsB);
    if (found) return found;
  }
  if (childrenA.length !== childrenB.length) return { a: elementOr(childrenA[shared], a), b: elementOr(childrenB[shared], b) };
  return undefined;
}

/** 要素と、要素の間に印字される文字（引用を含む文の地の文）。 */
function printedChildren(element: Element): readonly Content[] {
  return element.children.every(isElement) ? element.children : element.children.filter((child) => isElement(child) || writeRun(child) !== '');
}

function elementOr(child: Content | undefined, parent: Element): Element | null {
  if (child === undefined) return null;
  return isElement(child) ? child : parent;
}

/** 表の結合。1 は書いても書かなくても同じ */
function spansOf(element: Element): string {
  const { rowspan = '1', colspan = '1' } = element.attr;
  return rowspan === '1' && colspan === '1' ? '' : `${rowspan}×${colspan}`;
}
