import { ERAS } from './era.js';
import type { PlainDate } from './plain-date.js';

/** 会計年度（4月1日から翌年3月31日まで。地方自治法第208条第1項）。整数は始まる年の西暦。 */
export function fiscalYearOf(date: PlainDate): number {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return month >= 4 ? year : year - 1;
}

export function lastDayOfFiscalYear(fiscalYear: number): PlainDate {
  return `${String(fiscalYear + 1).padStart(4, '0')}-03-31` as PlainDate;
}

/** 「令和8年度」。年度の呼び名は、その年の末（12月31日）の元号による（平成31年4月に始まる年度は令和元年度）。 */
export function formatFiscalYear(fiscalYear: number): string {
  const era = ERAS.find((e) => e.from <= `${String(fiscalYear).padStart(4, '0')}-12-31`);
  if (!era) return `${fiscalYear}年度`;
  const n = fiscalYear - era.firstYear + 1;
  return `${era.kanji}${n === 1 ? '元' : n}年度`;
}
