import { map, readAgreement, type AgreementReading, type DirectoryEntry, type Finding, type Reading, type Result } from '@renkei/core';
import type { OpenedSource, OpenSource, SourceFailure } from './ports.js';
import { inSourceOrder } from './in-source-order.js';
import { readOpenedSource } from './read-opened-source.js';

export interface ImportedDocument {
  readonly source: OpenedSource;
  readonly reading: Reading;
  readonly agreement: AgreementReading;
  /** 形式・本文・協約の読取の報告すべて。原文の順 */
  readonly findings: readonly Finding[];
}

export interface ImportRequest {
  readonly bytes: Uint8Array;
  readonly fileName?: string | undefined;
  /** 団体コードを引く名簿 */
  readonly directory: readonly DirectoryEntry[];
}

/** 原本のバイト列を、本文の木と協約の中身に読み取る。保存はしない。 */
export async function importDocument(request: ImportRequest, openSource: OpenSource): Promise<Result<ImportedDocument, SourceFailure>> {
  const opened = await openSource(request.bytes, request.fileName === undefined ? {} : { fileName: request.fileName });
  return map(opened, (source) => {
    const reading = readOpenedSource(source);
    const agreement = readAgreement(reading, request.directory);
    const findings = inSourceOrder([...source.findings, ...reading.findings, ...agreement.findings], source, reading);
    return { source, reading, agreement, findings };
  });
}
