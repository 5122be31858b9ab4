import type { PlainDate } from '@renkei/core';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../database/connect.js';

/** その日に効いている版の番号。施行の日は番号の順に並ぶので、施行済みの最大の番号。 */
export const numberInForce = (today: PlainDate): RawBuilder<number> =>
  sql<number>`coalesce((SELECT max(number) FROM amendment WHERE amendment.agreement_id = agreement.id AND in_force_on <= ${today}), 0)`;

/** 最新の読取の、その日に効いている本文。 */
export const textsInForce = (db: Db, today: PlainDate) => textsOf(db, numberInForce(today));

/** 最新の読取の、番号の版の本文。無い版なら行が無い。 */
export const textsOfVersion = (db: Db, version: number) => textsOf(db, sql<number>`${version}::integer`).where(sql<boolean>`coalesce(amended.number, 0) = ${version}`);

/** 0 なら原文を読み取った本文（current）、1 からは変更の後の本文（amended）。 */
function textsOf(db: Db, version: RawBuilder<number>) {
  return db
    .selectFrom('agreement')
    .innerJoin('agreement_revision as current', 'current.agreement_id', 'agreement.id')
    .leftJoin('amended_text as amended', (join) =>
      join.onRef('amended.agreement_id', '=', 'agreement.id').onRef('amended.revision', '=', 'current.revision').on('amended.number', '=', version),
    )
    .where('current.revision', '=', ({ selectFrom }) =>
      selectFrom('agreement_revision as any_revision')
        .select(({ fn }) => fn.max('any_revision.revision').as('newest'))
        .whereRef('any_revision.agreement_id', '=', 'agreement.id'),
    )
    .select(['agreement.id', 'current.revision'])
    .select(sql<number>`coalesce(amended.number, 0)`.as('version'));
}

/** 版の読取の列 */
export const READING = sql<unknown>`coalesce(amended.reading, current.reading)`.as('reading');

/** 版の本文と読取の列 */
export const TEXT_COLUMNS = [
  sql<unknown>`coalesce(amended.document, current.document)`.as('document'),
  sql<unknown>`coalesce(amended.labels, current.labels)`.as('labels'),
  READING,
] as const;
