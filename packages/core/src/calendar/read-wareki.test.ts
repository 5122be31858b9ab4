import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeNumeral } from '../kernel/numeral.js';
import { ERAS, formatWareki } from './era.js';
import { plainDate } from './plain-date.js';
import { readWareki } from './read-wareki.js';

describe('日付を読む', () => {
  it.each([
    ['半角の数字', '平成29年3月30日', '2017-03-30'],
    ['全角の数字', '平成２９年３月３０日', '2017-03-30'],
    ['漢数字', '平成二十九年三月三十日', '2017-03-30'],
    ['桁を並べた漢数字', '平成二九年三月三〇日', '2017-03-30'],
    ['元年', '令和元年5月1日', '2019-05-01'],
    ['数字の前後の空白', '令和 13 年3 月 31 日', '2031-03-31'],
    ['一文字ずつ離れた文字', '平 成 ２ ９ 年 ３ 月 ３ ０ 日', '2017-03-30'],
    ['全角の空白', '平成29年　3月　30日', '2017-03-30'],
    ['元号の頭文字と点', 'H29.3.30', '2017-03-30'],
    ['全角の頭文字', 'Ｒ４．３．２８', '2022-03-28'],
    ['元号と点', '平成29.3.30', '2017-03-30'],
    ['昭和の頭文字', 'S22.4.17', '1947-04-17'],
    ['合字の元号', '㍻29年3月30日', '2017-03-30'],
    ['西暦', '2017年3月30日', '2017-03-30'],
    ['西暦の併記', '平成29年（2017年）3月30日', '2017-03-30'],
    ['文の中', '（令和4年3月28日告示第55号）', '2022-03-28'],
    ['改元の前日', '平成31年4月30日', '2019-04-30'],
  ])('%s: %s', (_, text, date) => {
    const reading = readWareki(text);
    expect(reading?.date).toBe(date);
    expect(reading?.trouble).toBeUndefined();
  });

  it.each([
    ['日の空白', '令和4年3月　日'],
    ['月日の空白', '平成　　年　　月　　日'],
    ['空白もない空欄', '令和年月日'],
  ])('%s は blank で、日付にしない: %s', (_, text) => {
    expect(readWareki(text)).toMatchObject({ date: null, trouble: 'blank', found: text });
  });

  it.each([
    ['改元の後の平成', '平成31年5月1日', '2019-05-01'],
    ['改元の前の令和', '令和元年4月30日', '2019-04-30'],
    ['ない年の昭和', '昭和64年1月8日', '1989-01-08'],
  ])('%s は西暦に直し out-of-era と言う', (_, text, date) => {
    expect(readWareki(text)).toMatchObject({ date, trouble: 'out-of-era' });
  });

  it.each([['平成29年2月29日'], ['令和0年1月1日'], ['平成29年13月1日'], ['平成29年十一十月1日']])('暦にない日 %s は no-such-day', (text) => {
    expect(readWareki(text)).toMatchObject({ date: null, trouble: 'no-such-day' });
  });

  it.each([['第252条の2第1項'], ['昭和22年法律第67号'], ['毎年度'], [''], ['平成29年度']])('日付のない文 %s は読まない', (text) => {
    expect(readWareki(text)).toBeUndefined();
  });

  it('位置は元の文字列のもの', () => {
    const text = 'この協約は、平成29年3月30日から';
    const { start, end, found } = readWareki(text)!;
    expect(text.slice(start, end)).toBe(found);
  });

  it('明治以後のどの日も、書いた和暦から同じ日に戻る', () => {
    const day = fc.record({ year: fc.integer({ min: 1870, max: 2200 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }), form: fc.constantFrom('half', 'full', 'kanji' as const) });
    fc.assert(
      fc.property(day, ({ year, month, day, form }) => {
        const made = plainDate(year, month, day);
        if (!made.ok) return;
        const printed = formatWareki(made.value).replace(/[0-9]+/g, (n) => writeNumeral(Number(n), form));
        expect(readWareki(printed)).toMatchObject({ date: made.value });
      }),
    );
  });

  it('どんな文字列でも例外にしない', () => {
    const piece = fc.constantFrom(...ERAS.map((e) => e.kanji), 'H', '年', '月', '日', '2', '二', '十', '　', '.', '元', '（', '）');
    fc.assert(fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => void readWareki(pieces.join(''))));
  });
});
