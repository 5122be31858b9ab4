import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { err, ok, sourceFromText, type Finding } from '@renkei/core';
import { describe, expect, it } from 'vitest';
import { memoryCatalogue } from '../testing/memory-catalogue.js';
import { importDocument } from './import-document.js';
import { importResult, refusedImportResult } from './import-result.js';
import { inSourceOrder } from './in-source-order.js';
import { loadExampleArea, type ExampleArea } from './load-example-area.js';
import type { OpenSource } from './ports.js';
import { readDirectory } from './read-directory.js';

const example = (name: string) => readFileSync(new URL(`../../../examples/yamaguchi/${name}`, import.meta.url));
const AGREEMENT = example('agreement-yamaguchi-ube.txt');
const AREA = example('municipalities.json');
const read = readDirectory(AREA);
const directory = read.ok ? read.value : [];
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** UTF-8 のテキストだけを開く、手製の口。 */
const openText: OpenSource = async (bytes) => {
  if (bytes.length === 0) return err({ code: 'source.empty', data: {} });
  return ok({ format: 'text', encoding: 'utf-8', bytes, sha256: 'f'.repeat(64), content: { kind: 'blocks', source: sourceFromText(new TextDecoder().decode(bytes)) }, findings: [] });
};

async function imported(bytes: Uint8Array) {
  const result = await importDocument({ bytes, directory }, openText);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('協約を読み取る', () => {
  it('山口市・宇部市の連携協約を、条・取組・役割・当事者まで読み取る', async () => {
    const result = importResult(await imported(AGREEMENT), 'ja');
    expect(result.kind).toBe('cooperation-agreement');
    expect(result.reason).toBeUndefined();
    expect(result.agreement).toMatchObject({
      title: '山口県央連携都市圏域形成に係る連携協約',
      legalBasis: '地方自治法第252条の2第1項',
      concludedOn: '2017-03-30',
      originals: 2,
      parties: [{ name: '山口市', code: '352039' }, { name: '宇部市', code: '352021' }],
      signatories: [{ body: '山口市', title: '山口市長', name: '渡辺純一' }, { body: '宇部市', title: '宇部市長', name: '久保田和子' }],
    });
    expect(result.agreement.articles.map((a) => [a.number, a.caption])).toEqual([
      ['1', '目的'], ['2', '基本方針'], ['3', '連携する取組及び役割'], ['4', '費用分担'], ['5', '連絡会議'], ['6', '連携協約の変更等'],
    ]);
    expect(result.initiatives.map((i) => i.path)).toEqual([
      '1/ア', '1/イ', '1/ウ', '1/エ', '1/オ', '2/ア', '2/イ', '2/ウ', '2/エ',
      '3(1)/ア', '3(1)/イ', '3(1)/ウ', '3(1)/エ', '3(1)/オ', '3(1)/カ', '3(2)/ア', '3(2)/イ', '3(2)/ウ', '3(3)/ア',
    ]);
    for (const { roles } of result.initiatives) expect(roles).toMatchObject([{ party: '両市', text: '両市が相互に連携・協力して、取組を推進する。' }]);
    expect(result.initiatives.find((i) => i.path === '2/エ')?.content).toBe('文化・芸術、テクノロジー、スポーツなど、圏域における高次の都市機能の集積・強化に係る施策に取り組む。');
  });

  it('原文に残っていた役割と、推定で補った役割を見分けて返す', async () => {
    const { initiatives } = importResult(await imported(AGREEMENT), 'ja');
    const printed = initiatives.filter((i) => i.roles.every((r) => r.inferred === undefined)).map((i) => i.path);
    expect(printed).toEqual(['1/オ', '3(2)/ア', '3(2)/イ', '3(2)/ウ', '3(3)/ア']);
    expect(initiatives.filter((i) => i.roles.some((r) => r.inferred === true))).toHaveLength(14);
  });

  it('報告は原文の順に並び、文言を持つ', async () => {
    const value = await imported(AGREEMENT);
    const lines = value.findings.map((f) => f.at.span?.start ?? -1);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    const { findings } = importResult(value, 'en');
    expect(findings.length).toBe(value.findings.length);
    for (const { message } of findings) expect(message.length).toBeGreaterThan(10);
  });

  it('JSON にして戻しても同じ値になる（undefined や NaN を含まない）', async () => {
    const result = importResult(await imported(AGREEMENT), 'ja');
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('開けない原文は、理由を一つの誤りとして返す', async () => {
    const opened = await importDocument({ bytes: new Uint8Array(), directory }, openText);
    expect(opened).toMatchObject({ ok: false, error: { code: 'source.empty' } });
    const result = refusedImportResult({ code: 'source.empty', data: {} }, 'a'.repeat(64), 'ja');
    expect(result).toMatchObject({ kind: 'other', format: null, sourceSha256: 'a'.repeat(64), findings: [{ code: 'source.empty', severity: 'error', at: {} }] });
    expect(result.reason).toBe(result.findings[0]?.message);
  });
});

describe('報告を原文の順に並べる', () => {
  it('文書全体のことが先、次に行の順、同じ所では元の順', async () => {
    const { source, reading } = await imported(new TextEncoder().encode('題名\n\n第1条 一\n第2条 二\n'));
    const finding = (line: number | undefined, found: string): Finding => ({ code: 'text.stray-rule', severity: 'advice', at: line === undefined ? {} : { line }, found, data: {} });
    const list = [finding(4, 'a'), finding(1, 'b'), finding(undefined, 'c'), finding(4, 'd'), finding(99, 'e')];
    expect(inSourceOrder(list, source, reading).map((f) => f.found)).toEqual(['c', 'b', 'a', 'd', 'e']);
  });

  it('本文の節点だけを持つ報告は、その節点が来た所に並ぶ', async () => {
    const { source, reading } = await imported(new TextEncoder().encode('題名\n\n第1条 一\n第2条 二\n'));
    const [first, second] = [...reading.spans].filter(([, spans]) => spans.length > 0).slice(-2).map(([node]) => node);
    const at = (node: typeof first, found: string): Finding => ({ code: 'text.stray-rule', severity: 'advice', at: node ? { node } : {}, found, data: {} });
    expect(inSourceOrder([at(second, '後'), at(first, '先')], source, reading).map((f) => f.found)).toEqual(['先', '後']);
  });
});

describe('圏域の例を取り込む', () => {
  const area = (changes: Partial<ExampleArea['agreements'][number]> = {}): ExampleArea => ({
    slug: 'yamaguchi',
    area: AREA,
    agreements: [{ slug: 'yamaguchi-ube', fileName: 'agreement-yamaguchi-ube.txt', bytes: AGREEMENT, note: null, sample: false, ...changes }],
  });

  it('圏域と協約が保存先に入り、協約の中身は原文から読み取られている', async () => {
    const catalogue = memoryCatalogue();
    const loaded = await loadExampleArea(area(), { openSource: openText, catalogue, sha256 });
    expect(loaded).toMatchObject({ ok: true, value: { area: 'yamaguchi', agreements: [{ slug: 'yamaguchi-ube', revision: 1, unchanged: false }] } });
    const view = await catalogue.findAgreement('yamaguchi', 'yamaguchi-ube');
    expect(view?.reading.initiatives).toHaveLength(19);
    expect((await catalogue.findSource('yamaguchi', 'yamaguchi-ube'))?.bytes).toEqual(AGREEMENT);
  });

  it('二度取り込んでも改版しない', async () => {
    const catalogue = memoryCatalogue();
    await loadExampleArea(area(), { openSource: openText, catalogue, sha256 });
    const again = await loadExampleArea(area(), { openSource: openText, catalogue, sha256 });
    expect(again).toMatchObject({ ok: true, value: { agreements: [{ revision: 1, unchanged: true }] } });
  });

  it.each([
    ['開けない協約', { bytes: new Uint8Array() }, 'area.agreement-unreadable'],
    ['連携協約でない文書', { bytes: new TextEncoder().encode('お知らせ\n\n図書館は月曜日に休館します。\n') }, 'area.not-an-agreement'],
  ])('%s があれば、圏域も含めて何も保存しない', async (_, changes, code) => {
    const catalogue = memoryCatalogue();
    const loaded = await loadExampleArea(area(changes), { openSource: openText, catalogue, sha256 });
    expect(loaded).toMatchObject({ ok: false, error: { code, fileName: 'agreement-yamaguchi-ube.txt' } });
    expect(await catalogue.listAreas()).toEqual([]);
  });

  it('圏域の定義に誤りがあれば、協約を読まずに断る', async () => {
    const loaded = await loadExampleArea({ ...area(), area: new TextEncoder().encode('{}') }, { openSource: openText, catalogue: memoryCatalogue(), sha256 });
    expect(loaded).toMatchObject({ ok: false, error: { code: 'area.invalid' } });
  });

  it('協約のない圏域も取り込める', async () => {
    const catalogue = memoryCatalogue();
    expect(await loadExampleArea({ ...area(), agreements: [] }, { openSource: openText, catalogue, sha256 })).toEqual({ ok: true, value: { area: 'yamaguchi', agreements: [] } });
    expect(await catalogue.listAreas()).toHaveLength(1);
  });
});
