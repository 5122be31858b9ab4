import { plainDate, type PlainDate } from './plain-date.js';

/**
 * 元号の表。法令標準XML の Era 属性の綴りを名前に使う。次の改元はこの表に1行足す。
 * 出典: 元号を改める政令（昭和64年政令第1号、平成31年政令第143号）。
 */
export interface Era {
  readonly name: 'Meiji' | 'Taisho' | 'Showa' | 'Heisei' | 'Reiwa';
  readonly kanji: string;
  readonly initial: string;
  /** 元年に当たる西暦年 */
  readonly firstYear: number;
  /** この元号の初日 */
  readonly from: PlainDate;
}

const era = (name: Era['name'], kanji: string, initial: string, firstYear: number, from: string): Era => ({
  name,
  kanji,
  initial,
  firstYear,
  from: from as PlainDate,
});

/** 新しい順 */
export const ERAS: readonly Era[] = [
  era('Reiwa', '令和', 'R', 2019, '2019-05-01'),
  era('Heisei', '平成', 'H', 1989, '1989-01-08'),
  era('Showa', '昭和', 'S', 1926, '1926-12-25'),
  era('Taisho', '大正', 'T', 1912, '1912-07-30'),
  era('Meiji', '明治', 'M', 1868, '1868-01-25'),
];

/** 和暦の表示「平成29年3月30日」。明治より前は西暦のまま「1867年1月1日」。 */
export function formatWareki(date: PlainDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const era = ERAS.find((e) => e.from <= date);
  if (!era) return `${year}年${month}月${day}日`;
  const n = year - era.firstYear + 1;
  return `${era.kanji}${n === 1 ? '元' : n}年${month}月${day}日`;
}

/** 元号の年月日を西暦の一日へ。元号の期間外（平成32年など）は `inEra: false` を添えて返す。 */
export function fromEra(era: Era, year: number, month: number, day: number): { date: PlainDate; inEra: boolean } | undefined {
  const made = plainDate(era.firstYear + year - 1, month, day);
  if (!made.ok) return undefined;
  const next = ERAS[ERAS.indexOf(era) - 1];
  return { date: made.value, inEra: made.value >= era.from && (next === undefined || made.value < next.from) };
}
