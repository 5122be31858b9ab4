import { isElement, type Element, type NodeId } from '../../../text/element.js';
import { readRun } from '../../run.js';

/** 欄の文字を替えた表。 */
export function withTexts(table: Element, texts: ReadonlyMap<NodeId, string>): Element {
  if (texts.size === 0) return table;
  let count = 0;
  const newId = (): NodeId => `draft${(count += 1)}` as NodeId;
  const visit = (element: Element): Element => {
    const text = texts.get(element.id);
    if (text !== undefined) return readRun(element, text, newId);
    return element.tag === 'Table' || element.tag === 'TableRow' || element.tag === 'TableHeaderRow'
      ? { ...element, children: element.children.map((child) => (isElement(child) ? visit(child) : child)) }
      : element;
  };
  return visit(table);
}
