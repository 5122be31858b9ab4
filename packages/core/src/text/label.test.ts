import { describe, expect, it } from 'vitest';
import type { ProvisionNum } from './element.js';
import { branchLike, readLabel, writeLabel } from './label.js';

const num = (text: string) => text as ProvisionNum;

describe('標目', () => {
  it.each([
    ['条の枝番号', '第一条', '22_2', '第二十二条の二'],
    ['算用数字の条', '第1条', '3_2', '第3条の2'],
    ['削除の範囲', '第一条', '38:84', '第三十八条から第八十四条まで'],
    ['括弧の号', '(1)', '10', '(10)'],
    ['号の枝番号', '一', '3_2', '三の二'],
    ['五十音の細分', 'ア', '6', 'カ'],
    ['イロハの細分', 'イ', '3', 'ハ'],
    ['括弧の五十音', '(ア)', '2', '(イ)'],
    ['ローマ数字', 'i', '4', 'iv'],
  ] as const)('%s: %s の %s は %s', (_, form, n, label) => {
    expect(writeLabel(form, num(n))).toBe(label);
    if (!n.includes(':')) expect(readLabel(label)).toContainEqual({ form, num: n });
  });

  it('「イ」は五十音の2番目とイロハの1番目の両方に読める', () => {
    expect(readLabel('イ')).toEqual([{ form: 'ア', num: '2' }, { form: 'イ', num: '1' }]);
  });

  it('枝番号は、括弧の外にも中にも書ける', () => {
    expect(readLabel('(3の2)')).toEqual(readLabel('(3)の2'));
    expect(readLabel('（３の２の２）')).toContainEqual({ form: '（１）', num: '3_2_2' });
    expect(readLabel('(3の)')).toEqual([]);
    expect(branchLike('(4)の2', '(3の2)')).toBe('(4の2)');
    expect(branchLike('(4)の2', '(3)の2')).toBe('(4)の2');
    expect(branchLike('(4)', '(3の2)')).toBe('(4)');
  });

  it('書きぶりの尽きる番号は導かない', () => {
    expect(writeLabel('ア', num('60'))).toBeUndefined();
  });
});
