import { applyAmendment, readInstrument, type Applied, type Finding, type LawDocument } from '@renkei/core';

/** 改め文（文書の全体でもよい）を読んで当てる。読めない所が一つでもあれば当てない。 */
export function applyText(base: LawDocument, text: string): { readonly applied: Applied | null; readonly findings: readonly Finding[] } {
  const reading = readInstrument(text);
  if (reading.findings.some((f) => f.severity === 'error')) return { applied: null, findings: reading.findings };
  const parts = reading.instrument.parts;
  const result = applyAmendment(base, parts.flatMap((p) => p.amendment), { lines: parts.flatMap((p) => p.lines) });
  return result.ok ? { applied: result.value, findings: [...reading.findings, ...result.value.findings] } : { applied: null, findings: [...reading.findings, ...result.error] };
}
