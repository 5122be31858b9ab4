import { isElement, walk, type Element, type LawDocument, type NodeId } from '../../text/element.js';
import type { Consequence } from '../consequence.js';
import { readRun, writeRun } from '../run.js';

/** 採ることにしたハネを next に書き込む。もう一度起案すれば、改め文に入る。直し方の決まらないハネは何もしない。 */
export function settle(next: LawDocument, consequences: readonly Consequence[]): LawDocument {
  const byRun = new Map<NodeId, Consequence[]>();
  for (const consequence of consequences) byRun.set(consequence.node, [...(byRun.get(consequence.node) ?? []), consequence]);
  if (byRun.size === 0) return next;
  let last = 0;
  for (const { id } of walk(next.root)) last = Math.max(last, Number(/\d+$/.exec(id)?.[0] ?? 0));
  const newId = (): NodeId => `n${(last += 1)}` as NodeId;
  const visit = (element: Element): Element => {
    const chosen = byRun.get(element.id);
    if (chosen) return readRun(element, rewritten(writeRun(element), chosen), newId);
    let changed = false;
    const children = element.children.map((child) => {
      if (!isElement(child)) return child;
      const made = visit(child);
      changed ||= made !== child;
      return made;
    });
    return changed ? { ...element, children } : element;
  };
  return { ...next, root: visit(next.root) as Element<'Law'> };
}

/** 後ろの語から書き換える。重なる語は、前にあるものだけを採る。 */
function rewritten(text: string, chosen: readonly Consequence[]): string {
  let out = text;
  let limit = text.length;
  for (const { start, end, replacement } of chosen.toSorted((a, b) => b.start - a.start)) {
    if (end > limit) continue;
    out = out.slice(0, start) + replacement + out.slice(end);
    limit = start;
  }
  return out;
}
