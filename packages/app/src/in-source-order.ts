import { walk, type Finding, type NodeId, type Reading } from '@renkei/core';
import type { OpenedSource } from './ports.js';

/** 報告を原文の順に並べる。場所を持たないもの（文書全体のこと）が先、同じ場所では元の順。 */
export function inSourceOrder(findings: readonly Finding[], source: OpenedSource, reading: Reading): Finding[] {
  const text = source.content.kind === 'blocks' ? source.content.source.text : source.content.text;
  const lineStarts = startsOfLines(text);
  const order = documentOrder(reading);
  const place = ({ at }: Finding): readonly [offset: number, node: number] => {
    const node = at.node === undefined ? -1 : (order.get(at.node) ?? -1);
    const offset = at.span?.start ?? (at.node === undefined ? undefined : reading.spans.get(at.node)?.[0]?.start);
    return [offset ?? (at.line === undefined ? -1 : (lineStarts[at.line - 1] ?? text.length)), node];
  };
  return findings
    .map((finding) => ({ finding, place: place(finding) }))
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
    .map(({ finding }) => finding);
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}

function documentOrder(reading: Reading): ReadonlyMap<NodeId, number> {
  const order = new Map<NodeId, number>();
  for (const element of walk(reading.document.root)) order.set(element.id, order.size);
  return order;
}
