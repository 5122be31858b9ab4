import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { processTree, stillRunning } from '../support/process-tree.js';
import { removeOutsideData } from '../support/remove-outside-data.js';
import { cleanEnvironment, ProductExited, REPOSITORY, startProduct, type Product, type StartOptions } from '../support/start-product.js';

const asRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

let folder: string;
let running: Product[];
let used: Set<string>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'renkei-process-'));
  running = [];
  used = new Set();
});
afterEach(async () => {
  await Promise.all(running.map((product) => product.stop('SIGKILL')));
  for (const data of used) removeOutsideData(data);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

async function start(options: StartOptions = {}): Promise<Product> {
  const given = { dataFolder: join(folder, 'data'), ...options };
  used.add(resolve(given.cwd ?? REPOSITORY, given.dataFolder));
  const product = await startProduct(given);
  running.push(product);
  return product;
}
const stop = (product: Product, signal?: NodeJS.Signals) => {
  running.splice(running.indexOf(product), 1);
  return product.stop(signal);
};
/** 起動できずに終わるはずの製品の、終わり方と言い分。 */
async function refused(options: StartOptions): Promise<ProductExited> {
  const outcome = await start(options).catch((error: unknown) => error);
  if (outcome instanceof ProductExited) return outcome;
  throw new Error('断られるはずの起動ができてしまいました。', { cause: outcome });
}
const home = async (product: Product) => (await fetch(`${product.origin}/yamaguchi`)).text();
const revision = async (product: Product) => /第(\d+)版/.exec(await (await fetch(`${product.origin}/yamaguchi/agreements/yamaguchi-ube`)).text())![1];
const canEveryoneRead = (path: string): boolean => (path === '/' || canEveryoneRead(dirname(path))) && (statSync(path).mode & 0o005) === 0o005;

describe.runIf(process.platform === 'linux')('起動と停止', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('%s で、きれいに止まり、データベースのプロセスを残さない。次の起動は同じ中身から始まる', async (signal) => {
    const product = await start();
    const before = await home(product);
    expect(before).toContain('山口県央連携都市圏域');
    const family = processTree(product.pid);
    expect(family.length).toBeGreaterThan(1);
    expect(await stop(product, signal)).toEqual({ code: 0, signal: null });
    expect(stillRunning(family)).toEqual([]);

    const again = await start();
    expect(await revision(again)).toBe('1');
    expect(await stop(again)).toEqual({ code: 0, signal: null });
  });

  it('npm start で動き、端末の Ctrl+C で、npm もデータベースも残さず止まる', async () => {
    const product = await start({ command: ['npm', 'start'], asGroup: true });
    expect(await home(product)).toContain('山口県央連携都市圏域');
    const family = processTree(product.pid);
    await stop(product, 'SIGINT');
    expect(stillRunning(family)).toEqual([]);
    expect(product.output()).toContain('止まりました');
  });

  it('開いたままの接続があっても止まる', async () => {
    const product = await start();
    const response = await fetch(`${product.origin}/yamaguchi`, { headers: { connection: 'keep-alive' } });
    await response.text();
    expect(await stop(product)).toEqual({ code: 0, signal: null });
  });

  it('kill -9 の後でも、残ったデータベースを片付けて、同じ中身から始まる', async () => {
    const product = await start();
    const family = processTree(product.pid);
    expect((await stop(product, 'SIGKILL')).signal).toBe('SIGKILL');

    const again = await start();
    expect(await revision(again)).toBe('1');
    expect(stillRunning(family)).toEqual([]);
    expect(await stop(again)).toEqual({ code: 0, signal: null });
  });

  it('データベースが倒れたら、頁は助けになる誤りを返し、製品は止められる', async () => {
    const product = await start({ env: { RENKEI_CACHE: 'off' } });
    const [, postmaster] = processTree(product.pid);
    process.kill(postmaster!.pid, 'SIGKILL');
    const response = await fetch(`${product.origin}/yamaguchi`);
    expect([500, 503]).toContain(response.status);
    const body = await response.text();
    expect(body).toContain('<h1');
    expect(body).not.toMatch(/at .*\.js:\d+|ECONNREFUSED|password/);
    expect((await stop(product)).code).not.toBeNull();
  });
});

describe('断られる起動', () => {
  it('同じデータのフォルダを、二つ目のプロセスは使えない。一つ目はそのまま動く', async () => {
    const first = await start();
    const { exit, output } = await refused({});
    expect(exit.code).toBe(3);
    expect(output).toContain(first.dataFolder);
    expect(output).toContain(String(first.pid));
    expect(output).not.toMatch(/^\s+at /m);
    expect(await home(first)).toContain('山口県央連携都市圏域');
  });

  it('まだ無いフォルダを二つが同時に使おうとしても、動くのは一つだけ', async () => {
    const outcomes = await Promise.allSettled([start(), start()]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await home(running[0]!)).toContain('山口県央連携都市圏域');
  });

  it('塞がっている番号は、どの番号かと、どうすればよいかを言い、データのフォルダを作らない', async () => {
    const first = await start();
    const port = new URL(first.origin).port;
    const { exit, output } = await refused({ dataFolder: join(folder, 'other'), env: { PORT: port } });
    expect(exit.code).toBe(3);
    expect(output).toContain(port);
    expect(output).toContain('PORT=');
    expect(existsSync(join(folder, 'other'))).toBe(false);
  });

  it('設定の誤りは、すべてを一度に言う', async () => {
    const { exit, output } = await refused({ env: { PORT: 'abc', RENKEI_CACHE: 'maybe', DATABASE_URL: 'mysql://x' } });
    expect(exit.code).toBe(2);
    for (const word of ['PORT', 'abc', 'RENKEI_CACHE', 'maybe', 'DATABASE_URL']) expect(output).toContain(word);
  });

  it('届かない PostgreSQL は、どこに届かないかを、パスワードを伏せて言う', async () => {
    const { exit, output } = await refused({ env: { DATABASE_URL: 'postgres://renkei:himitsu@127.0.0.1:1/renkei' } });
    expect(exit.code).toBe(3);
    expect(output).toContain('127.0.0.1:1');
    expect(output).not.toContain('himitsu');
  });

  it('書けないデータのフォルダは、どこに何が要るかを言う', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { exit, output } = await refused({ dataFolder: join(folder, 'file', 'data') });
    expect(exit.code).toBe(3);
    expect(output).toContain(join(folder, 'file'));
    expect(output).not.toMatch(/^\s+at /m);
  });

  it.runIf(asRoot && canEveryoneRead(REPOSITORY))('登録の無い利用者の番号（コンテナで番号だけを与えたとき）は、何が要るかを言い、何も作らない', async () => {
    const uid = 1_234_567;
    const own = join(folder, 'own');
    mkdirSync(own);
    chmodSync(folder, 0o755);
    chownSync(own, uid, uid);
    const { exit, output } = await refused({ dataFolder: join(own, 'data'), uid, command: ['/usr/bin/env', '-u', 'HOME', process.execPath, join(REPOSITORY, 'packages/server/dist/main.js')] });
    expect(exit.code).toBe(3);
    expect(output).toContain(`利用者の番号 ${uid} がこの機器に登録されていません`);
    expect(readdirSync(own)).toEqual([]);
  });
});

