import type { AreaFacts, AreaSummary, AreaView, MunicipalityFacts, NewArea } from '@renkei/app';
import type { PlainDate } from '@renkei/core';
import type { Db } from '../database/connect.js';
import { listCards, listReadings } from '../agreement/agreement-card.js';
import { textsInForce } from '../agreement/texts-in-force.js';

export async function listAreas(db: Db): Promise<AreaSummary[]> {
  return db.selectFrom('area').select(['slug', 'name', 'nickname']).orderBy('slug').execute();
}

export async function findArea(db: Db, slug: string, today: PlainDate): Promise<AreaView | null> {
  const area = await findAreaFacts(db, slug);
  if (!area) return null;
  const [agreements, readings] = await Promise.all([
    listCards(db, textsInForce(db, today).where('agreement.area_slug', '=', slug)),
    listReadings(db, slug, today),
  ]);
  return { ...area, agreements, readings };
}

/** 圏域と市町だけ（協約を含まない）。 */
export async function findAreaFacts(db: Db, slug: string): Promise<NewArea | null> {
  const row = await db.selectFrom('area').selectAll().where('slug', '=', slug).executeTakeFirst();
  if (!row) return null;
  const facts: AreaFacts = {
    slug: row.slug,
    name: row.name,
    nickname: row.nickname,
    formedOn: row.formed_on as PlainDate,
    sources: row.sources,
    notes: row.notes,
  };
  return { ...facts, municipalities: await listMunicipalities(db, slug) };
}

/** 建制順の代わりに、全国地方公共団体コードの順。 */
async function listMunicipalities(db: Db, area: string): Promise<MunicipalityFacts[]> {
  const rows = await db
    .selectFrom('area_member')
    .innerJoin('municipality', 'municipality.code', 'area_member.municipality_code')
    .selectAll('municipality')
    .select('area_member.role')
    .where('area_member.area_slug', '=', area)
    .orderBy('municipality.code')
    .execute();
  const counts = await db
    .selectFrom('census_population')
    .innerJoin('area_member', 'area_member.municipality_code', 'census_population.municipality_code')
    .select(['census_population.municipality_code', 'census_year', 'population'])
    .where('area_member.area_slug', '=', area)
    .orderBy('census_year')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    kana: row.kana,
    romaji: row.romaji,
    prefecture: row.prefecture,
    role: row.role as MunicipalityFacts['role'],
    cityHall: { lat: row.city_hall_lat, lng: row.city_hall_lng },
    population: Object.fromEntries(counts.filter((c) => c.municipality_code === row.code).map((c) => [c.census_year, c.population])),
  }));
}
