import type { DraftingProfile } from '../../profile.js';
import type { RunState } from './run-state.js';
import { wordIndex, type Word } from './segment-words.js';

/** 読点の後に加える字句と、その前の句の字数。前の句の頭から引用する */
const CLAUSE_ADDED = 8;
const CLAUSE = 14;
const CLAUSE_BONUS = 8;

/** 引用の形。a0・b0 は、伸ばす前の（変わった語だけの）範囲 */
export interface QuoteShape {
  readonly start: number;
  readonly end: number;
  readonly kind: 'replace' | 'insert' | 'delete';
  readonly quote: string;
  readonly result: string;
  readonly a0: number;
  readonly b0: number;
}

/** 印字の字数に、読みにくさを足したもの。 */
export function quoteCost(run: RunState, { start, end, kind, quote, result, a0, b0 }: QuoteShape, profile: DraftingProfile): number {
  const { words } = run.diff;
  const first = words[wordIndex(words, start)]!;
  const last = words[wordIndex(words, end - 1)]!;
  const added = kind === 'insert' ? result.slice(quote.length) : '';
  let cost = kind === 'delete' ? quote.length : kind === 'insert' ? quote.length + added.length + 3 : quote.length + result.length;
  if (quote.length > profile.quoteLimit) cost += 10;
  if ((start < a0 || run.diff.edits.some((e) => e.start === start && e.end === start)) && (first.kind === 'particle' || first.kind === 'comma' || first.kind === 'close' || first.kind === 'stop')) cost += 6;
  // 過去|三年間 のように、漢字の続きの途中から始めない
  if (start < a0 && HAN.test(run.diff.before[start - 1] ?? '') && HAN.test(quote[0]!)) cost += 3;
  if (quote.slice(0, -1).includes('。')) cost += 4;
  if (!evenBrackets(quote)) cost += 3;
  // 「長」「者」など一字だけの引用は、前の語から言う
  if (quote.length === 1 && kind !== 'delete') cost += 5;
  if (kind === 'insert') {
    if (!hasContent(words, start, end)) cost += 20;
    if (last.kind === 'stop') cost += 4;
    if (last.kind === 'particle' && last.end - last.start === 1) cost += 6;
    if (added.length <= 8 && (added.startsWith('の') || (added.endsWith('の') && last.kind === 'particle'))) cost += 8;
    else if (added.endsWith('の')) cost += 4;
    // 読点の後に長い句を加えるときは、前の句の頭から言う
    if (last.kind === 'comma' && added.length >= CLAUSE_ADDED && quote.length <= CLAUSE && isClauseStart(words, start)) cost -= CLAUSE_BONUS;
  } else if (kind === 'replace' && a0 === b0) {
    const atHead = a0 === 0 || words[wordIndex(words, a0 - 1)]?.kind === 'stop';
    const inserted = result.length - quote.length;
    if (atHead && start === a0) {
      if (last.kind !== 'particle' || quote.endsWith('の')) cost += 8;
    } else {
      const left = words[wordIndex(words, a0 - 1)];
      const added = result.slice(a0 - start, a0 - start + inserted);
      const inChain = (added.endsWith('の') && run.diff.before[a0 - 1] === 'の') || (added.startsWith('の') && run.diff.before[a0] === 'の');
      if (start < a0 && end > b0) cost += inChain ? 0 : 6;
      else if (inChain) cost += 8;
      else if (start < a0) cost += added.startsWith('の') ? 0 : 12;
      // 「とともに…」のように前の語に付くものは、前の語の下に加える
      else if (/^[、とにをがはもでへ]/.test(added)) cost += 12;
      else if (!/[のなるたい]$/.test(added) && !(left?.kind === 'particle' && /[てにでく]$/.test(added))) cost += 12;
    }
  }
  return cost;
}

const HAN = /\p{Script=Han}/u;

/** 助詞や読点だけでない、自立語を含むか */
function hasContent(words: readonly Word[], start: number, end: number): boolean {
  for (let i = wordIndex(words, start); i < words.length && words[i]!.start < end; i += 1) {
    const { kind } = words[i]!;
    if (kind === 'name' || kind === 'reference' || kind === 'kana') return true;
  }
  return false;
}

/** 句の頭（読点・句点・括弧の直後か、規定の頭） */
function isClauseStart(words: readonly Word[], start: number): boolean {
  const left = start === 0 ? undefined : words[wordIndex(words, start) - 1];
  return left === undefined || left.kind === 'comma' || left.kind === 'stop' || left.kind === 'open';
}

function evenBrackets(text: string): boolean {
  let depth = 0;
  for (const c of text) {
    if (c === '（' || c === '(') depth += 1;
    else if ((c === '）' || c === ')') && (depth -= 1) < 0) return false;
  }
  return depth === 0;
}
