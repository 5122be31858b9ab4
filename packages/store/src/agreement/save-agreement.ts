import type { NewAgreement, SavedRevision, StaleVersion } from '@renkei/app';
import { err, ok, type PlainDate, type Result } from '@renkei/core';
import { sql } from 'kysely';
import type { Db } from '../database/connect.js';
import { toJsonb, toText } from '../database/jsonb.js';
import { lockPublication } from '../publication/publication.js';
import { indexTextInForce } from '../search/follow-day.js';
import { writeAmendedText } from './amended-text.js';
import { projectReading } from './project-reading.js';

/**
 * 協約を保存する。今の版と原文・木・読取が同じなら何も足さない。違えば新しい版を足す。
 * 版は書き換えないので、読取の決まりが良くなって結果が変わったときも新しい版になる。
 * 変更があれば、当て直した本文を新しい版にも同じ数だけ置く（一つの取引で、すべてか無か）。
 */
export async function saveAgreement(db: Db, agreement: NewAgreement, today: PlainDate): Promise<Result<SavedRevision, StaleVersion>> {
  return db.transaction().execute(async (trx) => {
    await lockPublication(trx);
    const { id, sampleChanged } = await writeAgreement(trx, agreement);
    const last = await compareWithLast(trx, id, agreement);
    if (last?.same) return ok({ revision: last.revision, unchanged: !sampleChanged });
    const amended = agreement.amended ?? [];
    if ((await countAmendments(trx, id)) !== amended.length) return err({ code: 'agreement.stale' });
    const revision = (last?.revision ?? 0) + 1;
    await addRevision(trx, id, revision, agreement);
    await projectReading(trx, { agreement: id, revision, amendment: 0 }, agreement.reading);
    for (const [i, text] of amended.entries()) await writeAmendedText(trx, { agreement: id, revision, amendment: i + 1 }, text);
    await indexTextInForce(trx, id, today);
    return ok({ revision, unchanged: false });
  });
}

async function countAmendments(trx: Db, id: bigint): Promise<number> {
  const row = await trx.selectFrom('amendment').select(({ fn }) => fn.countAll<bigint>().as('count')).where('agreement_id', '=', id).executeTakeFirstOrThrow();
  return Number(row.count);
}

async function writeAgreement(trx: Db, agreement: NewAgreement): Promise<{ id: bigint; sampleChanged: boolean }> {
  const stored = await trx
    .selectFrom('agreement')
    .select(['id', 'sample'])
    .where('area_slug', '=', agreement.area)
    .where('slug', '=', agreement.slug)
    .executeTakeFirst();
  if (!stored) {
    const made = await trx
      .insertInto('agreement')
      .values({ area_slug: agreement.area, slug: agreement.slug, sample: agreement.sample })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { id: made.id, sampleChanged: false };
  }
  const sampleChanged = stored.sample !== agreement.sample;
  if (sampleChanged) await trx.updateTable('agreement').set({ sample: agreement.sample }).where('id', '=', stored.id).execute();
  return { id: stored.id, sampleChanged };
}

/** jsonb どうしを比べる（キーの順や数の書き方の違いを見ない）。 */
async function compareWithLast(trx: Db, id: bigint, { document, reading, findings, source }: NewAgreement) {
  return trx
    .selectFrom('agreement_revision')
    .select([
      'revision',
      sql<boolean>`source_sha256 = ${source.sha256}
        AND document = ${toJsonb(document.root)}::jsonb AND labels = ${toJsonb(document.labels)}::jsonb
        AND reading = ${toJsonb(reading)}::jsonb AND findings = ${toJsonb(findings)}::jsonb
        AND (source_format, source_encoding, source_file_name, source_note)
          IS NOT DISTINCT FROM (${source.format}, ${source.encoding}::text, ${toText(source.fileName)}, ${textOrNull(source.note)}::text)`.as('same'),
    ])
    .where('agreement_id', '=', id)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function addRevision(trx: Db, id: bigint, revision: number, { document, reading, findings, source }: NewAgreement): Promise<void> {
  await trx
    .insertInto('agreement_revision')
    .values({
      agreement_id: id,
      revision,
      title: textOrNull(reading.agreement.title),
      concluded_on: reading.agreement.concludedOn,
      document: toJsonb(document.root),
      labels: toJsonb(document.labels),
      reading: toJsonb(reading),
      findings: toJsonb(findings),
      source_bytes: Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength),
      source_sha256: source.sha256,
      source_format: source.format,
      source_encoding: source.encoding,
      source_file_name: toText(source.fileName),
      source_note: textOrNull(source.note),
    })
    .execute();
}

const textOrNull = (text: string | null): string | null => (text === null ? null : toText(text));
