import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AgreementPage } from '../pages/agreement-page.js';
import { cleanEnvironment, REPOSITORY } from '../support/start-product.js';
import { origin, visitor, type Visitor } from '../support/visitor.js';

const SOURCE = join(REPOSITORY, 'examples/yamaguchi/agreement-yamaguchi-ube.txt');
const renkei = (...args: string[]) => execFileSync(join(REPOSITORY, 'node_modules/.bin/renkei'), args, { env: cleanEnvironment(), maxBuffer: 64 * 1024 * 1024, encoding: 'utf8', stdio: 'pipe' });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let seen: Visitor;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'renkei-downloads-'));
  seen = await visitor();
});
afterEach(async () => {
  await seen.leave();
  rmSync(folder, { recursive: true, force: true });
});

describe('協約の資料', () => {
  it.each([
    ['text', '.txt', 'text/plain'],
    ['html', '.html', 'text/html'],
    ['xml', '.xml', 'application/xml'],
    ['akn', '.akn.xml', 'application/akn+xml'],
    ['json', '.json', 'application/json'],
  ])('%s は、端末の renkei text が書くものと一字も違わない', async (format, suffix, mediaType) => {
    const agreement = await AgreementPage.open(seen.page);
    const href = await agreement.format(suffix).first().getAttribute('href');
    const response = await fetch(new URL(href!, origin));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(mediaType);
    expect((await response.text()).trimEnd()).toBe(renkei('text', SOURCE, '--format', format).trimEnd());
  });

  it('原文は、受け取ったときのバイトのまま渡され、頁に示した SHA-256 と合う', async () => {
    const agreement = await AgreementPage.open(seen.page);
    const [download] = await Promise.all([seen.page.waitForEvent('download'), agreement.sourceDownload.first().click()]);
    expect(download.suggestedFilename()).toBe('agreement-yamaguchi-ube.txt');
    const saved = join(folder, 'source');
    await download.saveAs(saved);
    const bytes = readFileSync(saved);
    expect(sha256(bytes)).toBe(sha256(readFileSync(SOURCE)));
    expect(await seen.page.getByText(sha256(bytes)).count()).toBeGreaterThan(0);
  });

  it('書き出したどの形式も、読み戻すと同じ協約になる', async () => {
    const summary = (text: string) => {
      const { kind, agreement, initiatives } = JSON.parse(text) as { kind: string; agreement: unknown; initiatives: { path: string; name: string; content: string }[] };
      return { kind, agreement, initiatives: initiatives.map(({ path, name, content }) => ({ path, name, content })) };
    };
    const original = summary(renkei('import', SOURCE, '--json'));
    for (const suffix of ['.txt', '.html', '.xml', '.akn.xml', '.json']) {
      const body = await (await fetch(`${origin}${AgreementPage.path}${suffix}`)).text();
      const { status, stdout, stderr } = spawnSync(join(REPOSITORY, 'node_modules/.bin/renkei'), ['import', '-', '--json'], { env: cleanEnvironment(), input: body, encoding: 'utf8' });
      expect({ suffix, status, stderr: status === 0 ? '' : stderr }).toEqual({ suffix, status: 0, stderr: '' });
      expect(summary(stdout)).toEqual(original);
    }
  });
});

describe('表', () => {
  it.each([
    ['/yamaguchi/initiatives.csv', 19, /^(?:\d|別表)/],
    ['/yamaguchi/municipalities.csv', 7, /^\d{6}$/],
  ])('%s は BOM 付きの UTF-8 で、%i 件を漏れなく載せ、どの行も列の数が同じ', async (path, count, key) => {
    const response = await fetch(`${origin}${path}`);
    expect(response.headers.get('content-type')).toContain('text/csv');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...rows] = new TextDecoder().decode(bytes).trimEnd().split('\r\n').map((line) => line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)!.map((field) => field.replace(/,$/, '')).slice(0, -1));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header!.length]));
    const keyColumn = header!.findIndex((_, i) => rows.every((row) => key.test(row[i]!)));
    expect(new Set(rows.map((row) => row[keyColumn])).size).toBe(count);
  });
});
