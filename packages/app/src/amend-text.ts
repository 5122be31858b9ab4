import { applyAmendment, chooseProfile, err, ok, proveAmendment, readAgreement, writeAmendment, type AgreementReading, type Amendment, type Applied, type DirectoryEntry, type Finding, type LawDocument, type NodeId, type PlainDate, type Result } from '@renkei/core';
import { printedText } from './printed-text.js';
import type { Sha256 } from './ports.js';
import type { AmendedText } from './read-model.js';

export interface AmendTextRequest {
  readonly document: LawDocument;
  readonly reading: AgreementReading;
  /** 当てる前の本文の報告 */
  readonly findings: readonly Finding[];
  readonly amendment: Amendment;
  /** 改正規定ごとの、改め文の行（報告の場所） */
  readonly lines: readonly number[];
  /** 施行の日（それより前の日付を見つけるため） */
  readonly inForceOn: PlainDate;
  /** これまでの版で使った節点の id の最大 */
  readonly idsAfter: number;
  readonly directory: readonly DirectoryEntry[];
}

export interface ProvedText extends AmendedText {
  /** 操作を改め文として印字したものの SHA-256 */
  readonly amendmentSha256: string;
}

/**
 * 変更を当て、証明し、協約として読み直す。
 * 証明: 操作を改め文に刷り、読み戻して当て、同じ本文になること。一致しなければ断る。
 */
export function amendText({ document, reading, findings, amendment, lines, inForceOn, idsAfter, directory }: AmendTextRequest, sha256: Sha256): Result<ProvedText, readonly Finding[]> {
  const applied = applyAmendment(document, amendment, { lines, inForceOn, idsAfter });
  if (!applied.ok) return applied;
  const printed = writeAmendment(amendment, chooseProfile(document));
  const proof = proveAmendment(document, printed, applied.value.document);
  if (!proof.exact) return err(proof.findings);
  const read = readAgreement({ document: applied.value.document, findings: [], spans: new Map(), inferred: stillInferred(reading, applied.value) }, directory);
  return ok({
    document: applied.value.document,
    reading: read,
    findings: [...findings.filter(stillHolds), ...applied.value.findings.map(withoutLine), ...read.findings],
    baseSha256: sha256(printedText(document)),
    resultSha256: sha256(printedText(applied.value.document)),
    amendmentSha256: sha256(printed),
  });
}

/** 推定で補った所のうち、変更が触れなかったもの。改めた所は、改め文が確かにした。 */
function stillInferred({ inferredNodes }: AgreementReading, { trace }: Applied): Set<NodeId> {
  const touched = new Set(trace.entries.map((entry) => entry.node));
  return new Set(inferredNodes.filter((node) => !touched.has(node)));
}

/** 原文をどう読んだかは、変更の後も同じ。協約としての読取の報告は、読み直したものに替わる。 */
const stillHolds = ({ code }: Finding): boolean => !code.startsWith('agreement.');

/** 改め文の行は原文の行ではないので、本文の報告としては行を持たない。 */
function withoutLine(finding: Finding): Finding {
  const { line: _, ...at } = finding.at;
  return { ...finding, at };
}
