import type { AgreementView } from '@renkei/app';
import type { NodeId } from '@renkei/core';

/** 推定で補った節点。補ったものは必ず報告されているので、報告の「採った文字」と確かさから拾う。 */
export function inferredNodes({ findings }: Pick<AgreementView, 'findings'>): ReadonlySet<NodeId> {
  return new Set(findings.flatMap((f) => (f.at.node !== undefined && f.assumed !== undefined && f.confidence !== undefined && f.confidence !== 'certain' ? [f.at.node] : [])));
}
