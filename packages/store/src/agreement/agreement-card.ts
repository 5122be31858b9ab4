import type { AgreementCard } from '@renkei/app';
import type { AgreementReading, PlainDate } from '@renkei/core';
import { sql } from 'kysely';
import type { Db } from '../database/connect.js';
import { READING, textsInForce, type textsOfVersion } from './texts-in-force.js';

type Texts = ReturnType<typeof textsInForce> | ReturnType<typeof textsOfVersion>;

/** 本文のどれかの版の、一覧に出す事実。締結日の順。日のない案は後。 */
export async function listCards(db: Db, texts: Texts): Promise<AgreementCard[]> {
  const rows = await texts
    .select(['agreement.slug', 'current.concluded_on'])
    .select(sql<string | null>`coalesce(amended.title, current.title)`.as('title'))
    .select(sql<boolean>`agreement.sample OR EXISTS (SELECT FROM amendment WHERE amendment.agreement_id = agreement.id AND amendment.number <= amended.number AND amendment.sample)`.as('sample'))
    .select(({ selectFrom, fn }) =>
      selectFrom('initiative')
        .select(fn.countAll<bigint>().as('count'))
        .whereRef('initiative.agreement_id', '=', 'current.agreement_id')
        .whereRef('initiative.revision', '=', 'current.revision')
        .where('initiative.amendment', '=', sql<number>`coalesce(amended.number, 0)`)
        .as('initiative_count'),
    )
    .orderBy(sql`current.concluded_on NULLS LAST`)
    .orderBy('agreement.slug')
    .execute();
  if (rows.length === 0) return [];
  const parties = await db
    .selectFrom('party')
    .select(['agreement_id', 'revision', 'amendment', 'code', 'name'])
    .where('agreement_id', 'in', rows.map((row) => row.id))
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    slug: row.slug,
    title: row.title ?? '',
    parties: parties
      .filter((p) => p.agreement_id === row.id && p.revision === row.revision && p.amendment === row.version)
      .map(({ code, name }) => ({ code, name })),
    concludedOn: row.concluded_on as PlainDate | null,
    sample: row.sample,
    initiativeCount: Number(row.initiative_count),
  }));
}

export async function listReadings(db: Db, area: string, today: PlainDate): Promise<{ agreement: string; reading: AgreementReading }[]> {
  const rows = await textsInForce(db, today)
    .select('agreement.slug')
    .select(READING)
    .where('agreement.area_slug', '=', area)
    .orderBy(sql`current.concluded_on NULLS LAST`)
    .orderBy('agreement.slug')
    .execute();
  return rows.map((row) => ({ agreement: row.slug, reading: row.reading as AgreementReading }));
}
