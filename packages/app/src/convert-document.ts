import { map, type Finding, type Result } from '@renkei/core';
import { inSourceOrder } from './in-source-order.js';
import type { OpenSource, SourceFailure, TextFormat, WriteDocument } from './ports.js';
import { readOpenedSource } from './read-opened-source.js';

export interface ConvertedDocument {
  readonly text: string;
  readonly findings: readonly Finding[];
}

export interface ConvertRequest {
  readonly bytes: Uint8Array;
  readonly fileName?: string | undefined;
  readonly format: TextFormat;
}

/** 原本を読み取り、別の形式の本文として書き出す。連携協約でない法令もそのまま扱う。 */
export async function convertDocument(
  request: ConvertRequest,
  ports: { readonly openSource: OpenSource; readonly writeDocument: WriteDocument },
): Promise<Result<ConvertedDocument, SourceFailure>> {
  const opened = await ports.openSource(request.bytes, request.fileName === undefined ? {} : { fileName: request.fileName });
  return map(opened, (source) => {
    const reading = readOpenedSource(source);
    return {
      text: ports.writeDocument(reading.document, request.format),
      findings: inSourceOrder([...source.findings, ...reading.findings], source, reading),
    };
  });
}
