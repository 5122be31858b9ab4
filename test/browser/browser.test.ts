import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { visitor } from '../support/visitor.js';
import { cacheFolder } from './cache-folder.js';
import { unpackBrowser } from './unpack-browser.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'renkei-unpack-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

describe('ブラウザーの展開', () => {
  it('同時に二つ走っても、展開済みのフォルダは一つで、半端なものが残らない', async () => {
    const [a, b] = await Promise.all([unpackBrowser(folder), unpackBrowser(folder)]);
    expect(a).toEqual(b);
    expect(readdirSync(folder)).toHaveLength(1);
    const shown = spawnSync(a.executable, ['--version'], { env: { LD_LIBRARY_PATH: a.libraries }, encoding: 'utf8' });
    expect(shown).toMatchObject({ status: 0 });
    expect(shown.stdout).toMatch(/Chrom/);
  });

  it('必要な共有ライブラリは、C の基本のもののほか、すべて一緒に展開される', async () => {
    const { executable, libraries } = await unpackBrowser(cacheFolder());
    const listed = spawnSync('ldd', [executable], { env: { ...process.env, LD_LIBRARY_PATH: libraries }, encoding: 'utf8' }).stdout;
    const elsewhere = listed.split('\n').map((line) => line.trim().split(' ')[0]!).filter((name) => name !== '' && !listed.includes(`${libraries}/${name}`));
    expect(elsewhere.filter((name) => !/^(linux-vdso|\/lib|lib(c|m|dl|pthread|rt|gcc_s)\.so)/.test(name))).toEqual([]);
  });

  it('止められた走行の残りは片付け、走っている途中のものには触れない', async () => {
    const [old, running] = ['unpacking-1-old', 'unpacking-2-new'].map((name) => join(folder, name)) as [string, string];
    for (const path of [old, running]) mkdirSync(path);
    utimesSync(old, new Date(0), new Date(0));
    await unpackBrowser(folder);
    expect(existsSync(old)).toBe(false);
    expect(existsSync(running)).toBe(true);
  });
});

describe('展開する場所', () => {
  it('書けない場所は飛ばして、次を使う', () => {
    const file = join(folder, 'file');
    mkdirSync(join(folder, 'ok'));
    spawnSync('touch', [file]);
    expect(cacheFolder([join(file, 'under-a-file'), join(folder, 'ok')])).toBe(join(folder, 'ok'));
  });

  it('どこにも書けなければ、試した場所をすべて言う', () => {
    const file = join(folder, 'file');
    spawnSync('touch', [file]);
    expect(() => cacheFolder([join(file, 'a'), join(file, 'b')])).toThrow(/file\/a[\s\S]*file\/b/);
  });
});

it('日本語の文字が、豆腐でなく字の形で描かれる', async () => {
  const seen = await visitor();
  const inked = await seen.page.evaluate(() => {
    const drawn = (text: string) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 40 });
      const pen = canvas.getContext('2d')!;
      pen.font = '32px sans-serif';
      pen.fillText(text, 2, 34);
      return pen.getImageData(0, 0, 40, 40).data.join();
    };
    return new Set(['山', '口', '県', '央', '\u{10FFFD}'].map(drawn)).size;
  });
  expect(inked).toBe(5);
  await seen.leave();
});
