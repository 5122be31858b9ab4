import type { Location } from '../../location.js';
import type { Operation } from '../../operation.js';
import type { DraftingProfile } from '../../profile.js';
import type { ScopedRun } from '../scoped-run.js';
import type { FoundQuote } from './find-quote.js';
import { joinOperations, StepSeries, type WordStep } from './join-operations.js';
import { diffRun, joinEdits, type RunDiff } from './run-edits.js';
import { RunState } from './run-state.js';
import { choose, type Chosen } from './choose-scope.js';
import { isCaption, sameLocation, ScopeIndex } from './word-scope.js';

export interface WordPlan {
  /** 書かれる順の操作。前から順に当てれば、すべての run が新しい印字になる */
  readonly operations: readonly Operation[];
  /** 字句で言わず、全部を改める run の場所 */
  readonly rewrite: readonly Location[];
}

/** 続く変わり目を一つの引用にまとめてみる数と、間の字数 */
const MAX_JOINED = 8;
const MAX_GAP = 40;
/** 「」を「」に、などの決まり文句の字数 */
const FRAME: Readonly<Record<FoundQuote['kind'], number>> = { replace: 7, insert: 8, delete: 5 };
/** 読点をまたぐもの、加えるだけ・削るだけのものどうしを一つの引用にするときの割増し */
const APART = 10;

/**
 * 一つの条（又は前文・別表・附則の項など）の run の違いを、字句の操作にする。
 * runs は変わらないものも含めて文書順に並べる。変わらない所に引用が当たらないことを確かめるためである。
 */
export function wordOperations(runs: readonly ScopedRun[], profile: DraftingProfile): WordPlan {
  const diffs = runs.map((r) => diffRun(r.before, r.after));
  const rewritten = new Set<number>();
  diffs.forEach((d, i) => {
    if (mostlyChanged(d, runs[i]!.location, profile)) rewriteAlike(runs, i, rewritten);
  });
  for (let round = 0; ; round += 1) {
    const drafted = draft(runs, diffs, rewritten, profile);
    if (drafted.stuck === undefined) {
      if (drafted.scattered !== undefined) {
        rewriteAlike(runs, drafted.scattered, rewritten);
        continue;
      }
      const rewrite = [...rewritten].sort((x, y) => x - y).map((i) => runs[i]!.location);
      return { operations: joinOperations(drafted.steps, runs.map((r) => r.location)), rewrite: rewrite.filter((l, i) => rewrite.findIndex((o) => sameLocation(o, l)) === i) };
    }
    const { run, edit } = drafted.stuck;
    const joined = round < MAX_ROUNDS ? joinEdits(diffs[run]!, edit) : undefined;
    if (joined) diffs[run] = joined;
    else rewriteAlike(runs, run, rewritten);
  }
}

/** 引用の決まらない変わり目を隣とまとめてやり直す回数 */
const MAX_ROUNDS = 60;

/** 前文の段落など、同じ場所の変わった run は一緒に全部を改める。 */
function rewriteAlike(runs: readonly ScopedRun[], one: number, rewritten: Set<number>): void {
  runs.forEach((r, i) => {
    if (i === one || (r.before !== r.after && sameLocation(r.location, runs[one]!.location))) rewritten.add(i);
  });
}

/** 見出しの語がすべて変わり、新しい見出しが一語でないか。一語どうしなら「見出し中」で言う。 */
function isNewCaption({ words, afterWords, edits }: RunDiff): boolean {
  const kept = words.some((w) => w.kind === 'name' && edits.every((e) => e.end <= w.start || e.start >= w.end));
  return !kept && afterWords.filter((w) => w.kind === 'name' || w.kind === 'reference').length > 1;
}

/** 引用で置き換える、欄の字数の上限 */
const SHORT_CELL = 20;
/** 一つの操作の最も短い字数（「ア」を「イ」に、） */
const SHORTEST = 8;
/** 変わり目の数 × 字数の上限 */
const MAX_WORK = 100_000_000;

