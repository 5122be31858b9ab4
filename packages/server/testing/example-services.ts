import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readArea, type NewAgreement } from '@renkei/app';
import { memoryCatalogue } from '@renkei/app/testing';
import { invariant, readAgreement, readText, sourceFromText, writeText, type Reading } from '@renkei/core';
import type { Services } from '../src/services.js';

const file = (name: string): Buffer => readFileSync(new URL(`../../../examples/yamaguchi/${name}`, import.meta.url));

/** 実例（山口市・宇部市の連携協約）を読み取って入れた、保存先のいらない Services。 */
export async function exampleServices(change: Partial<Services> = {}): Promise<Services> {
  const catalogue = memoryCatalogue();
  const area = readArea('yamaguchi', file('municipalities.json'));
  invariant(area.ok, '実例の圏域を読めること');
  await catalogue.saveArea(area.value);
  await catalogue.saveAgreement(exampleAgreement());
  return { ...emptyServices(), catalogue, ...change };
}

/** 何も公開していない Services。 */
export function emptyServices(): Services {
  return {
    catalogue: memoryCatalogue(),
    writeDocument: (document, format) => (format === 'text' ? writeText(document) : JSON.stringify({ format })),
    baseUrl: 'https://renkei.example.jp',
    version: '0.0.0',
    now: () => '2026-11-22T06:00:00.000Z',
  };
}

export function exampleReading(): Reading {
  return readText(sourceFromText(file('agreement-yamaguchi-ube.txt').toString('utf8')));
}

export function exampleAgreement(): NewAgreement {
  const bytes = file('agreement-yamaguchi-ube.txt');
  const area = readArea('yamaguchi', file('municipalities.json'));
  invariant(area.ok, '実例の圏域を読めること');
  const reading = exampleReading();
  const agreement = readAgreement(reading, area.value.municipalities);
  return {
    area: 'yamaguchi',
    slug: 'yamaguchi-ube',
    sample: false,
    source: { fileName: 'agreement-yamaguchi-ube.txt', format: 'text', encoding: 'utf-8', sha256: createHash('sha256').update(bytes).digest('hex'), bytes, note: null },
    document: reading.document,
    reading: agreement,
    findings: [...reading.findings, ...agreement.findings],
  };
}
