import type { NewAmendment, StaleVersion } from '@renkei/app';
import { err, ok, type PlainDate, type Result } from '@renkei/core';
import { sql } from 'kysely';
import type { Db } from '../database/connect.js';
import { toJsonb, toText } from '../database/jsonb.js';
import { lockPublication } from '../publication/publication.js';
import { indexTextInForce } from '../search/follow-day.js';
import { writeAmendedText } from './amended-text.js';

/** 変更と、その後の本文を足す。基にした版が今も最新のときだけ。 */
export async function saveAmendment(db: Db, amendment: NewAmendment, today: PlainDate): Promise<Result<void, StaleVersion>> {
  return db.transaction().execute(async (trx) => {
    await lockPublication(trx);
    const newest = await newestVersion(trx, amendment.area, amendment.agreement);
    if (!newest || newest.revision !== amendment.baseRevision || newest.number !== amendment.number - 1) return err({ code: 'agreement.stale' });
    await addAmendment(trx, newest.id, amendment);
    await writeAmendedText(trx, { agreement: newest.id, revision: amendment.baseRevision, amendment: amendment.number }, amendment.result);
    await indexTextInForce(trx, newest.id, today);
    return ok(undefined);
  });
}

async function newestVersion(trx: Db, area: string, slug: string) {
  return trx
    .selectFrom('agreement')
    .innerJoin('agreement_revision', 'agreement_revision.agreement_id', 'agreement.id')
    .select(['agreement.id', 'agreement_revision.revision'])
    .select(sql<number>`coalesce((SELECT max(number) FROM amendment WHERE amendment.agreement_id = agreement.id), 0)`.as('number'))
    .where('agreement.area_slug', '=', area)
    .where('agreement.slug', '=', slug)
    .orderBy('agreement_revision.revision', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function addAmendment(trx: Db, id: bigint, { number, baseRevision, title, concludedOn, inForceOn, sample, operations, operationsSha256, printed, lines, text }: NewAmendment): Promise<void> {
  await trx
    .insertInto('amendment')
    .values({
      agreement_id: id,
      number,
      base_revision: baseRevision,
      title: toText(title),
      concluded_on: concludedOn,
      in_force_on: inForceOn,
      sample,
      operations: toJsonb(operations),
      operations_sha256: operationsSha256,
      printed: toText(printed),
      provision_lines: [...lines],
      text_bytes: Buffer.from(text.bytes.buffer, text.bytes.byteOffset, text.bytes.byteLength),
      text_sha256: text.sha256,
      text_format: text.format,
      text_encoding: text.encoding,
      text_file_name: toText(text.fileName),
      text_note: text.note === null ? null : toText(text.note),
    })
    .execute();
}
