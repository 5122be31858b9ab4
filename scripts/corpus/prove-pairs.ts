import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { chooseProfile, sameText, amendableParts, type Comparison, type ComparisonLine, type LawDocument } from '@renkei/core';
import { provePair, type PairProof } from '@renkei/app';
import { readXml } from '@renkei/formats';
import { changedCharacters } from './changed-characters.js';

export interface ProvedPair {
  readonly name: string;
  readonly proof: PairProof | null;
  /** 消えた字と加わった字の数 */
  readonly changed: number;
  /** 操作の場所の印字（改め文から、かぎ括弧の引用とブロックを除いたもの） */
  readonly addresses: number;
  /** 読めない・落ちた理由 */
  readonly failure: string | null;
}

/** 改正前後の一組を読み、改め文を作って証明する。 */
export function provePairFiles(name: string, oldFile: string, newFile: string): ProvedPair {
  const failed = (failure: string): ProvedPair => ({ name, proof: null, changed: 0, addresses: 0, failure });
  const [base, next] = [read(oldFile), read(newFile)];
  if (typeof base === 'string') return failed(base);
  if (typeof next === 'string') return failed(next);
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  let proof: PairProof;
  try {
    proof = provePair(base, next, chooseProfile(base), { sha256, now: () => performance.now() });
  } catch (cause) {
    return failed(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
  }
  return { name, proof, changed: proof.comparison ? changedIn(proof.comparison) : 0, addresses: addressCharacters(proof.text), failure: null };
}

function read(file: string): LawDocument | string {
  const opened = readXml(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  return opened.ok ? opened.value.document : `${file}: ${JSON.stringify(opened.error)}`;
}

function changedIn(comparison: Comparison): number {
  let sum = 0;
  for (const row of comparison.rows) sum += changedCharacters(textOf(row.old), textOf(row.new));
  return sum;
}

const textOf = (lines: readonly ComparisonLine[] | null): string => (lines ?? []).map((l) => (l.cells ?? [l]).map((c) => c.spans.map((s) => s.text).join('')).join('｜')).join('\n');

/** 引用（一番外の「」）の外の字。ブロックの行（字下げ一字の改正規定でない行）は数えない。 */
function addressCharacters(text: string): number {
  let count = 0;
  for (const line of text.split('\n')) {
    if (!/^　[^　].*。$/.test(line)) continue;
    let depth = 0;
    for (const c of line) {
      if (c === '「') depth += 1;
      if (depth === 0) count += 1;
      if (c === '」') depth -= 1;
    }
  }
  return count;
}

/** 当てた結果の木が、属性や文の区切りまで同じか（印字が同じことより厳しい）。 */
export function sameTree(a: LawDocument, b: LawDocument): boolean {
  const [partsA, partsB] = [amendableParts(a), amendableParts(b)];
  return partsA.length === partsB.length && partsA.every((part, i) => sameText(part, partsB[i]!));
}
