import type { ProvisionNum } from '../../text/element.js';
import type { Pair } from './align-siblings.js';
import { compareNum, numParts } from './provision-print.js';

/** 並びを改める手順の一つ。数は旧と新の並びの中の位置。 */
export type SiblingStep =
  /** 番号が変わらない規定。中だけが変わり得る */
  | { readonly kind: 'keep'; readonly pair: Pair }
  /** 全部を改める（番号は同じ。「第三条から第五条まで　削除」のような範囲も） */
  | { readonly kind: 'rewrite'; readonly bases: readonly number[]; readonly nexts: readonly number[] }
  | { readonly kind: 'delete'; readonly bases: readonly number[] }
  /** 中を改めてから移す */
  | { readonly kind: 'move'; readonly pair: Pair }
  /** 一括して繰り下げ・繰り上げる。pairs は旧の順 */
  | { readonly kind: 'shift'; readonly pairs: readonly Pair[]; readonly by: number }
  /** 前後の規定（新の並びの位置）は、そのときもう新しい番号になっている */
  | { readonly kind: 'add'; readonly nexts: readonly number[]; readonly after?: number; readonly before?: number };

export interface SiblingPlan {
  readonly base: readonly (ProvisionNum | undefined)[];
  readonly next: readonly (ProvisionNum | undefined)[];
  readonly pairs: readonly Pair[];
  /** 中（番号以外）が同じか */
  readonly unchanged: (pair: Pair) => boolean;
}

/** 一括の繰下げ・繰上げにする数（初めに移すものを含む） */
const BULK = 4;

interface Slot {
  readonly bases: readonly number[];
  readonly nexts: readonly number[];
  readonly rewrite: boolean;
  /** 正なら繰り下げ、負なら繰り上げ */
  readonly direction: number;
}

/**
 * 並びの改め方を、書く順に並べる。前から順に書き、繰り下げるときだけ後ろから空ける。
 * 削ってから繰り上げ、空けてから加える。
 */
export function planSiblings(plan: SiblingPlan): SiblingStep[] {
  const { slots, deletes, adds } = layOut(plan);
  const steps: SiblingStep[] = [];
  const placed = slots.map((s) => s.direction === 0);
  const done = slots.map(() => false);
  const added = adds.map(() => false);

  const deleteIn = (gap: number) => {
    if (deletes[gap]!.length > 0) steps.push({ kind: 'delete', bases: deletes[gap]! });
    deletes[gap] = [];
  };
  const addIn = (gap: number) => {
    if (added[gap] || adds[gap]!.length === 0) return;
    if (gap > 0 && !done[gap - 1]) return;
    if (gap < slots.length && !placed[gap]) return;
    added[gap] = true;
    deleteIn(gap);
    const after = gap > 0 ? slots[gap - 1]!.nexts.at(-1)! : undefined;
    const before = gap < slots.length ? slots[gap]!.nexts[0]! : undefined;
    steps.push({ kind: 'add', nexts: adds[gap]!, ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) });
  };
  const finish = (at: number) => {
    placed[at] = true;
    done[at] = true;
  };
  const write = (at: number) => {
    const slot = slots[at]!;
    if (slot.rewrite) steps.push({ kind: 'rewrite', bases: slot.bases, nexts: slot.nexts });
    else steps.push({ kind: slot.direction === 0 ? 'keep' : 'move', pair: [slot.bases[0]!, slot.nexts[0]!] });
  };

  let at = 0;
  while (at < slots.length) {
    const { direction } = slots[at]!;
    deleteIn(at);
    if (direction <= 0) {
      addIn(at);
      write(at);
      finish(at);
      addIn(at);
      addIn(at + 1);
      at += 1;
      continue;
    }
    let end = at;
    while (end + 1 < slots.length && slots[end + 1]!.direction > 0) end += 1;
    deleteIn(end + 1);
    for (let k = end; k >= at; k -= 1) {
      write(k);
      finish(k);
      addIn(k + 1);
      addIn(k);
      if (k > at) deleteIn(k);
    }
    at = end + 1;
  }
  deleteIn(slots.length);
  addIn(slots.length);
  return inBulk(joinRewrites(steps), plan);
}

