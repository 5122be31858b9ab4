import type { VersionFacts } from '@renkei/app';
import type { PlainDate } from '@renkei/core';
import { formatDay } from '../format.js';
import type { Page } from '../page.js';

/** 版の効く期間。「平成29年3月30日（2017年）から令和9年3月31日（2027年）まで」 */
export function versionDays(page: Page, { from, until }: Pick<VersionFacts, 'from' | 'until'>): string {
  const start = from === null ? page.say('history.no-day') : page.say('history.from', { day: formatDay(from, page.lang) });
  if (until === null) return start;
  const end = until === from ? page.say('history.same-day') : page.say('history.until', { day: formatDay(dayBefore(until), page.lang) });
  return page.lang === 'ja' ? `${start}${end}` : `${start} ${end}`;
}

const ONE_DAY = 24 * 60 * 60 * 1000;
const dayBefore = (day: PlainDate): PlainDate => new Date(Date.parse(day) - ONE_DAY).toISOString().slice(0, 10) as PlainDate;
