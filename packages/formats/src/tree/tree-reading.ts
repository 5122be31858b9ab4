import type { SourceFailure } from '@renkei/app';
import type { Finding, LawDocument, Result } from '@renkei/core';

/** 木の形式を読んだ結果。 */
export interface TreeReading {
  readonly document: LawDocument;
  readonly findings: readonly Finding[];
}

export type TreeResult = Result<TreeReading, SourceFailure>;
