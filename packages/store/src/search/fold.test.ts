import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold, foldWithPlaces } from './fold.js';

it.each([
  ['全角と半角の英数字', 'ＩＴ２０', 'it20'],
  ['半角カナの濁点', 'ﾃﾞｼﾞﾀﾙﾊﾟｰｸ', 'でじたるぱーく'],
  ['カタカナとひらがな', 'ヴィジョン・ヶ丘', 'ゔぃじょん・ゖ丘'],
  ['組文字', '㈱山口㌖①', '(株)山口きろめーとる1'],
  ['空白の種類と数', '観光 　\n\t交流', '観光 交流'],
  ['分けて書かれた濁点', 'か\u3099くしゅう', 'がくしゅう'],
  ['大文字', 'ABC', 'abc'],
  ['ローマ字の長音の符号', 'Hōfu Ho\u0304fu ÔÉ', 'hofu hofu oe'],
  ['漢字の字体は変えない', '戰略', '戰略'],
  ['受け付けられない文字', 'a\0b\ud800c', 'a\uFFFDb\uFFFDc'],
])('%s', (_rule, text, folded) => {
  expect(fold(text)).toBe(folded);
});

it('畳んだ文字のどれにも、元の文字列での場所がある', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const { text: folded, starts, ends } = foldWithPlaces(text);
    expect(starts).toHaveLength(folded.length);
    expect(ends).toHaveLength(folded.length);
    starts.forEach((start, i) => {
      expect(start).toBeGreaterThanOrEqual(i === 0 ? 0 : starts[i - 1]!);
      expect(ends[i]).toBeGreaterThan(start);
      expect(ends[i]).toBeLessThanOrEqual(text.length);
    });
  }));
});
