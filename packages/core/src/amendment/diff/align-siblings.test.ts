import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Element, ProvisionNum } from '../../text/element.js';
import { alignSiblings, type Sibling } from './align-siblings.js';
import { bigramsOf } from './provision-print.js';

const siblings = (...texts: readonly string[]): Sibling[] => texts.map((text, i) => ({
  num: String(i + 1) as ProvisionNum,
  content: text,
  bigrams: () => bigramsOf({ tag: 'Item', id: 'n1', attr: {}, children: [text] } as unknown as Element),
}));

describe('alignSiblings', () => {
  it('番号がずれても、同じ印字を対応させる', () => {
    expect(alignSiblings(siblings('甲の事項', '乙の計画', '丙の評価'), siblings('甲の事項', '新しい会議', '乙の計画', '丙の評価'))).toEqual([[0, 0], [1, 2], [2, 3]]);
  });

  it('字句の変わった規定は、似たものに対応させる', () => {
    expect(alignSiblings(siblings('市長が会議を招集すること。', '費用を分担すること。'), siblings('記録を残す。', '市長が会議を毎年招集すること。', '費用を等しく分担すること。'))).toEqual([[0, 1], [1, 2]]);
  });

  it('順序を越えて動いたものは対応させない', () => {
    const pairs = alignSiblings(siblings('甲の事項', '乙の計画', '丙の評価'), siblings('丙の評価', '甲の事項', '乙の計画'));
    expect(pairs).toEqual([[0, 1], [1, 2]]);
  });

  it('空の並び・一つの並び', () => {
    expect(alignSiblings([], [])).toEqual([]);
    expect(alignSiblings(siblings('甲'), [])).toEqual([]);
    expect(alignSiblings([], siblings('甲'))).toEqual([]);
    expect(alignSiblings(siblings('甲'), siblings('甲'))).toEqual([[0, 0]]);
  });

  it('同じ印字が幾つあっても、対応は一対一で順序を保つ', () => {
    const list = fc.array(fc.constantFrom('削除', '甲の事項', '乙の計画を定める', '乙の計画を定めること'), { maxLength: 90 });
    fc.assert(fc.property(list, list, (base, next) => {
      const pairs = alignSiblings(siblings(...base), siblings(...next));
      pairs.forEach(([i, j], k) => {
        expect(i).toBeLessThan(base.length);
        expect(j).toBeLessThan(next.length);
        if (k > 0) expect(pairs[k - 1]![0] < i && pairs[k - 1]![1] < j).toBe(true);
      });
      if (base.join('\n') === next.join('\n')) expect(pairs.length).toBe(base.length);
    }), { numRuns: 300 });
  });
});
