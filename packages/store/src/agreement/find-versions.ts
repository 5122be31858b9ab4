import type { AgreementVersions, AmendmentFacts, SourceFormat, StoredSource, VersionFacts } from '@renkei/app';
import type { Amendment, PlainDate } from '@renkei/core';
import { sql } from 'kysely';
import type { Db } from '../database/connect.js';
import { bytesOf, findAgreement } from './find-agreement.js';

/** 締結のときの本文（0）と、変更ごとの版。 */
export async function findVersions(db: Db, area: string, slug: string, today: PlainDate): Promise<AgreementVersions | null> {
  const agreement = await findAgreement(db, area, slug, today);
  if (!agreement) return null;
  const amendments = await listAmendments(db, area, slug, agreement.revision);
  const starts = [agreement.concludedOn, ...amendments.map((a) => a.inForceOn)];
  return {
    area: agreement.area,
    slug: agreement.slug,
    title: agreement.title,
    sample: agreement.sample,
    concludedOn: agreement.concludedOn,
    revision: agreement.revision,
    versions: starts.map((from, number): VersionFacts => ({ number, from, until: starts[number + 1] ?? null, amendment: amendments[number - 1] ?? null })),
    current: agreement.version,
  };
}

const TEXT_FACTS = ['text_file_name', 'text_format', 'text_encoding', 'text_sha256', 'text_note'] as const;

async function listAmendments(db: Db, area: string, slug: string, revision: number): Promise<AmendmentFacts[]> {
  const rows = await amendmentsOf(db, area, slug)
    .innerJoin('amended_text', (join) =>
      join.onRef('amended_text.agreement_id', '=', 'amendment.agreement_id').onRef('amended_text.number', '=', 'amendment.number').on('amended_text.revision', '=', revision),
    )
    .select(['amendment.number', 'amendment.title', 'amendment.concluded_on', 'in_force_on', 'amendment.sample', 'operations', 'operations_sha256', 'printed', 'provision_lines', 'amendment.recorded_at'])
    .select(['base_sha256', 'result_sha256', ...TEXT_FACTS])
    .select(sql<number>`octet_length(text_bytes)`.as('text_byte_length'))
    .orderBy('amendment.number')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    title: row.title,
    concludedOn: row.concluded_on as PlainDate | null,
    inForceOn: row.in_force_on as PlainDate,
    sample: row.sample,
    operations: row.operations as Amendment,
    printed: row.printed,
    lines: row.provision_lines,
    text: { ...textFacts(row), byteLength: row.text_byte_length },
    proof: { base: row.base_sha256, amendment: row.operations_sha256, result: row.result_sha256 },
    recordedAt: row.recorded_at.toISOString(),
  }));
}

/** 改め文の原本。バイト列は受け取ったまま。 */
export async function findAmendmentText(db: Db, area: string, slug: string, number: number): Promise<StoredSource | null> {
  const row = await amendmentsOf(db, area, slug).select([...TEXT_FACTS, 'text_bytes']).where('amendment.number', '=', number).executeTakeFirst();
  return row ? { ...textFacts(row), bytes: bytesOf(row.text_bytes) } : null;
}

const amendmentsOf = (db: Db, area: string, slug: string) =>
  db
    .selectFrom('amendment')
    .innerJoin('agreement', 'agreement.id', 'amendment.agreement_id')
    .where('agreement.area_slug', '=', area)
    .where('agreement.slug', '=', slug);

interface TextColumns {
  readonly text_file_name: string;
  readonly text_format: string;
  readonly text_encoding: string | null;
  readonly text_sha256: string;
  readonly text_note: string | null;
}

function textFacts(row: TextColumns): Omit<StoredSource, 'bytes'> {
  return {
    fileName: row.text_file_name,
    format: row.text_format as SourceFormat,
    encoding: row.text_encoding,
    sha256: row.text_sha256,
    note: row.text_note,
  };
}
