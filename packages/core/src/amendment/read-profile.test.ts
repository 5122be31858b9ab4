import { describe, expect, it } from 'vitest';
import { ORDINANCE_PROFILE } from './profile.js';
import { readProfile } from './read-profile.js';

describe('団体の書きぶりの定義', () => {
  it('もとにする書きぶりに、違う所だけを重ねる', () => {
    expect(readProfile({ base: 'ordinance', insertWord: '次に', comparison: { left: 'old', newTitle: '改正後' } })).toEqual({
      ok: true,
      value: { ...ORDINANCE_PROFILE, insertWord: '次に', comparison: { ...ORDINANCE_PROFILE.comparison, left: 'old', newTitle: '改正後' } },
    });
  });

  it.each([
    ['知らない名', { insertword: '次に' }, 'insertword'],
    ['取れない値', { insertWord: '上に' }, 'insertWord'],
    ['範囲の外の数', { rewriteRatio: 2 }, 'rewriteRatio'],
    ['もとにする書きぶりがない', { base: 'law' }, 'base'],
    ['対照表の知らない値', { comparison: { left: '新' } }, 'comparison.left'],
    ['対照表が値の組でない', { comparison: [] }, 'comparison'],
    ['空の題', { comparison: { newTitle: ' ' } }, 'comparison.newTitle'],
    ['継承した名', { constructor: 'x' }, 'constructor'],
  ])('%sは、どこがどう違い、何が書けるかを言う', (_, value, field) => {
    const read = readProfile(value);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error).toEqual([{ field, found: expect.any(String) as string, expected: expect.stringMatching(/./) as string }]);
  });

  it.each([[null], ['agreement'], [[]], [3]])('値の組でない %j は断る', (value) => {
    expect(readProfile(value)).toMatchObject({ ok: false });
  });
});
