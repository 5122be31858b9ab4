import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffSequences } from './diff-sequences.js';

const list = fc.array(fc.constantFrom(...'あいうえおかきくけこ'), { maxLength: 60 });

function patch(a: readonly string[], b: readonly string[]): string[] {
  const result: string[] = [];
  let at = 0;
  for (const e of diffSequences(a, b)) {
    result.push(...a.slice(at, e.aStart), ...b.slice(e.bStart, e.bEnd));
    at = e.aEnd;
  }
  return [...result, ...a.slice(at)];
}

describe('diffSequences', () => {
  it('違いを当てると新しい列になり、違いは前から順に重ならない', () => {
    fc.assert(fc.property(list, list, (a, b) => {
      expect(patch(a, b)).toEqual(b);
      const edits = diffSequences(a, b);
      edits.forEach((e, i) => expect(i === 0 || edits[i - 1]!.aEnd <= e.aStart).toBe(true));
    }), { numRuns: 1000 });
  });

  it('同じ列には違いがない', () => {
    fc.assert(fc.property(list, (a) => {
      expect(diffSequences(a, a)).toEqual([]);
    }));
  });

  it('長い列の離れた所の違いを、別々に見つける', () => {
    const a = Array.from({ length: 30_000 }, (_, i) => `語${i % 97}${i % 89}`);
    const b = a.flatMap((word, i) => (i % 300 === 7 ? ['新', word] : i % 300 === 150 ? [] : [word]));
    const edits = diffSequences(a, b);
    expect(edits).toHaveLength(200);
    expect(patch(a, b)).toEqual(b);
  });

  it('まるで違う長い列は、一つの違いとする', () => {
    const a = Array.from({ length: 5000 }, (_, i) => `あ${i % 7}`);
    const b = Array.from({ length: 5000 }, (_, i) => `い${i % 7}`);
    expect(diffSequences(a, b)).toEqual([{ aStart: 0, aEnd: 5000, bStart: 0, bEnd: 5000 }]);
  });
});
