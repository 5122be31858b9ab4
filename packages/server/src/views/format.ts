import type { Lang } from '@renkei/app';
import { formatFiscalYear, formatWareki, type PlainDate } from '@renkei/core';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** 和暦を先に、西暦を添える。「平成29年3月30日（2017年）」/ 「30 March 2017」 */
export function formatDay(date: PlainDate, lang: Lang): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return lang === 'ja' ? `${formatWareki(date)}（${year}年）` : `${day} ${MONTHS[month - 1]} ${year}`;
}

/** 「令和8年度」/ 「fiscal year 2026」 */
export function formatYear(fiscalYear: number, lang: Lang): string {
  return lang === 'ja' ? formatFiscalYear(fiscalYear) : `fiscal year ${fiscalYear}`;
}

export function formatCount(value: number): string {
  return value.toLocaleString('en-US');
}

/** 増減。負の数は、日本語では「△」（会計と統計の慣行）。 */
export function formatChange(value: number, lang: Lang): string {
  if (value === 0) return '0';
  const size = formatCount(Math.abs(value));
  if (value > 0) return `+${size}`;
  return lang === 'ja' ? `△${size}` : `−${size}`;
}

/** 増減率（百分率、小数第1位）。 */
export function formatRate(rate: number, lang: Lang): string {
  const size = `${(Math.abs(rate) * 100).toFixed(1)}%`;
  if (size === '0.0%') return size;
  if (rate > 0) return `+${size}`;
  return lang === 'ja' ? `△${size}` : `−${size}`;
}

/** 名の並び。「山口市・宇部市」/ 「A, B and C」 */
export function formatNames(names: readonly string[], lang: Lang): string {
  if (lang === 'ja') return names.join('・');
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
