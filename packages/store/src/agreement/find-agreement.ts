import type { AgreementView, SourceFormat, StoredSource } from '@renkei/app';
import type { AgreementReading, Finding, LawDocument } from '@renkei/core';
import { sql } from 'kysely';
import type { Db } from '../database/connect.js';
import { currentRevisions, listCards } from './agreement-card.js';

export async function findAgreement(db: Db, area: string, slug: string): Promise<AgreementView | null> {
  const row = await currentRevisions(db)
    .innerJoin('area', 'area.slug', 'agreement.area_slug')
    .select(['area.slug as area_slug', 'area.name as area_name', 'area.nickname as area_nickname'])
    .select(['current.revision', 'current.recorded_at', 'current.document', 'current.labels', 'current.reading', 'current.findings'])
    .select(['current.source_file_name', 'current.source_format', 'current.source_encoding', 'current.source_sha256', 'current.source_note'])
    .select(sql<number>`octet_length(current.source_bytes)`.as('source_byte_length'))
    .where('agreement.area_slug', '=', area)
    .where('agreement.slug', '=', slug)
    .executeTakeFirst();
  if (!row) return null;
  const [card] = await listCards(db, area, slug);
  if (!card) return null;
  return {
    ...card,
    area: { slug: row.area_slug, name: row.area_name, nickname: row.area_nickname },
    revision: row.revision,
    recordedAt: row.recorded_at.toISOString(),
    document: { root: row.document, labels: row.labels } as LawDocument,
    reading: row.reading as AgreementReading,
    findings: row.findings as Finding[],
    source: { ...sourceFacts(row), byteLength: row.source_byte_length },
  };
}

/** 原文。バイト列は受け取ったまま。 */
export async function findSource(db: Db, area: string, slug: string): Promise<StoredSource | null> {
  const row = await currentRevisions(db)
    .select(['source_file_name', 'source_format', 'source_encoding', 'source_sha256', 'source_note', 'source_bytes'])
    .where('agreement.area_slug', '=', area)
    .where('agreement.slug', '=', slug)
    .executeTakeFirst();
  if (!row) return null;
  const { buffer, byteOffset, byteLength } = row.source_bytes;
  return { ...sourceFacts(row), bytes: new Uint8Array(buffer, byteOffset, byteLength) };
}

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
