import { textOf, walk, type AgreementReading, type Element, type LawDocument, type NodeId } from '@renkei/core';

/**
 * 本文の画面で「推定」と示す欄。読取が推定と言う内容・役割と同じ文字を持つ、同じ表の欄に印を付ける。
 */
export function inferredNodes(document: LawDocument, reading: AgreementReading): ReadonlySet<NodeId> {
  const inferred = new Set<NodeId>();
  const lost = new Map(
    reading.initiatives.map((i) => [i.node, new Set([...(i.contentInferred === true ? [i.content] : []), ...i.roles.filter((r) => r.inferred === true).map((r) => r.text)])]),
  );
  for (const table of walk(document.root)) {
    if (table.tag !== 'Table') continue;
    const elements = [...walk(table)];
    const texts = new Set(elements.flatMap((e) => [...(lost.get(e.id) ?? [])]));
    if (texts.size === 0) continue;
    for (const cell of elements) if (isCell(cell) && texts.has(textOf(cell))) inferred.add(cell.id);
  }
  return inferred;
}

const isCell = (element: Element): boolean => element.tag === 'TableColumn';
