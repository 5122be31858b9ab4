import { isElement, isLabelled, labelOf, type Element, type LawDocument } from '../src/index.js';

/** 導かれる標目もすべて印字に直した木。書きぶり（labels）の選び方によらず「印字が同じ」ことを比べる。 */
export function printedTree(document: LawDocument): Element {
  const visit = (element: Element): Element => ({
    ...element,
    ...(isLabelled(element.tag) && element.num !== undefined ? { label: labelOf(element, document.labels) } : {}),
    children: element.children.map((child) => (isElement(child) ? visit(child) : child)),
  });
  return visit(document.root);
}
