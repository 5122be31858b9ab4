import type { Location } from '../../location.js';
import type { Operation } from '../../operation.js';
import type { DraftingProfile } from '../../profile.js';
import type { ScopedRun } from '../scoped-run.js';
import type { FoundQuote } from './find-quote.js';
import { joinOperations, type WordStep } from './join-operations.js';
import { diffRun } from './run-edits.js';
import { RunState } from './run-state.js';
import { choose, type Chosen } from './choose-scope.js';
import { sameLocation } from './word-scope.js';

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
  const states = runs.map((r) => new RunState(r.location, diffRun(r.before, r.after)));
  for (const state of states) if (mostlyChanged(state, profile)) rewriteAll(states, state);
  for (;;) {
    const drafted = attempt(states.map((s) => s.restart()), profile);
    if (drafted.stuck === undefined) return { operations: joinOperations(drafted.steps, runs.map((r) => r.location)), rewrite: rewrittenLocations(runs, states) };
    rewriteAll(states, states[drafted.stuck]!);
  }
}

/** 前文の段落など、同じ場所の run は一緒に全部を改める。 */
function rewriteAll(states: readonly RunState[], one: RunState): void {
  for (const s of states) if (s.diff.edits.length > 0 && sameLocation(s.location, one.location)) s.rewritten = true;
}

function rewrittenLocations(runs: readonly ScopedRun[], states: readonly RunState[]): Location[] {
  const found: Location[] = [];
  states.forEach((s, i) => {
    if (s.rewritten && !found.some((l) => sameLocation(l, runs[i]!.location))) found.push(runs[i]!.location);
  });
  return found;
}

/** 半分を超えて変わった規定は、全部を改める。題名はいつも全部を改める。 */
function mostlyChanged(state: RunState, profile: DraftingProfile): boolean {
  const { before, after, edits } = state.diff;
  if (before === after) return false;
  if (state.location.at(-1)?.kind === 'title') return true;
  if (before === '' || after === '') return true;
  // 加えるだけ・削るだけなら、長くても字句で言える
  if (edits.length === 1 && (edits[0]!.start === edits[0]!.end || (edits[0]!.text === '' && edits[0]!.end - edits[0]!.start <= Math.max(profile.quoteLimit, after.length)))) return false;
  let removed = 0;
  let added = 0;
  for (const e of edits) {
    removed += e.end - e.start;
    added += e.text.length;
  }
  return removed > before.length * profile.rewriteRatio && removed + added > (before.length + after.length) * profile.rewriteRatio;
}

interface Drafted {
  readonly steps: readonly WordStep[];
  /** 字句では言えなかった run の番号 */
  readonly stuck?: number;
}

/** 前から順に操作を作る。 */
function attempt(states: readonly RunState[], profile: DraftingProfile): Drafted {
  const steps: WordStep[] = [];
  for (let i = 0; i < states.length; i += 1) {
    const run = states[i]!;
    if (run.rewritten) continue;
    for (let first = run.pending; first !== undefined; first = run.pending) {
      const chosen = nextOperation(run, first, states, profile);
      if (!chosen) return { steps, stuck: i };
      const { scope, found } = chosen;
      steps.push({ scope, found, texts: scope.runs.map((s) => s.text) });
      for (const [touched, edits] of found.consumed) touched.finish(edits);
    }
  }
  return { steps };
}

/** 次の操作。近い変わり目は、まとめたほうが短ければ一つの引用にする。 */
function nextOperation(run: RunState, first: number, states: readonly RunState[], profile: DraftingProfile): Chosen | undefined {
  const { edits, before } = run.diff;
  let last = first;
  let best = choose(run, first, last, states, profile);
  let gap = '';
  for (let next = first + 1; next < edits.length && next - first < MAX_JOINED; next += 1) {
    gap = before.slice(edits[next - 1]!.end, edits[next]!.start);
    if (gap.length > MAX_GAP || run.isDone(next)) break;
    const joined = choose(run, first, next, states, profile);
    if (!joined) continue;
    if (best) {
      if (best.found.consumed.get(run)?.includes(next)) break;
      const alone = isRange(gap, before.slice(edits[next]!.end)) ? undefined : choose(run, next, next, states, profile);
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