/** 半分を超えて変わった規定は、全部を改める。題名はいつも全部を改める。 */
function mostlyChanged(diff: RunDiff, location: Location, profile: DraftingProfile): boolean {
  const { before, after, edits } = diff;
  if (before === after) return false;
  if (location.at(-1)?.kind === 'title') return true;
  if (before === '' || after === '') return true;
  if (isCaption(location) && isNewCaption(diff)) return true;
  // 加えるだけ・削るだけなら、長くても字句で言える
  if (edits.length === 1 && (edits[0]!.start === edits[0]!.end || (edits[0]!.text === '' && edits[0]!.end - edits[0]!.start <= Math.max(profile.quoteLimit, after.length)))) return false;
  // 短い欄は、字句として引用するほうが、欄の全部を改めるより短い
  if (before.length <= SHORT_CELL && after.length <= SHORT_CELL && location.some((s) => s.kind === 'row' || s.kind === 'column')) return false;
  let removed = 0;
  let added = 0;
  for (const e of edits) {
    removed += e.end - e.start;
    added += e.text.length;
  }
  // 一つずつ言うと全部を書くより長くなるもの、長過ぎて調べきれないもの
  const changes = new Set(edits.map((e) => `${before.slice(Math.max(e.start - 8, 0), e.end)}→${e.text}`)).size;
  if (changes > 4 && (changes * SHORTEST > after.length || changes * before.length > MAX_WORK)) return true;
  return removed > before.length * profile.rewriteRatio && removed + added > (before.length + after.length) * profile.rewriteRatio;
}

interface Drafted {
  readonly steps: readonly WordStep[];
  /** 字句では言えなかった run と変わり目 */
  readonly stuck?: { readonly run: number; readonly edit: number };
  /** 字句で言わず、全部を書く見出し */
  readonly scattered?: number;
}

/** 前から順に操作を作る。 */
function draft(runs: readonly ScopedRun[], diffs: readonly RunDiff[], rewritten: ReadonlySet<number>, profile: DraftingProfile): Drafted {
  const states = runs.map((r, i) => new RunState(r.location, diffs[i]!, rewritten.has(i)));
  const index = new ScopeIndex(states);
  const series = new StepSeries();
  for (let i = 0; i < states.length; i += 1) {
    const run = states[i]!;
    if (run.rewritten) continue;
    let [count, alone] = [0, true];
    for (let first = run.pending; first !== undefined; first = run.pending) {
      const chosen = nextOperation(run, first, index, profile);
      count += 1;
      alone &&= chosen?.found.consumed.size === 1;
      if (!chosen) return { steps: series.steps, stuck: { run: i, edit: first } };
      series.push(chosen.scope, chosen.found);
      for (const [touched, edits] of chosen.found.consumed) touched.finish(edits);
    }
    // 幾つにも分かれる見出しは、全部を書く
    if (alone && count > 1 && isCaption(run.location)) return { steps: series.steps, scattered: i };
  }
  return { steps: series.steps };
}

/** 次の操作。近い変わり目は、まとめたほうが短ければ一つの引用にする。 */
function nextOperation(run: RunState, first: number, index: ScopeIndex, profile: DraftingProfile): Chosen | undefined {
  const { edits, before } = run.diff;
  let last = first;
  let best = choose(run, first, last, index, profile);
  let gap = '';
  for (let next = first + 1; next < edits.length && next - first < MAX_JOINED; next += 1) {
    gap = before.slice(edits[next - 1]!.end, edits[next]!.start);
    if (gap.length > MAX_GAP || run.isDone(next)) break;
    const joined = choose(run, first, next, index, profile);
    if (!joined) continue;
    if (best) {
      if (best.found.consumed.get(run)?.includes(next)) break;
      const alone = isRange(gap, before.slice(edits[next]!.end)) ? undefined : choose(run, next, next, index, profile);
      const apart = alone ? cost(best) + cost(alone) : Infinity;
      const keepsApart = /[、。]/.test(gap) || (alone !== undefined && best.found.kind !== 'replace' && (alone.found.kind !== 'replace' || (best.found.natural && CONTENT.test(gap))));
      if (cost(joined) + (keepsApart ? APART : 0) > apart) break;
    }
    best = joined;
    last = next;
  }
  return best;
}

/** 間に自立語があるか */
const CONTENT = /[\p{Script=Han}ァ-ヺ]/u;

/** 「第二号から第四号まで」の両端は一緒に言う。 */
const isRange = (gap: string, rest: string): boolean => /^[^、。（）]{0,8}から[^、。（）]{0,8}$/.test(gap) && /^[^、。（）]{0,8}まで/.test(rest);

const cost = ({ found }: Chosen): number => found.cost + FRAME[found.kind];

