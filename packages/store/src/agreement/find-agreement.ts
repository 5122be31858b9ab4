import type { AgreementView, SourceFormat, StoredSource } from '@renkei/app';
import type { AgreementReading, Finding, LawDocument, PlainDate } from '@renkei/core';
import { sql } from 'kysely';
import type { Db } from '../database/connect.js';
import { listCards } from './agreement-card.js';
import { TEXT_COLUMNS, textsInForce, textsOfVersion } from './texts-in-force.js';

type Texts = ReturnType<typeof textsInForce> | ReturnType<typeof textsOfVersion>;

/** その日に効いている本文。 */
export const findAgreement = (db: Db, area: string, slug: string, today: PlainDate): Promise<AgreementView | null> =>
  view(db, textsInForce(db, today).where('agreement.area_slug', '=', area).where('agreement.slug', '=', slug));

/** 番号の版の本文。 */
export const findVersion = (db: Db, area: string, slug: string, version: number): Promise<AgreementView | null> =>
  view(db, textsOfVersion(db, version).where('agreement.area_slug', '=', area).where('agreement.slug', '=', slug));

async function view(db: Db, texts: Texts): Promise<AgreementView | null> {
  const row = await texts
    .innerJoin('area', 'area.slug', 'agreement.area_slug')
    .select(['area.slug as area_slug', 'area.name as area_name', 'area.nickname as area_nickname'])
    .select(TEXT_COLUMNS)
    .select(sql<unknown>`coalesce(amended.findings, current.findings)`.as('findings'))
    .select(sql<Date>`coalesce(amended.recorded_at, current.recorded_at)`.as('recorded_at'))
    .select(['current.source_file_name', 'current.source_format', 'current.source_encoding', 'current.source_sha256', 'current.source_note'])
    .select(sql<number>`octet_length(current.source_bytes)`.as('source_byte_length'))
    .executeTakeFirst();
  if (!row) return null;
  const [card] = await listCards(db, texts);
  if (!card) return null;
  return {
    ...card,
    area: { slug: row.area_slug, name: row.area_name, nickname: row.area_nickname },
    revision: row.revision,
    version: row.version,
    recordedAt: row.recorded_at.toISOString(),
    document: { root: row.document, labels: row.labels } as LawDocument,
    reading: row.reading as AgreementReading,
    findings: row.findings as Finding[],
    source: { ...sourceFacts(row), byteLength: row.source_byte_length },
  };
}

/** 原文。バイト列は受け取ったまま。 */
export async function findSource(db: Db, area: string, slug: string): Promise<StoredSource | null> {
  const row = await textsOfVersion(db, 0)
    .select(['source_file_name', 'source_format', 'source_encoding', 'source_sha256', 'source_note', 'source_bytes'])
    .where('agreement.area_slug', '=', area)
    .where('agreement.slug', '=', slug)
    .executeTakeFirst();
  if (!row) return null;
  return { ...sourceFacts(row), bytes: bytesOf(row.source_bytes) };
}

export const bytesOf = ({ buffer, byteOffset, byteLength }: Buffer): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength);

interface SourceColumns {
  readonly source_file_name: string;
  readonly source_format: string;
  readonly source_encoding: string | null;
  readonly source_sha256: string;
  readonly source_note: string | null;
}

function sourceFacts(row: SourceColumns): Omit<StoredSource, 'bytes'> {
  return {
    fileName: row.source_file_name,
    format: row.source_format as SourceFormat,
    encoding: row.source_encoding,
    sha256: row.source_sha256,
    note: row.source_note,
  };
}
