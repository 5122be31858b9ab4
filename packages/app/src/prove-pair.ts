import {
  applyAmendment, compareTexts, draftAmendment, judge, readInstrument, writeAmendment,
  type Comparison, type DraftingProfile, type Finding, type LawDocument,
} from '@renkei/core';
import { printedText } from './printed-text.js';

/** 改め文の証明の記録。この改め文は、この本文をこの本文にする、ということをハッシュで言う。 */
export interface PairProof {
  readonly exact: boolean;
  /** 刷った改め文 */
  readonly text: string;
  readonly findings: readonly Finding[];
  /** 当たったときの新旧対照表 */
  readonly comparison: Comparison | null;
  /** 字数（空白を含む印字）と、改正規定・操作の数 */
  readonly sizes: { readonly base: number; readonly next: number; readonly printed: number; readonly provisions: number; readonly operations: number };
  /** 段ごとの時間（ミリ秒） */
  readonly times: { readonly draft: number; readonly write: number; readonly parse: number; readonly apply: number; readonly compare: number };
  /** 改め文の及ぶ部分の印字の SHA-256（16進小文字）。当たらなければ result は無い */
  readonly hashes: { readonly base: string; readonly amendment: string; readonly result: string | null; readonly next: string };
}

export interface ProvePorts {
  readonly sha256: (text: string) => string;
  /** ミリ秒の時計 */
  readonly now: () => number;
}

/** 二つの本文から改め文を作り、刷り、読み戻し、当てて、目指す本文になることを確かめる。 */
export function provePair(base: LawDocument, next: LawDocument, profile: DraftingProfile, { sha256, now }: ProvePorts): PairProof {
  const times = { draft: 0, write: 0, parse: 0, apply: 0, compare: 0 };
  const timed = <T>(stage: keyof typeof times, work: () => T): T => {
    const start = now();
    const result = work();
    times[stage] = now() - start;
    return result;
  };
  const drafted = timed('draft', () => draftAmendment(base, next, profile));
  const text = timed('write', () => writeAmendment(drafted.amendment, profile));
  const reading = timed('parse', () => readInstrument(text));
  const readable = drafted.amendment.length === 0 || !reading.findings.some((f) => f.severity === 'error');
  const amendment = drafted.amendment.length === 0 ? [] : reading.instrument.parts.flatMap((p) => p.amendment);
  const applied = timed('apply', () => (readable ? applyAmendment(base, amendment) : { ok: false as const, error: reading.findings }));
  const proof = applied.ok ? judge(applied.value, next) : { exact: false, findings: applied.error };
  const comparison = applied.ok ? timed('compare', () => compareTexts(base, applied.value, profile)) : null;
  const [printedBase, printedNext] = [printedText(base), printedText(next)];
  return {
    exact: proof.exact,
    text,
    findings: [...drafted.findings, ...proof.findings],
    comparison,
    sizes: {
      base: printedBase.length,
      next: printedNext.length,
      printed: text.length,
      provisions: drafted.amendment.length,
      operations: drafted.amendment.reduce((sum, p) => sum + p.operations.length, 0),
    },
    times,
    hashes: {
      base: sha256(printedBase),
      amendment: sha256(text),
      result: applied.ok ? sha256(printedText(applied.value.document)) : null,
      next: sha256(printedNext),
    },
  };
}
