import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agreementDocument } from '../../testing/arbitrary-document.js';
import { project } from '../../testing/project-reading.js';
import type { DirectoryEntry } from './agreement-reading.js';
import type { Reading } from '../text/finding.js';
import { readText } from '../text/plain/read-text.js';
import { sourceFromText } from '../text/plain/source-from-text.js';
import { writeText } from '../text/plain/write-text.js';
import { readAgreement } from './read-agreement.js';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const directory = JSON.parse(readFileSync(new URL('directory.json', FIXTURES), 'utf8')) as DirectoryEntry[];
/** amendment は改め文の例。協約ではない */
const cases = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'amendment').map((entry) => entry.name).sort();

function open(name: string) {
  const file = (part: string) => readFileSync(new URL(`${name}/${part}`, FIXTURES), 'utf8');
  return { title: /^# (.+)/.exec(file('source.md'))![1]!, input: file('input.txt'), expected: JSON.parse(file('expected.json')) as Record<string, unknown> };
}

/** 推定の印（清書では印字になる）と報告を除いた中身。 */
const content = (reading: Reading) => JSON.parse(JSON.stringify(project(readAgreement(reading, directory)), (key, value: unknown) => (key === 'inferred' || key === 'findings' ? undefined : value))) as unknown;

describe('様々な形の協約', () => {
  it.each(cases.map((name) => [open(name).title, name] as const))('%s（%s）を期待どおりに読む', (_, name) => {
    const { input, expected } = open(name);
    const reading = project(readAgreement(readText(sourceFromText(input)), directory));
    if (expected['kind'] === 'cooperation-agreement') expect(reading).toEqual(expected);
    else expect({ kind: reading.kind, otherKind: reading.otherKind, title: reading.title, findings: reading.findings }).toEqual(expected);
  });

  it.each(cases)('%s: 清書した平文から読んでも、同じ協約である', (name) => {
    const first = readText(sourceFromText(open(name).input));
    const again = readText(sourceFromText(writeText(first.document)));
    expect(content(again)).toEqual(content(first));
  });

  it('協約でない文書はどれも、断る理由を一つだけ言う', () => {
    for (const name of cases.filter((n) => n.startsWith('negative-'))) {
      const { kind, findings } = readAgreement(readText(sourceFromText(open(name).input)), directory);
      expect(kind).toBe('other');
      expect(findings.map((f) => f.code)).toEqual(['agreement.not-a-cooperation-agreement']);
    }
  });
});

describe('どんな木でも', () => {
  it('例外にせず、木にある節点だけを指す', () => {
    fc.assert(
      fc.property(agreementDocument('any'), (document) => {
        const reading = { document, findings: [], spans: new Map(), inferred: new Set<never>() };
        const { initiatives, duties, agreement } = readAgreement(reading, directory);
        const text = JSON.stringify(document);
        for (const { node } of [...initiatives, ...duties, ...agreement.articles]) expect(text).toContain(`"id":"${node}"`);
      }),
      { numRuns: 300 },
    );
  });

  it('協約の行をでたらめに抜き、並べ替え、重ねても、例外にしない', () => {
    const lines = cases.flatMap((name) => open(name).input.split('\n'));
    const line = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...lines) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (picked) => {
        const { kind, findings } = readAgreement(readText(sourceFromText(picked.join('\n'))), directory);
        expect(kind === 'other').toBe(findings.some((f) => f.code === 'agreement.not-a-cooperation-agreement'));
      }),
      { numRuns: 300 },
    );
  });
});
