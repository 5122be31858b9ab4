import { createHash } from 'node:crypto';
import type { NewAmendment } from '@renkei/app';
import type { Amendment, PlainDate } from '@renkei/core';
import { exampleAgreement, type ExampleText } from './example-agreement.js';

export interface ExampleChange {
  readonly number?: number;
  readonly baseRevision?: number;
  readonly inForceOn?: string;
  readonly sample?: boolean;
  /** 変更後の本文 */
  readonly result?: ExampleText;
}

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** 第1条の一語を改める変更。保存の試験のためのもので、当てた結果は渡されたもの。 */
export function exampleAmendment({ number = 1, baseRevision = 1, inForceOn = '2020-04-01', sample = true, result = { articles: [['（目的）', '変更の後の文。']] } }: ExampleChange = {}): NewAmendment {
  const operations: Amendment = [{ operations: [{ targets: [{ from: [{ kind: 'main' }] }], action: { kind: 'replaceWords', words: [{ text: '連携' }], to: '協力' } }] }];
  const printed = `　本則中「連携」を「協力」に改める。（${number}）`;
  const bytes = new TextEncoder().encode(printed);
  const { document, reading } = exampleAgreement(result);
  return {
    area: 'yamaguchi',
    agreement: 'yamaguchi-ube',
    number,
    baseRevision,
    title: '山口県央連携都市圏域形成に係る連携協約の一部を変更する連携協約',
    concludedOn: null,
    inForceOn: inForceOn as PlainDate,
    sample,
    text: { fileName: '改め文.txt', format: 'text', encoding: 'utf-8', sha256: sha256(bytes), bytes, note: null },
    operations,
    operationsSha256: sha256(JSON.stringify(operations)),
    printed,
    lines: [1],
    result: { document, reading, findings: [], baseSha256: sha256(`base ${number}`), resultSha256: sha256(`result ${number}`) },
  };
}
