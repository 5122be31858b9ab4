import type { DraftingProfile } from '../../profile.js';
import { RUN_BREAK } from '../../run.js';
import { quoteCost } from './quote-cost.js';
import type { RunState } from './run-state.js';
import { wordIndex, type Word } from './segment-words.js';
import { hitsIn, type Hit, type WordScope } from './word-scope.js';

/** 引用と、それで替わるもの。 */
export interface FoundQuote {
  readonly kind: 'replace' | 'insert' | 'delete';
  readonly quote: string;
  /** 改めた後の字句（加えるときは、加える字句だけ） */
  readonly to: string;
  /** 語の切れ目のまま、伸ばさずに済んだか */
  readonly natural: boolean;
  readonly cost: number;
  readonly consumed: ReadonlyMap<RunState, readonly number[]>;
}

interface Candidate {
  readonly kind: FoundQuote['kind'];
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly result: string;
  readonly natural: boolean;
  readonly cost: number;
  /** 語の途中を切る。ほかの所と一緒に改まるときだけ使う */
  readonly inner?: boolean;
}

/** 前後に伸ばす語の数と字数。近くで決まらなければ遠くまで伸ばす */
interface Reach {
  readonly lefts: number;
  readonly rights: number;
  readonly chars: number;
  /** 前だけ・後だけ・同じだけ伸ばすものに限る */
  readonly narrow?: boolean;
}
const REACHES: readonly Reach[] = [{ lefts: 7, rights: 4, chars: 40 }, { lefts: 14, rights: 14, chars: 60 }, { lefts: 120, rights: 120, chars: 800, narrow: true }];
const FARTHEST = 800;
/** 一度に調べる、当たってはならない所の数 */
const MAX_BLOCKERS = 64;

/**
 * run の変わり目 first〜last を一つの操作で言う、最も短く自然な引用。
 * 場所の中でその引用が当たる所が、すべて同じように変わるものだけを採る。
 */
export function findQuote(run: RunState, first: number, last: number, scope: WordScope, profile: DraftingProfile): FoundQuote | undefined {
  const blockers: Blocker[] = [];
  for (const reach of REACHES) {
    for (const candidate of candidates(run, first, last, profile, reach)) {
      const found = attempt(run, first, last, scope, candidate, blockers);
      if (found) return found;
    }
    if (blockers.length === 0) return undefined;
  }
  return undefined;
}

/** 当たってはならない所に当たった引用と、その前後が何字まで同じか */
interface Blocker {
  readonly start: number;
  readonly end: number;
  readonly left: number;
  readonly right: number;
}

function attempt(run: RunState, first: number, last: number, scope: WordScope, c: Candidate, blockers: Blocker[]): FoundQuote | undefined {
  if (blockers.some((b) => c.start <= b.start && c.end >= b.end && b.start - c.start <= b.left && c.end - b.end <= b.right)) return undefined;
  const { consumed, bad } = check(scope, c);
  if (bad.length > 0) {
    for (const hit of bad) blockers.push({ start: c.start, end: c.end, ...sharedContext(run.diff.before, c, hit) });
    return undefined;
  }
  const mine = new Set(consumed.get(run));
  for (let i = first; i <= last; i += 1) if (!run.isDone(i) && !mine.has(i)) return undefined;
  if (c.inner && !standsAlone(consumed, c)) return undefined;
  return { kind: c.kind, quote: c.quote, to: c.kind === 'insert' ? c.result.slice(c.quote.length) : c.result, natural: c.natural, cost: c.cost, consumed };
}

/** 引用の当たる所を調べる。bad は、当たってはならない所。 */
function check(scope: WordScope, c: Candidate): { consumed: Map<RunState, number[]>; bad: Hit[] } {
  const consumed = new Map<RunState, number[]>();
  const bad: Hit[] = [];
  for (const hit of hitsIn(scope, c.quote)) {
    const done = hit.run.rewritten ? undefined : hit.run.consumes(hit.at, c.quote.length, c.result);
    if (!done) {
      bad.push(hit);
      if (bad.length >= MAX_BLOCKERS) break;
      continue;
    }
    const list = consumed.get(hit.run);
    if (list) list.push(...done);
    else consumed.set(hit.run, [...done]);
  }
  for (const run of scope.runs) {
    // 全部を改めた後の印字にも当たってはならない（どちらを先に当てても同じになるように）
    if (run.rewritten && run.diff.after.includes(c.quote)) bad.push({ run, at: -1 });
  }
  return { consumed, bad };
}

/** 当たってはならない所が、前後に何字まで同じか。その外まで伸ばせば避けられる。 */
function sharedContext(before: string, c: Candidate, { run, at }: Hit): { left: number; right: number } {
  if (at < 0) return { left: FARTHEST, right: FARTHEST };
  const { text } = run;
  let left = 0;
  while (left < FARTHEST && c.start - left > 0 && at - left > 0 && before[c.start - left - 1] === text[at - left - 1]) left += 1;
  let right = 0;
  const end = at + c.quote.length;
  while (right < FARTHEST && c.end + right < before.length && end + right < text.length && before[c.end + right] === text[end + right]) right += 1;
  return { left, right };
}

/** 熟語の一部を改めてよいのは、同じ字句が一語として立つ所もあって、まとめて改まるとき。 */
function standsAlone(consumed: ReadonlyMap<RunState, readonly number[]>, c: Candidate): boolean {
  let count = 0;
  let alone = false;
  for (const [run, edits] of consumed) {
    for (const i of edits) {
      const e = run.diff.edits[i]!;
      count += 1;
      if (e.end - e.start !== c.quote.length) return false;
      const word = run.diff.words[wordIndex(run.diff.words, e.start)];
      if (word && word.start === e.start && run.diff.words[wordIndex(run.diff.words, e.end - 1)]?.end === e.end) alone = true;
    }
  }
  return count > 1 && alone;
}

