import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { adoptAmendment, readArea, runLabJob, type LabPorts, type NewAgreement, type OpenedSource, type OpenSource, type WriteComparison, type WriteDocument } from '@renkei/app';
import { memoryCatalogue } from '@renkei/app/testing';
import { err, invariant, ok, readAgreement, readText, sourceFromText, writeComparisonText, writeText, type PlainDate, type Reading } from '@renkei/core';
import { makeLabSample } from '../src/lab/make-lab-sample.js';
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
    writeDocument,
    writeComparison,
    // 別のスレッドを使わずに、その場でこなす受付
    lab: { run: async (job) => ok(await runLabJob(job, LAB_PORTS)) },
    labSample: async () => makeLabSample(openText(file('agreement-yamaguchi-ube.txt'), 'agreement-yamaguchi-ube.txt'), SAMPLE_AMENDMENT, writeDocument),
    baseUrl: 'https://renkei.example.jp',
    version: '0.0.0',
    now: () => '2026-11-22T06:00:00.000Z',
  };
}

/** サンプルの改め文（第3条の2を加える）。 */
export const SAMPLE_AMENDMENT = file('sample-amendment.txt').toString('utf8');

/** 実例に、サンプルの変更を採ったもの。変更ごとに施行の日を変えられる。 */
export async function amendedServices(days: readonly string[] = ['2020-04-01'], change: Partial<Services> = {}): Promise<Services> {
  const services = await exampleServices(change);
  const texts = [SAMPLE_AMENDMENT, '　第3条の2を削る。\n　第4条中「第3条」を「前条」に改める。\n'];
  for (const [i, day] of days.entries()) {
    const adopted = await adoptAmendment(
      { area: 'yamaguchi', agreement: 'yamaguchi-ube', bytes: new TextEncoder().encode(texts[i]!), fileName: `改め文${i + 1}.txt`, note: null, sample: true, inForceOn: day as PlainDate },
      { openSource, catalogue: services.catalogue, sha256 },
    );
    invariant(adopted.ok, `サンプルの変更を採れること ${JSON.stringify(adopted)}`);
  }
  return services;
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

function openText(bytes: Uint8Array, fileName: string): OpenedSource {
  return { format: fileName.endsWith('.txt') ? 'text' : 'markdown', encoding: 'utf-8', bytes, sha256: sha256(bytes), content: { kind: 'blocks', source: sourceFromText(new TextDecoder().decode(bytes)) }, findings: [] };
}

/** UTF-8 の文字だけを開く。 */
const openSource: OpenSource = async (bytes, hint) => (bytes.byteLength === 0 ? err({ code: 'source.empty', data: {} }) : ok(openText(bytes, hint?.fileName ?? 'x.txt')));
const writeDocument: WriteDocument = (document, format) => (format === 'text' ? writeText(document) : JSON.stringify({ format }));
const writeComparison: WriteComparison = async (comparison, format, words) => new TextEncoder().encode(`${format}\n${words.heading}\n${words.note ?? ''}\n${writeComparisonText(comparison)}`);
const LAB_PORTS: LabPorts = { openSource, writeDocument, writeComparison, sha256, now: () => 0 };

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
