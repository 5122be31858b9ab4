import { isElement, type Element } from '../text/element.js';
import { labelOf, type LabelForms } from '../text/label.js';
import { isLabelled } from '../text/tag.js';
import { isRun, writeRun } from './run.js';

/** 規定の印字を一続きの文字列に。報告に「どこが違うか」を示すときと、本文のハッシュに使う。 */
export function printedPart(element: Element, labels: LabelForms): string {
  if (isRun(element)) return writeRun(element);
  const label = isLabelled(element.tag) ? (labelOf(element, labels) ?? '') : '';
  const inner = element.children.filter(isElement).map((c) => printedPart(c, labels)).filter((t) => t !== '');
  return [...(label === '' ? [] : [label]), ...inner].join('　');
}
