import { describe, expect, test } from 'vitest';
import { fiscalYearOf, formatFiscalYear, lastDayOfFiscalYear } from './fiscal-year.js';
import type { PlainDate } from './plain-date.js';

describe('会計年度', () => {
  test.each([
    ['年度の初日', '2026-04-01', 2026],
    ['年度の末日', '2027-03-31', 2026],
    ['締結日', '2017-03-30', 2016],
  ])('%s %s は %i 年度', (_, date, year) => {
    expect(fiscalYearOf(date as PlainDate)).toBe(year);
  });

  test('末日は翌年の3月31日', () => {
    expect(lastDayOfFiscalYear(2026)).toBe('2027-03-31');
  });

  test.each([
    [2026, '令和8年度'],
    [2019, '令和元年度'],
    [2018, '平成30年度'],
    [1989, '平成元年度'],
    [1988, '昭和63年度'],
    [1860, '1860年度'],
  ])('%i 年度の呼び名は %s', (year, name) => {
    expect(formatFiscalYear(year)).toBe(name);
  });
});
