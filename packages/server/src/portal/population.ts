import type { MunicipalityFacts } from '@renkei/app';

export interface PopulationChange {
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly rate: number | null;
}

/** 記録のある調査年（古い順）。 */
export function censusYears(municipalities: readonly Pick<MunicipalityFacts, 'population'>[]): number[] {
  return [...new Set(municipalities.flatMap((m) => Object.keys(m.population).map(Number)))].sort((a, b) => a - b);
}

/** 最初と最後の調査年の間の増減。どちらかの値が無い市町があれば、合計は言えない（null）。 */
export function populationChange(municipalities: readonly Pick<MunicipalityFacts, 'population'>[], years = censusYears(municipalities)): PopulationChange | null {
  const [from, to] = [years[0], years.at(-1)];
  if (from === undefined || to === undefined || from === to || municipalities.length === 0) return null;
  let [before, after] = [0, 0];
  for (const { population } of municipalities) {
    const [b, a] = [population[from], population[to]];
    if (b === undefined || a === undefined) return null;
    before += b;
    after += a;
  }
  return { from, to, before, after, change: after - before, rate: before === 0 ? null : (after - before) / before };
}