describe('置かれる場所', () => {
  it('所有者のほか誰も読めないフォルダにデータを置いても動く', async () => {
    chmodSync(folder, 0o700);
    const data = join(folder, '奥 の', 'データ');
    mkdirSync(dirname(data), { mode: 0o700 });
    const product = await start({ dataFolder: data });
    expect(await home(product)).toContain('山口県央連携都市圏域');
    expect(await stop(product)).toEqual({ code: 0, signal: null });
  });

  it('HOME が無く、時間帯と言語が違い、別のフォルダから起動しても動く', async () => {
    const { HOME: _, ...rest } = cleanEnvironment();
    const product = await start({
      cwd: folder,
      dataFolder: 'relative-data',
      command: ['/usr/bin/env', '-i', `PATH=${rest.PATH}`, 'TZ=Pacific/Kiritimati', 'LANG=C', 'PORT=0', 'RENKEI_DATA=relative-data', process.execPath, join(REPOSITORY, 'packages/server/dist/main.js')],
    });
    expect(await home(product)).toContain('平成29年3月30日');
    expect(existsSync(join(folder, 'relative-data'))).toBe(true);
    expect(await stop(product)).toEqual({ code: 0, signal: null });
  });

  // root で走らせ、リポジトリをほかの利用者が読めるときだけ、利用者を替えて確かめられる。
  it.runIf(asRoot && canEveryoneRead(REPOSITORY))('普通の利用者でも動く', async () => {
    chownSync(folder, NOBODY, NOBODY);
    const product = await start({ uid: NOBODY, cwd: folder });
    expect(statSync(product.dataFolder).uid).toBe(NOBODY);
    expect(await home(product)).toContain('山口県央連携都市圏域');
    expect(await stop(product)).toEqual({ code: 0, signal: null });
  });

  it('例を読み込まない設定では、空のまま、案内を出す', async () => {
    const product = await start({ env: { RENKEI_EXAMPLES: 'no' } });
    const response = await fetch(product.origin);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<h1');
    expect((await fetch(`${product.origin}/yamaguchi`)).status).toBe(404);
  });
});
