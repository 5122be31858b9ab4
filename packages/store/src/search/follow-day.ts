import type { AgreementReading, LawDocument, PlainDate } from '@renkei/core';
import { sql } from 'kysely';
import { numberInForce, TEXT_COLUMNS, textsInForce } from '../agreement/texts-in-force.js';
import type { Db } from '../database/connect.js';
import { lockPublication } from '../publication/publication.js';
import { indexAgreement } from './index-agreement.js';

/** その日に効いている本文から、協約の検索の見出しを作り直す。 */
export async function indexTextInForce(trx: Db, id: bigint, today: PlainDate): Promise<void> {
  const { area_slug, slug, version, document, labels, reading } = await textsInForce(trx, today)
    .select(['agreement.area_slug', 'agreement.slug'])
    .select(TEXT_COLUMNS)
    .where('agreement.id', '=', id)
    .executeTakeFirstOrThrow();
  await indexAgreement(trx, id, { area: area_slug, slug, document: { root: document, labels } as LawDocument, reading: reading as AgreementReading });
  await trx.updateTable('agreement').set({ searched_amendment: version }).where('id', '=', id).where('searched_amendment', '<>', version).execute();
}

/** 施行の日が来て、効く本文が検索の見出しと違うようになった協約を追い付かせる。印（publication）も進む。 */
export async function followDay(db: Db, today: PlainDate): Promise<void> {
  if ((await listBehind(db, today)).length === 0) return;
  await db.transaction().execute(async (trx) => {
    await lockPublication(trx);
    for (const id of await listBehind(trx, today)) await indexTextInForce(trx, id, today);
  });
}

async function listBehind(db: Db, today: PlainDate): Promise<bigint[]> {
  const rows = await db
    .selectFrom('agreement')
    .select('id')
    .where(sql<boolean>`searched_amendment <> ${numberInForce(today)}`)
    .execute();
  return rows.map((row) => row.id);
}
