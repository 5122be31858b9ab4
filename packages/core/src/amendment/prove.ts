import type { Element, LawDocument } from '../text/element.js';
import type { Finding } from '../text/finding.js';
import { amendableParts } from './amendable-parts.js';
import { applyAmendment } from './apply/apply-amendment.js';
import { readInstrument } from './instrument/read-instrument.js';
import { printedPart } from './printed-part.js';
import { firstDifference } from './same-provision.js';
import type { Applied } from './trace.js';

/** 改め文の証明。applied は当たったときの結果（目指す本文と違っても残す）。 */
export interface Proof {
  readonly exact: boolean;
  readonly applied: Applied | null;
  /** 読み戻しと当てたときの報告。一致しなければ proof-failed が先頭に立つ */
  readonly findings: readonly Finding[];
}

/** 刷った改め文を読み戻し、base に当て、目指す本文 next と同じになることを確かめる。 */
export function proveAmendment(base: LawDocument, text: string, next: LawDocument): Proof {
  const reading = readInstrument(text);
  const errors = reading.findings.filter((f) => f.severity === 'error');
  if (errors.length > 0) return { exact: false, applied: null, findings: [failed('parse', '', errors[0]!.found ?? ''), ...reading.findings] };
  const applied = applyAmendment(base, reading.instrument.parts.flatMap((p) => p.amendment));
  if (!applied.ok) return { exact: false, applied: null, findings: [failed('apply', '', applied.error[0]?.at.provision ?? ''), ...applied.error] };
  return judge(applied.value, next);
}

/** 当てた結果が目指す本文か。 */
export function judge(applied: Applied, next: LawDocument): Proof {
  const difference = documentDifference(applied.document, next);
  if (!difference) return { exact: true, applied, findings: applied.findings };
  return { exact: false, applied, findings: [failed('compare', print(difference.b, next), print(difference.a, applied.document)), ...applied.findings] };
}

/** 改め文の及ぶ部分で、最初に違う所。 */
export function documentDifference(a: LawDocument, b: LawDocument): ReturnType<typeof firstDifference> {
  const partsA = amendableParts(a);
  const partsB = amendableParts(b);
  for (let i = 0; i < Math.max(partsA.length, partsB.length); i += 1) {
    const [partA, partB] = [partsA[i], partsB[i]];
    if (!partA || !partB) return { a: partA ?? null, b: partB ?? null };
    const found = firstDifference(partA, partB, a.labels, b.labels);
    if (found) return found;
  }
  return undefined;
}

const failed = (stage: string, expected: string, actual: string): Finding => ({ code: 'amendment.proof-failed', severity: 'error', at: {}, data: { stage, expected, actual } });
const print = (element: Element | null, document: LawDocument): string => (element ? printedPart(element, document.labels).slice(0, 200) : '');
