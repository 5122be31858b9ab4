import type { AmendedText } from '@renkei/app';
import type { Db } from '../database/connect.js';
import { toJsonb, toText } from '../database/jsonb.js';
import { projectReading, type ReadingOf } from './project-reading.js';

/** 変更後の本文を一つ書き、読取を写す。 */
export async function writeAmendedText(trx: Db, of: ReadingOf, { document, reading, findings, baseSha256, resultSha256 }: AmendedText): Promise<void> {
  const { title } = reading.agreement;
  await trx
    .insertInto('amended_text')
    .values({
      agreement_id: of.agreement,
      revision: of.revision,
      number: of.amendment,
      title: title === null ? null : toText(title),
      document: toJsonb(document.root),
      labels: toJsonb(document.labels),
      reading: toJsonb(reading),
      findings: toJsonb(findings),
      base_sha256: baseSha256,
      result_sha256: resultSha256,
    })
    .execute();
  await projectReading(trx, of, reading);
}
