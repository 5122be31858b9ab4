import type { PlainDate } from '@renkei/core';

const NINE_HOURS = 9 * 60 * 60 * 1000;

/** 時刻（ISO 8601）を日本の暦の一日に。日本標準時に夏時間はない。 */
export function japanDay(instant: string): PlainDate {
  return shifted(instant).slice(0, 10) as PlainDate;
}

/** 日本時間の時と分「15:04」。 */
export function japanTime(instant: string): string {
  return shifted(instant).slice(11, 16);
}

function shifted(instant: string): string {
  return new Date(Date.parse(instant) + NINE_HOURS).toISOString();
}
