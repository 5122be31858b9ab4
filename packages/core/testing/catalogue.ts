import { applyAmendment } from '../src/amendment/apply/apply-amendment.js';
import { settle } from '../src/amendment/consequence/settle.js';
import { draftAmendment } from '../src/amendment/diff/draft-amendment.js';
import type { Amendment } from '../src/amendment/operation.js';
import { parseAmendment } from '../src/amendment/parse/parse-amendment.js';
import { AGREEMENT_PROFILE, type DraftingProfile } from '../src/amendment/profile.js';
import { judge } from '../src/amendment/prove.js';
import { writeAmendment } from '../src/amendment/write/write-amendment.js';
import type { LawDocument } from '../src/text/element.js';
import { writeText } from '../src/text/plain/write-text.js';
import { readBase } from './apply-text.js';

/** 改正の型。fixtures/amendment/patterns.json の一つ */
export interface Pattern {
  readonly id: string;
  readonly form: string;
  readonly example: readonly string[];
}

/** 改正の前後の本文（人の書いた文字列）と、そこから起こされるはずの改め文。 */
export interface PatternCase {
  readonly base: string;
  readonly next: string;
  /** 例と同じでないとき（省かれた所を埋めたもの、別の形を選ぶもの）の改め文 */
  readonly lines?: readonly string[];
  /** 起こすのは lines でも、例のとおりに書かれたものを当てれば同じ本文になるか */
  readonly readsExample?: true;
  /** ハネを採ったときの改め文。reports も無ければ、ハネは一つもない */
  readonly settled?: readonly string[];
  /** 人の判断が要るハネ（指す先や定義がなくなったもの） */
  readonly reports?: readonly string[];
  readonly profile?: DraftingProfile;
}

/** 起こした改め文と、例を当てた結果。どの difference も無いのが正しい。 */
export interface PatternOutcome {
  readonly lines: readonly string[];
  readonly difference: string | undefined;
  readonly exampleDifference: string | undefined;
  /** ハネを採ったときの改め文 */
  readonly settled: readonly string[] | undefined;
  /** 採らなかったハネ */
  readonly reports: readonly string[];
  readonly settledDifference: string | undefined;
}

/** 配字をそろえて書いた本文。旧の本文も新の本文も、これを人が書き換えて作る。 */
export const evenText = (text: string): string => writeText(readBase(text));

/** 人が書き換えるように、字句をその一か所で置き換える。無い・二か所にあるときは、試験の書き誤り。 */
export function edited(text: string, ...edits: readonly (readonly [from: string, to: string])[]): string {
  let out = text;
  for (const [from, to] of edits) {
    const count = out.split(from).length - 1;
    if (count !== 1) throw new Error(`「${from}」は一か所でない（${count}か所）`);
    out = out.replace(from, () => to);
  }
  return out;
}

/** 一つの型を、起こす・刷る・例を読む・当てるの全部で確かめる。 */
export function draftPattern({ example }: Pattern, { base, next, lines = example, readsExample, settled, profile = AGREEMENT_PROFILE }: PatternCase): PatternOutcome {
  const [old, now] = [readBase(base), readBase(next)];
  const { amendment, consequences, findings } = draftAmendment(old, now, profile);
  const whole = settle(now, consequences);
  return {
    lines: [...printed(amendment, profile), ...findings.map((f) => f.code)],
    difference: differenceAfter(old, lines, now),
    exampleDifference: readsExample && differenceAfter(old, example, now),
    settled: settled && printed(draftAmendment(old, whole, profile).amendment, profile),
    reports: settled ? [] : consequences.map((c) => `${c.finding.code}: ${c.replacement}`),
    settledDifference: settled && differenceAfter(old, settled, whole),
  };
}

export const expectedOutcome = ({ example }: Pattern, { lines = example, settled, reports = [] }: PatternCase): PatternOutcome => ({ lines, difference: undefined, exampleDifference: undefined, settled, reports, settledDifference: undefined });

/** 例の配字: 改正文は字下げを除き、ブロックは溶け込んだ後の配字のまま。 */
function printed(amendment: Amendment, profile: DraftingProfile): string[] {
  return amendment.flatMap((provision) => {
    const [sentence, ...block] = writeAmendment([provision], profile).split('\n').filter((line) => line !== '');
    return [sentence!.replace(/^　/, ''), ...block];
  });
}

/** 改め文（印字）を読んで当てたとき、目指す本文と違うところ。 */
export function differenceAfter(base: LawDocument, lines: readonly string[], next: LawDocument): string | undefined {
  const parsed = parseAmendment(lines.join('\n'));
  const unread = parsed.findings.filter((f) => f.severity === 'error');
  if (unread.length > 0) return JSON.stringify(unread);
  const applied = applyAmendment(base, parsed.amendment, { lines: parsed.lines });
  if (!applied.ok) return JSON.stringify(applied.error);
  const [proof] = judge(applied.value, next).findings.filter((f) => f.severity === 'error');
  return proof && JSON.stringify(proof.data);
}
