import type { AgreementCard } from '@renkei/app';
import type { AgreementReading, PlainDate } from '@renkei/core';
import { sql } from 'kysely';
import type { Db } from '../database/connect.js';

/** 今の版だけを見る協約の一覧。 */
export function currentRevisions(db: Db) {
  return db
    .selectFrom('agreement')
    .innerJoin('agreement_revision as current', 'current.agreement_id', 'agreement.id')
    .where('current.revision', '=', ({ selectFrom }) =>
      selectFrom('agreement_revision as any_revision')
        .select(({ fn }) => fn.max('any_revision.revision').as('newest'))
        .whereRef('any_revision.agreement_id', '=', 'agreement.id'),
    );
}

/** 締結日の順。日のない案は後。 */
export async function listCards(db: Db, area: string, slug?: string): Promise<AgreementCard[]> {
  let query = currentRevisions(db)
    .select(['agreement.id', 'agreement.slug', 'agreement.sample', 'current.revision', 'current.title', 'current.concluded_on'])
    .select(({ selectFrom, fn }) =>
      selectFrom('initiative')
        .select(fn.countAll<bigint>().as('count'))
        .whereRef('initiative.agreement_id', '=', 'current.agreement_id')
        .whereRef('initiative.revision', '=', 'current.revision')
        .as('initiative_count'),
    )
    .where('agreement.area_slug', '=', area)
    .orderBy(sql`current.concluded_on NULLS LAST`)
    .orderBy('agreement.slug');
  if (slug !== undefined) query = query.where('agreement.slug', '=', slug);
  const rows = await query.execute();
  if (rows.length === 0) return [];
  const parties = await db
    .selectFrom('party')
    .select(['agreement_id', 'revision', 'code', 'name'])
    .where('agreement_id', 'in', rows.map((row) => row.id))
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    slug: row.slug,
    title: row.title ?? '',
    parties: parties.filter((p) => p.agreement_id === row.id && p.revision === row.revision).map(({ code, name }) => ({ code, name })),
    concludedOn: row.concluded_on as PlainDate | null,
    sample: row.sample,
    initiativeCount: Number(row.initiative_count),
  }));
}

export async function listReadings(db: Db, area: string): Promise<{ agreement: string; reading: AgreementReading }[]> {
  const rows = await currentRevisions(db)
    .select(['agreement.slug', 'current.reading'])
    .where('agreement.area_slug', '=', area)
    .orderBy(sql`current.concluded_on NULLS LAST`)
    .orderBy('agreement.slug')
    .execute();
  return rows.map((row) => ({ agreement: row.slug, reading: row.reading as AgreementReading }));
}
