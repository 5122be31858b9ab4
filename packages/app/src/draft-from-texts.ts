import { draftAmendment, readInstrument, settle, writeAmendment, type Comparison, type Consequence, type DraftingProfile, type Finding, type LawDocument } from '@renkei/core';
import { provePair, type ProvePorts } from './prove-pair.js';

export interface DraftFromTextsRequest {
  readonly base: LawDocument;
  readonly next: LawDocument;
  readonly profile: DraftingProfile;
  /** 含めるハネの番号（初めに見つかった順、0 から） */
  readonly settle: readonly number[];
}

export interface DraftedTexts {
  readonly text: string;
  readonly exact: boolean;
  readonly comparison: Comparison | null;
  readonly provisions: number;
  readonly operations: number;
  /** 操作の通し番号 → 改め文の行（1から） */
  readonly lines: readonly number[];
  readonly consequences: readonly DraftedConsequence[];
  /** 含めた後にも残る、又は新たに生じたハネ */
  readonly remaining: readonly Finding[];
  readonly findings: readonly Finding[];
  /** ハネを含めた後の目指す本文 */
  readonly next: LawDocument;
}

export interface DraftedConsequence {
  readonly finding: Finding;
  readonly replacement: string;
  /** 直し方を改め文で言ったもの。決められなければ null（含められない） */
  readonly sentence: string | null;
  readonly settled: boolean;
}

/** 二つの本文から、改め文・新旧対照表・ハネを作り、証明する。 */
export function draftFromTexts({ base, next: wanted, profile, settle: chosen }: DraftFromTextsRequest, ports: ProvePorts): DraftedTexts {
  const first = draftAmendment(base, wanted, profile);
  const isSettled = (consequence: Consequence, i: number): boolean => consequence.proposal !== undefined && chosen.includes(i);
  const settled = first.consequences.filter(isSettled);
  const next = settled.length === 0 ? wanted : settle(wanted, settled);
  const proof = provePair(base, next, profile, ports);
  return {
    text: proof.text,
    exact: proof.exact,
    comparison: proof.comparison,
    provisions: proof.sizes.provisions,
    operations: proof.sizes.operations,
    lines: linesOf(proof.text),
    consequences: first.consequences.map((consequence, i) => ({
      finding: consequence.finding,
      replacement: consequence.replacement,
      sentence: consequence.proposal ? writeAmendment([{ operations: [consequence.proposal] }], profile).trim() : null,
      settled: isSettled(consequence, i),
    })),
    remaining: settled.length === 0 ? [] : draftAmendment(base, next, profile).consequences.map((c) => c.finding),
    findings: proof.findings,
    next,
  };
}

function linesOf(text: string): number[] {
  if (text === '') return [];
  return readInstrument(text).instrument.parts.flatMap(({ amendment, lines }) => amendment.flatMap((provision, i) => provision.operations.map(() => lines[i] ?? 1)));
}
