import type { AreaView } from '@renkei/app';
import { writeCsv } from './csv.js';
import { isParty } from './net-of.js';
import { censusYears } from './population.js';

/** 市町の一覧。列名は自治体標準オープンデータセットの名に合わせる。人口の無い年は空（0 ではない）。 */
export function municipalitiesCsv(area: AreaView): string {
  const years = censusYears(area.municipalities);
  const header = ['全国地方公共団体コード', '地方公共団体名', '地方公共団体名_カナ', '都道府県', '圏域', '位置付け', '緯度', '経度', ...years.map((y) => `国勢調査人口_${y}`), '連携協約数'];
  return writeCsv(
    header,
    area.municipalities.map((m) => [
      m.code, m.name, katakana(m.kana), m.prefecture, area.name, m.role, m.cityHall.lat, m.cityHall.lng,
      ...years.map((y) => m.population[y] ?? null),
      area.agreements.filter((a) => a.parties.some((p) => isParty(p, m))).length,
    ]),
  );
}

const katakana = (kana: string): string => kana.replace(/[ぁ-ゖ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60));