/** あり得る引用を、短く自然なものから。 */
function candidates(run: RunState, first: number, last: number, profile: DraftingProfile, reach: Reach): Candidate[] {
  const { before, after, words, edits } = run.diff;
  const head = edits[first]!;
  const tail = edits[last]!;
  const leftLimit = first > 0 ? edits[first - 1]!.end : 0;
  const rightLimit = last + 1 < edits.length ? edits[last + 1]!.start : before.length;
  const [a0, b0] = growToWords(run, first, last, leftLimit, rightLimit);
  const insertion = a0 === b0;
  const lefts = [a0];
  for (let i = wordIndex(words, a0) - 1; i >= 0 && lefts.length <= reach.lefts && words[i]!.start >= leftLimit && a0 - words[i]!.start <= reach.chars; i -= 1) {
    if (words[i]!.end <= a0) lefts.push(words[i]!.start);
  }
  const rights = [b0];
  for (let i = wordIndex(words, b0); i < words.length && rights.length <= reach.rights && words[i]!.end <= rightLimit && words[i]!.end - b0 <= reach.chars; i += 1) {
    if (words[i]!.start >= b0) rights.push(words[i]!.end);
  }
  const list: Candidate[] = [];
  const make = (start: number, end: number, kind: Candidate['kind'], natural: boolean, extra: Partial<Candidate> = {}) => {
    const quote = before.slice(start, end);
    const result = after.slice(head.afterStart - (head.start - start), tail.afterStart + tail.text.length + end - tail.end);
    if (quote === '' || !quotable(quote) || !quotable(result)) return;
    const cost = quoteCost(run, { start, end, kind, quote, result, a0, b0 }, profile);
    list.push({ kind, start, end, quote, result, natural, cost, ...extra });
  };
  lefts.forEach((start, l) => rights.forEach((end, r) => {
    if ((insertion && l === 0 && r === 0) || (reach.narrow && l > 0 && r > 0 && l !== r)) return;
    if (insertion && r === 0) make(start, end, 'insert', l <= 2);
    // 「その他」を「その他の取組」に: 「の…」だけを加える形にはしない
    if (!insertion || r > 0 || head.text.startsWith('の')) {
      const empties = a0 === start && b0 === end && head.afterStart - (head.start - start) === tail.afterStart + tail.text.length + end - tail.end;
      make(start, end, empties ? 'delete' : 'replace', l + r === (insertion ? 1 : 0));
    }
  }));
  if (first === last && head.start < head.end && (a0 < head.start || b0 > head.end) && !cutsNumber(run, head.start, head.end)) {
    make(head.start, head.end, head.text === '' ? 'delete' : 'replace', true, { inner: true });
  }
  return list.sort((x, y) => x.cost - y.cost || x.start - y.start);
}

/** 変わった字を含む語の全部。新しい印字で隣の語に付くものは、その語も含める。 */
function growToWords(run: RunState, first: number, last: number, leftLimit: number, rightLimit: number): [number, number] {
  const { words, afterWords, edits } = run.diff;
  const head = edits[first]!;
  const tail = edits[last]!;
  let start = head.start;
  let end = tail.end;
  const firstWord = words[wordIndex(words, start)];
  if (firstWord && firstWord.start < start) start = firstWord.start;
  const lastWord = end > 0 ? words[wordIndex(words, end - 1)] : undefined;
  if (lastWord && end > lastWord.start && lastWord.end > end && (tail.end > tail.start || lastWord.start < tail.start)) end = lastWord.end;
  const afterEnd = tail.afterStart + tail.text.length;
  if (end === tail.end && cuts(afterWords, afterEnd) && (tail.text !== '' || !cuts(words, head.start))) end = words[wordIndex(words, end)]?.end ?? end;
  if (start > 0 && start === head.start && cuts(afterWords, head.afterStart)) {
    const left = words[wordIndex(words, start - 1)]!;
    // 名詞の後に付く「等」などは、加えるだけでよい。「別表」が「別表第1」になるときは、改める
    const joined = afterWords[wordIndex(afterWords, head.afterStart)]!;
    if (head.start < head.end || end > tail.end || left.kind === 'reference' || joined.kind === 'reference') start = left.start;
  }
  // 「第二号から第四号まで」は「まで」も含めて言う
  if (/から/.test(run.diff.before.slice(start, end)) && run.diff.before.startsWith('まで', end)) end += 2;
  return [Math.max(start, Math.min(leftLimit, head.start)), Math.min(end, Math.max(rightLimit, tail.end))];
}

const cuts = (words: readonly Word[], at: number): boolean => {
  const word = words[wordIndex(words, at)];
  return word !== undefined && word.start < at;
};

const cutsNumber = (run: RunState, start: number, end: number): boolean => {
  const { words } = run.diff;
  return words[wordIndex(words, start)]?.kind === 'reference' || words[wordIndex(words, end - 1)]?.kind === 'reference';
};

/** 引用できる字句か。かぎ括弧が釣り合い、文の間の改行を含まない。 */
function quotable(text: string): boolean {
  if (text.includes(RUN_BREAK)) return false;
  let depth = 0;
  for (const c of text) {
    if (c === '「') depth += 1;
    else if (c === '」' && (depth -= 1) < 0) return false;
  }
  return depth === 0;
}
