import type { MunicipalityFacts } from '@renkei/app';
import { ok } from '@renkei/core';
import { areaParam } from '../parameters.js';
import type { Dataset } from './dataset.js';

interface Row {
  readonly facts: MunicipalityFacts;
  readonly year: number;
  readonly persons: number;
  readonly source: string;
}

export const population: Dataset<Row> = {
  id: 'population',
  path: '/areas/{area}/population',
  title: { ja: '圏域の市町の人口（国勢調査）', en: 'Population of the municipalities (census)' },
  grain: { ja: '一つの市町の一つの調査年', en: 'one municipality in one census year' },
  params: { area: areaParam },
  query: {},
  columns: [
    { name: 'code', header: '全国地方公共団体コード', type: 'string', meaning: { ja: '6桁（検査数字付き）の文字', en: 'six digits with check digit, as text' }, value: (r) => r.facts.code },
    { name: 'name', header: '団体名', type: 'string', meaning: { ja: '市町の名', en: 'name' }, value: (r) => r.facts.name },
    { name: 'year', header: '調査年', type: 'integer', unit: '西暦年', meaning: { ja: '国勢調査の年（10月1日現在）', en: 'year of the census (as of 1 October)' }, value: (r) => r.year },
    { name: 'persons', header: '人口', type: 'integer', unit: '人', meaning: { ja: '確報の人口', en: 'final figure' }, value: (r) => r.persons },
    { name: 'source', header: '出典', type: 'string', meaning: { ja: '値の出典', en: 'source of the figure' }, value: (r) => r.source },
  ],
  rows: async ({ params, services }) => {
    const area = await services.catalogue.findArea(params.area!);
    if (!area) return null;
    const source = area.sources.population ?? '';
    return ok(area.municipalities.flatMap((facts) => Object.entries(facts.population).map(([year, persons]) => ({ facts, year: Number(year), persons, source }))));
  },
};
