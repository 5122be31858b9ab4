import type { NewArea } from '@renkei/app';
import { sql } from 'kysely';
import type { Db } from '../database/connect.js';
import { toJsonb, toText } from '../database/jsonb.js';
import { changedInTransaction, lockPublication } from '../publication/publication.js';
import { indexArea } from '../search/index-area.js';

/** 圏域とその市町を、渡された通りにする。変わらない行には触れない（公開の印が進まない）。 */
export async function saveArea(db: Db, area: NewArea): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockPublication(trx);
    await writeArea(trx, area);
    await writeMunicipalities(trx, area);
    await writeMembers(trx, area);
    if (await changedInTransaction(trx)) await indexArea(trx, area);
  });
}

async function writeArea(trx: Db, area: NewArea): Promise<void> {
  const row = {
    name: toText(area.name),
    nickname: area.nickname === null ? null : toText(area.nickname),
    formed_on: area.formedOn,
    sources: toJsonb(area.sources),
    notes: area.notes.map(toText),
  };
  await trx
    .insertInto('area')
    .values({ slug: area.slug, ...row })
    .onConflict((conflict) =>
      conflict.column('slug').doUpdateSet(row).where(sql<boolean>`(area.name, area.nickname, area.formed_on, area.sources, area.notes)
        IS DISTINCT FROM (excluded.name, excluded.nickname, excluded.formed_on, excluded.sources, excluded.notes)`),
    )
    .execute();
}

async function writeMunicipalities(trx: Db, area: NewArea): Promise<void> {
  for (const m of area.municipalities) {
    const row = {
      name: toText(m.name),
      kana: toText(m.kana),
      romaji: toText(m.romaji),
      prefecture: toText(m.prefecture),
      city_hall_lat: m.cityHall.lat,
      city_hall_lng: m.cityHall.lng,
    };
    await trx
      .insertInto('municipality')
      .values({ code: m.code, ...row })
      .onConflict((conflict) =>
        conflict.column('code').doUpdateSet(row).where(sql<boolean>`
          (municipality.name, municipality.kana, municipality.romaji, municipality.prefecture, municipality.city_hall_lat, municipality.city_hall_lng)
          IS DISTINCT FROM (excluded.name, excluded.kana, excluded.romaji, excluded.prefecture, excluded.city_hall_lat, excluded.city_hall_lng)`),
      )
      .execute();

    const years = Object.entries(m.population).map(([year, population]) => ({ municipality_code: m.code, census_year: Number(year), population }));
    let removed = trx.deleteFrom('census_population').where('municipality_code', '=', m.code);
    if (years.length > 0) removed = removed.where('census_year', 'not in', years.map((y) => y.census_year));
    await removed.execute();
    if (years.length === 0) continue;
    await trx
      .insertInto('census_population')
      .values(years)
      .onConflict((conflict) =>
        conflict
          .columns(['municipality_code', 'census_year'])
          .doUpdateSet({ population: sql<number>`excluded.population` })
          .where(sql<boolean>`census_population.population <> excluded.population`),
      )
      .execute();
  }
}

async function writeMembers(trx: Db, area: NewArea): Promise<void> {
  const members = area.municipalities.map((m) => ({ area_slug: area.slug, municipality_code: m.code, role: m.role }));
  let removed = trx.deleteFrom('area_member').where('area_slug', '=', area.slug);
  if (members.length > 0) removed = removed.where('municipality_code', 'not in', members.map((m) => m.municipality_code));
  await removed.execute();
  if (members.length === 0) return;
  await trx
    .insertInto('area_member')
    .values(members)
    .onConflict((conflict) =>
      conflict.columns(['area_slug', 'municipality_code']).doUpdateSet({ role: sql<string>`excluded.role` }).where(sql<boolean>`area_member.role <> excluded.role`),
    )
    .execute();
}
