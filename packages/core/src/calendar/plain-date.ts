import type { Brand } from '../kernel/brand.js';
import { err, ok, type Result } from '../kernel/result.js';

/** 暦の上の一日 `YYYY-MM-DD`。時刻も時間帯も持たない（締結日・議決日・告示日…）。 */
export type PlainDate = Brand<string, 'PlainDate'>;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** 年月日から作る。暦にない日（2月30日など）は `calendar.no-such-day`。 */
export function plainDate(year: number, month: number, day: number): Result<PlainDate, { code: 'calendar.no-such-day' }> {
  const days = month === 2 && isLeapYear(year) ? 29 : DAYS_IN_MONTH[month - 1];
  const whole = [year, month, day].every(Number.isInteger);
  if (!whole || days === undefined || day < 1 || day > days || year < 1 || year > 9999) return err({ code: 'calendar.no-such-day' });
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return ok(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate);
}

/** `YYYY-MM-DD` の文字列を確かめて受け取る。 */
export function parsePlainDate(text: string): Result<PlainDate, { code: 'calendar.no-such-day' }> {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return m ? plainDate(Number(m[1]), Number(m[2]), Number(m[3])) : err({ code: 'calendar.no-such-day' });
}
