import type { MunicipalityFacts } from '@renkei/app';
import { ok } from '@renkei/core';
import { apiLinks } from '../links.js';
import { areaParam } from '../parameters.js';
import type { Dataset } from './dataset.js';

interface Row {
  readonly facts: MunicipalityFacts;
  readonly url: string;
}

export const municipalities: Dataset<Row> = {
  id: 'municipalities',
  path: '/areas/{area}/municipalities',
  title: { ja: '圏域の市町', en: 'Municipalities of the area' },
  grain: { ja: '一つの市町', en: 'one municipality' },
  params: { area: areaParam },
  query: {},
  columns: [
    { name: 'code', header: '全国地方公共団体コード', type: 'string', meaning: { ja: '6桁（検査数字付き）の文字', en: 'six digits with check digit, as text' }, value: (r) => r.facts.code },
    { name: 'name', header: '団体名', type: 'string', meaning: { ja: '市町の名', en: 'name' }, value: (r) => r.facts.name },
    { name: 'kana', header: '団体名_カナ', type: 'string', meaning: { ja: '読み（全角カタカナ）', en: 'reading in katakana' }, value: (r) => katakana(r.facts.kana) },
    { name: 'romaji', header: '団体名_英字', type: 'string', meaning: { ja: 'ローマ字（ヘボン式）', en: 'romanised name (Hepburn)' }, value: (r) => r.facts.romaji },
    { name: 'prefecture', header: '都道府県名', type: 'string', meaning: { ja: '都道府県の名', en: 'prefecture' }, value: (r) => r.facts.prefecture },
    { name: 'role', header: '圏域での役割', type: 'string', meaning: { ja: '連携中枢都市 か 連携市町', en: 'core city (連携中枢都市) or partner (連携市町)' }, value: (r) => r.facts.role },
    { name: 'cityHallLatitude', header: '役所_緯度', type: 'number', unit: '度', meaning: { ja: '役所の緯度（世界測地系）', en: 'latitude of the city hall' }, value: (r) => r.facts.cityHall.lat },
    { name: 'cityHallLongitude', header: '役所_経度', type: 'number', unit: '度', meaning: { ja: '役所の経度（世界測地系）', en: 'longitude of the city hall' }, value: (r) => r.facts.cityHall.lng },
    { name: 'url', header: 'URL', type: 'string', meaning: { ja: '市町のページ', en: 'page of the municipality' }, value: (r) => r.url },
  ],
  rows: async ({ params, services }) => {
    const area = await services.catalogue.findArea(params.area!);
    return area && ok(area.municipalities.map((facts) => ({ facts, url: apiLinks(services.baseUrl).municipality(area.slug, facts.code).html })));
  },
};

/** 自治体標準オープンデータセットの「カナ」の項目は全角カタカナで書く。記録の読みはひらがな。 */
const katakana = (hiragana: string): string => hiragana.replace(/[ぁ-ゖ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60));
