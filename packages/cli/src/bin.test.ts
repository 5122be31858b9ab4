import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { BILATERAL_AGREEMENT } from '../testing/sample-texts.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BIN = join(ROOT, 'packages/cli/bin/renkei.js');
const EXAMPLE = join(ROOT, 'examples/yamaguchi/agreement-yamaguchi-ube.txt');
const LINKED = join(ROOT, 'node_modules/.bin/renkei');
const folder = mkdtempSync(join(tmpdir(), 'renkei-bin-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** 組み立てた dist でなく、いまの src を動かす。 */
const FROM_SOURCE = ['--conditions=renkei-source', '--import', 'tsx', BIN];

interface Finished {
  readonly code: number | null;
  readonly out: Buffer;
  readonly err: string;
}

async function finish(child: ReturnType<typeof spawn>, stdin?: Uint8Array): Promise<Finished> {
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(stdin);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out: Buffer.concat(out), err: Buffer.concat(err).toString('utf8') };
}

const renkei = (args: readonly string[], stdin?: Uint8Array) => finish(spawn(process.execPath, [...FROM_SOURCE, ...args], { cwd: ROOT }), stdin);

describe('renkei コマンド（プロセスとして）', { timeout: 60_000 }, () => {
  it('npm が置く node_modules/.bin/renkei から動く', async () => {
    const { code, out } = await finish(spawn(process.execPath, [LINKED, '--version'], { cwd: tmpdir() }));
    expect({ code, out: out.toString() }).toEqual({ code: 0, out: expect.stringMatching(/^renkei \d+\.\d+\.\d+\n$/) as string });
  });

  it('どのフォルダからでも動き、標準出力は JSON だけになる', async () => {
    const { code, out, err } = await finish(spawn(process.execPath, [...FROM_SOURCE.slice(0, 2), import.meta.resolve('tsx'), BIN, 'import', EXAMPLE, '--json'], { cwd: folder }));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out.toString('utf8'))).toMatchObject({ kind: 'cooperation-agreement' });
  });

  it('標準入力からバイトのまま読む（BOM と CRLF）', async () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(BILATERAL_AGREEMENT.replaceAll('\n', '\r\n'))]);
    const { code, out } = await renkei(['import', '-', '--json'], bytes);
    expect(code).toBe(0);
    expect(JSON.parse(out.toString('utf8'))).toMatchObject({ encoding: 'utf-8-bom', agreement: { concludedOn: '2024-10-15' } });
  });

  it('大きな出力も、管（パイプ）の先へ最後まで書く', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `ウ${i} 取組その${i}\t内容${i}を行う。\t調整を行う。\t参加する。`).join('\n');
    const source = join(folder, 'large.txt');
    writeFileSync(source, BILATERAL_AGREEMENT + rows);
    const { out } = await renkei(['text', source, '--format', 'json']);
    expect(out.length).toBeGreaterThan(2_000_000);
    expect(() => void JSON.parse(out.toString('utf8'))).not.toThrow();
  });

  it('管の先が先に閉じても（| head）、静かに終わる', async () => {
    const child = spawn(process.execPath, [...FROM_SOURCE, 'text', join(folder, 'large.txt'), '--format', 'json'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const err: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    await once(child.stdout, 'readable');
    child.stdout.destroy();
    const [code] = (await once(child, 'close')) as [number | null];
    expect({ code, fault: Buffer.concat(err).toString('utf8').includes('Error') }).toEqual({ code: 0, fault: false });
  });

  it('ファイルへの出力も最後まで書く', async () => {
    const path = join(folder, 'out.json');
    const child = spawn(process.execPath, [...FROM_SOURCE, 'import', EXAMPLE, '--json'], { cwd: ROOT, stdio: ['ignore', openSync(path, 'w'), 'ignore'] });
    await once(child, 'close');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ kind: 'cooperation-agreement' });
  });

  it.each([
    [0, ['import', EXAMPLE]],
    [1, ['import', join(ROOT, 'package.json')]],
    [2, ['import']],
    [2, ['import', join(folder, 'ない.txt')]],
  ])('終了コード %i', async (expected, args) => {
    expect((await renkei(args)).code).toBe(expected);
  });

  it.runIf(process.platform === 'linux')('書けない装置への出力は故障（終了コード 3）', async () => {
    const full = createWriteStream('/dev/full');
    await once(full, 'open');
    const child = spawn(process.execPath, [...FROM_SOURCE, 'import', EXAMPLE, '--json'], { cwd: ROOT, stdio: ['ignore', full, 'pipe'] });
    const { code, err } = await finish(child);
    full.destroy();
    expect(code).toBe(3);
    expect(err).toContain('ENOSPC');
  });
});
