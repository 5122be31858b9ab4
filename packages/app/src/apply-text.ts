import { applyAmendment, baseFacts, chooseProfile, knockOnFindings, readInstrument, type Applied, type Finding, type LawDocument } from '@renkei/core';
import { amendingParts } from './amending-parts.js';

export interface AppliedText {
  /** 断られたら null。そのときは本文を何も変えない */
  readonly applied: Applied | null;
  readonly operations: number;
  /** 操作の通し番号 → 改め文の行（1から） */
  readonly lines: readonly number[];
  readonly findings: readonly Finding[];
}

/** 改め文（文書の全体でもよい）を読み、本文に当てる。読めない所や当たらない所が一つでもあれば当てない。 */
export function applyText(base: LawDocument, text: string): AppliedText {
  const reading = readInstrument(text);
  const { parts, findings: wrong } = amendingParts(reading.instrument, { document: base, concludedOn: baseFacts(base).concludedOn ?? null });
  const amendment = parts.flatMap((part) => part.amendment);
  const provisionLines = parts.flatMap((part) => part.lines);
  const lines = amendment.flatMap((provision, i) => provision.operations.map(() => provisionLines[i] ?? 1));
  const read = { operations: lines.length, lines };
  const findings = [...reading.findings, ...wrong];
  if (findings.some((f) => f.severity === 'error')) return { ...read, applied: null, findings };
  const result = applyAmendment(base, amendment, { lines: provisionLines });
  if (!result.ok) return { ...read, applied: null, findings: [...findings, ...result.error] };
  const knockOn = knockOnFindings(base, result.value, chooseProfile(base));
  return { ...read, applied: result.value, findings: [...findings, ...result.value.findings, ...knockOn] };
}

