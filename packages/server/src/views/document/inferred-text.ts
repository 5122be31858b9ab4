import { childElements, isElement, type Element, type LawDocument, type NodeId } from '@renkei/core';

/** 推定で補った節点のうち、文字を直に持つものだけに絞る。入れ物（行・欄）の印は中の文字に移す。 */
export function inferredText(document: LawDocument, inferred: ReadonlySet<NodeId>): ReadonlySet<NodeId> {
  const marked = new Set<NodeId>();
  if (inferred.size === 0) return marked;
  const visit = (element: Element, within: boolean): void => {
    const here = within || inferred.has(element.id);
    if (element.children.some((child) => !isElement(child))) {
      if (here) marked.add(element.id);
      return;
    }
    for (const child of childElements(element)) visit(child, here);
  };
  visit(document.root, false);
  return marked;
}
