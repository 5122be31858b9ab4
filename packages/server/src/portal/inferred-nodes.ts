import { walk, type AgreementReading, type LawDocument, type NodeId } from '@renkei/core';

/**
 * 本文の画面で「推定」と示す節点。文字を推定で補ったものだけを示し、
 * 結合の範囲だけを推定した行（文字は原文にある）は、取組の画面と報告で示す。
 */
export function inferredNodes(document: LawDocument, reading: AgreementReading): ReadonlySet<NodeId> {
  const inferred = new Set(reading.inferredNodes);
  if (inferred.size === 0) return inferred;
  for (const element of walk(document.root)) if (element.tag === 'TableRow') inferred.delete(element.id);
  return inferred;
}
