import { isElement, type Element, type LawDocument } from '../../text/element.js';
import { derivedLabel, labelOf, type LabelForms } from '../../text/label.js';
import { isLabelled, type Tag } from '../../text/tag.js';

/** 印字を変えずに、標目の書きぶりだけを別の文書のものに言い換える。新しい規定は base の書きぶりで読み戻されるからである。 */
export function relabelled(document: LawDocument, labels: LabelForms): LawDocument {
  const keys = Object.keys(labels) as (keyof LabelForms)[];
  if (keys.every((k) => labels[k] === document.labels[k])) return document;
  const visit = <T extends Tag>(element: Element<T>): Element<T> => {
    const children = element.children.map((c) => (isElement(c) ? visit(c) : c));
    if (!isLabelled(element.tag) || element.num === undefined) return { ...element, children };
    const { label: _, ...rest } = element;
    const printed = labelOf(element, document.labels);
    return { ...rest, ...(printed === derivedLabel(element.tag, element.num, labels) ? {} : { label: printed }), children };
  };
  return { root: visit(document.root), labels };
}