/** 対応する規定を順に並べ、その間に削るものと加えるものを置く。同じ番号で入れ替わるものは全部改めにする。 */
function layOut(plan: SiblingPlan): { slots: Slot[]; deletes: number[][]; adds: number[][] } {
  const slots: Slot[] = [];
  const deletes: number[][] = [[]];
  const adds: number[][] = [[]];
  let i = 0;
  let j = 0;
  const open = (slot: Slot) => {
    slots.push(slot);
    deletes.push([]);
    adds.push([]);
  };
  for (const [pairBase, pairNext] of [...plan.pairs, [plan.base.length, plan.next.length] as const]) {
    while (i < pairBase || j < pairNext) {
      const covered = i < pairBase && j < pairNext ? sameNumbers(plan, i, pairBase, j, pairNext) : undefined;
      if (covered) {
        open({ bases: range(i, covered[0]), nexts: range(j, covered[1]), rewrite: true, direction: 0 });
        [i, j] = covered;
      } else if (j >= pairNext || (i < pairBase && compareNum(plan.base[i], plan.next[j]) <= 0)) {
        deletes.at(-1)!.push(i);
        i += 1;
      } else {
        adds.at(-1)!.push(j);
        j += 1;
      }
    }
    if (pairBase === plan.base.length) break;
    open({ bases: [pairBase], nexts: [pairNext], rewrite: false, direction: Math.sign(compareNum(plan.next[pairNext], plan.base[pairBase])) });
    i = pairBase + 1;
    j = pairNext + 1;
  }
  return { slots, deletes, adds };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, k) => from + k);

/** i と j から始まる同じ番号のまとまりの終わり。片方が「第三条から第五条まで」なら、もう片方はその全部。 */
function sameNumbers(plan: SiblingPlan, i: number, toBase: number, j: number, toNext: number): readonly [number, number] | undefined {
  const base = plan.base[i];
  const next = plan.next[j];
  if (base === undefined || next === undefined || compareNum(base, next) !== 0) return undefined;
  const last = (num: ProvisionNum) => (num.split(':')[1] ?? num) as ProvisionNum;
  let [endBase, endNext] = [i + 1, j + 1];
  for (;;) {
    const order = compareNum(last(plan.base[endBase - 1]!), last(plan.next[endNext - 1]!));
    if (order === 0) return [endBase, endNext];
    if (order < 0) {
      if (endBase >= toBase || !next.includes(':')) return undefined;
      endBase += 1;
    } else {
      if (endNext >= toNext || !base.includes(':')) return undefined;
      endNext += 1;
    }
  }
}

/** 続けて全部改める規定は、一つの改正規定にまとめる。 */
function joinRewrites(steps: readonly SiblingStep[]): SiblingStep[] {
  const joined: SiblingStep[] = [];
  for (const step of steps) {
    const last = joined.at(-1);
    if (step.kind === 'rewrite' && last?.kind === 'rewrite' && last.bases.at(-1)! + 1 === step.bases[0]! && last.nexts.at(-1)! + 1 === step.nexts[0]!) {
      joined[joined.length - 1] = { kind: 'rewrite', bases: [...last.bases, ...step.bases], nexts: [...last.nexts, ...step.nexts] };
    } else joined.push(step);
  }
  return joined;
}

/** 枝番号がなく中の変わらない四つ以上の続いた移動は、初めに移す一つを除いて一括にする。 */
function inBulk(steps: readonly SiblingStep[], plan: SiblingPlan): SiblingStep[] {
  const result: SiblingStep[] = [];
  for (let at = 0; at < steps.length; ) {
    const end = bulkEnd(steps, at, plan);
    const follower = steps[end];
    // 「同条の前に」と言うために、加える規定の直後になる一つは単独で書く
    const alone = follower?.kind === 'add' && follower.after === undefined ? 1 : 0;
    const length = end - at - alone;
    if (length < BULK) {
      result.push(...steps.slice(at, Math.max(end, at + 1)));
      at = Math.max(end, at + 1);
      continue;
    }
    const moves = steps.slice(at + 1, end - alone).map((s) => (s as { pair: Pair }).pair);
    const by = numParts(plan.next[moves[0]![1]])[0]! - numParts(plan.base[moves[0]![0]])[0]!;
    result.push(steps[at]!, { kind: 'shift', pairs: by > 0 ? moves.reverse() : moves, by });
    result.push(...steps.slice(end - alone, end));
    at = end;
  }
  return result;
}

function bulkEnd(steps: readonly SiblingStep[], from: number, plan: SiblingPlan): number {
  let end = from;
  let previous: { base: number; by: number } | undefined;
  for (; end < steps.length; end += 1) {
    const step = steps[end]!;
    if (step.kind !== 'move') break;
    const base = numParts(plan.base[step.pair[0]]);
    const next = numParts(plan.next[step.pair[1]]);
    if (base.length > 1 || next.length > 1 || plan.base[step.pair[0]]?.includes(':')) break;
    if (!plan.unchanged(step.pair)) break;
    const by = next[0]! - base[0]!;
    if (previous && (previous.by !== by || base[0]! !== previous.base + (by > 0 ? -1 : 1))) break;
    previous = { base: base[0]!, by };
  }
  return end;
}
