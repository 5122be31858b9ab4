import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProvisionNum } from '../../text/element.js';
import type { Pair } from './align-siblings.js';
import { planSiblings } from './plan-siblings.js';
import { compareNum } from './provision-print.js';

const nums = (...n: readonly string[]) => n as ProvisionNum[];

/** 昇順の番号（枝番号を含む）の並び */
const numbers = fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 14 }).map(String), fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 2, max: 4 })).map(([a, b]) => `${a}_${b}`)), { maxLength: 14 })
  .map((list) => (list as ProvisionNum[]).sort(compareNum));

/** 順序を保つ対応 */
const plans = fc.tuple(numbers, numbers, fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }), fc.array(fc.boolean(), { minLength: 14, maxLength: 14 })).map(([base, next, keepBase, keepNext]) => {
  const from = base.map((_, i) => i).filter((i) => keepBase[i]);
  const to = next.map((_, j) => j).filter((j) => keepNext[j]);
  const pairs = from.slice(0, to.length).map((i, k): Pair => [i, to[k]!]);
  return { base, next, pairs };
});

describe('planSiblings', () => {
  it('四つ以上の続いた移動は、初めに移す一つを除いて一括にする', () => {
    const plan = { base: nums('1', '2', '3', '4', '5'), next: nums('1', '2', '3', '4', '5', '6'), pairs: [[0, 0], [1, 2], [2, 3], [3, 4], [4, 5]] as Pair[], unchanged: () => true };
    expect(planSiblings(plan).filter((s) => s.kind !== 'keep')).toEqual([
      { kind: 'move', pair: [4, 5] },
      { kind: 'shift', by: 1, pairs: [[1, 2], [2, 3], [3, 4]] },
      { kind: 'add', nexts: [1], after: 0, before: 2 },
    ]);
  });

  it('三つの移動や、字句の変わる規定は一つずつ書く', () => {
    const plan = { base: nums('1', '2', '3', '4'), next: nums('1', '2', '3', '4', '5'), pairs: [[0, 0], [1, 2], [2, 3], [3, 4]] as Pair[], unchanged: () => true };
    expect(planSiblings(plan).map((s) => s.kind)).toEqual(['keep', 'move', 'move', 'move', 'add']);
    const long = { base: nums('1', '2', '3', '4', '5'), next: nums('2', '3', '4', '5', '6'), pairs: [[0, 0], [1, 1], [2, 2], [3, 3], [4, 4]] as Pair[] };
    expect(planSiblings({ ...long, unchanged: ([i]) => i !== 2 }).map((s) => s.kind)).toEqual(['move', 'move', 'move', 'move', 'move']);
  });

  it('同じ番号で入れ替わるものは全部改めにし、続けばまとめる', () => {
    expect(planSiblings({ base: nums('1', '2', '3'), next: nums('1', '2', '3'), pairs: [[0, 0]], unchanged: () => true }))
      .toEqual([{ kind: 'keep', pair: [0, 0] }, { kind: 'rewrite', bases: [1, 2], nexts: [1, 2] }]);
    expect(planSiblings({ base: nums('1', '2', '3', '4'), next: nums('1', '2:3', '4'), pairs: [[0, 0], [3, 2]], unchanged: () => true })[1])
      .toEqual({ kind: 'rewrite', bases: [1, 2], nexts: [1] });
  });

  it('どの手順も空いた番号へ動き、終われば新の並びになる', () => {
    fc.assert(fc.property(plans, (plan) => {
      const state = new Map(plan.base.map((num, i) => [num, `b${i}`]));
      const move = (i: number, j: number) => {
        expect(state.get(plan.base[i]!)).toBe(`b${i}`);
        state.delete(plan.base[i]!);
        expect(state.has(plan.next[j]!)).toBe(false);
        state.set(plan.next[j]!, `b${i}`);
      };
      for (const step of planSiblings({ ...plan, unchanged: () => true })) {
        if (step.kind === 'keep') expect(plan.base[step.pair[0]]).toBe(plan.next[step.pair[1]]);
        if (step.kind === 'move') move(...step.pair);
        if (step.kind === 'shift') for (const pair of step.by > 0 ? step.pairs.toReversed() : step.pairs) move(...pair);
        if (step.kind === 'delete' || step.kind === 'rewrite') for (const i of step.bases) state.delete(plan.base[i]!);
        if (step.kind === 'add' || step.kind === 'rewrite') {
          for (const j of step.nexts) {
            expect(state.has(plan.next[j]!)).toBe(false);
            state.set(plan.next[j]!, `n${j}`);
          }
        }
        if (step.kind === 'add') for (const near of [step.after, step.before]) if (near !== undefined) expect(state.has(plan.next[near]!)).toBe(true);
      }
      const kept = new Map(plan.pairs.map(([i, j]) => [j, `b${i}`]));
      expect([...state].sort(([a], [b]) => compareNum(a, b))).toEqual(plan.next.map((num, j) => [num, kept.get(j) ?? `n${j}`]));
    }), { numRuns: 2000 });
  });
});
