import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchProcess, startRefused, startRunning, type EmbeddedProcess, type Launch } from '../testing/embedded-process.js';
import { findPackage } from './binaries.js';
import { startedAt } from './process-identity.js';

const isRoot = process.getuid?.() === 0;
const onLinux = process.platform === 'linux';
/** 誰のものでもない、権限のない利用者 */
const ORDINARY = 65534;

let shared: string | undefined;
let folder: string;
let dataDir: string;
let open: EmbeddedProcess[];
/** 利用者ごとに一度だけ作ったデータ。作ること自体を確かめない試験は、これを写して始める */
const seeds = new Map<number | undefined, string>();
const seeded = async ({ uid }: Partial<Launch> = {}) => {
  let seed = seeds.get(uid);
  if (seed === undefined) {
    const made = await mkdtemp(join(tmpdir(), 'renkei-seed-'));
    await chmod(made, 0o777);
    const first = await startRunning({ dataDir: join(made, 'data'), ...(uid === undefined ? {} : { uid, native: await readablePackage() }) });
    await first.query(`CREATE TABLE kept AS SELECT '残る' AS word`);
    await first.end('SIGTERM');
    seed = made;
    seeds.set(uid, seed);
  }
  execFileSync('cp', ['-a', join(seed, 'data'), dataDir]);
};
const run = async (launch: Partial<Launch> = {}) => {
  const started = await startRunning({ dataDir, ...launch });
  open.push(started);
  return started;
};
const untilGone = async (pid: number) => {
  while (startedAt(pid) !== null) await sleep(20);
};
const write = (store: EmbeddedProcess) => store.query(`CREATE TABLE kept AS SELECT '残る' AS word`);
const read = (store: EmbeddedProcess) => store.query('SELECT word FROM kept');
const KEPT = [{ word: '残る' }];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'renkei-embedded-'));
  await chmod(folder, 0o755);
  dataDir = join(folder, 'data');
  open = [];
});
afterEach(async () => {
  for (const { child, postmaster } of open) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await untilGone(postmaster);
  }
  const location = await readFile(join(dataDir, 'location.json'), 'utf8').catch(() => '{}');
  const { database } = JSON.parse(location.startsWith('{"database":"/') ? location : '{}') as { database?: string };
  if (database !== undefined) await rm(database, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

afterAll(async () => {
  for (const made of [...seeds.values(), shared]) if (made !== undefined) await rm(made, { recursive: true });
});

describe('立上げと停止', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('%s でデータベースごときれいに止まり、次の起動で続きから使える', async (signal) => {
    await seeded();
    const first = await run();
    expect(await first.end(signal)).toBe(0);
    expect(startedAt(first.postmaster)).toBeNull();
    const log = await readFile(join(dataDir, 'postgres', 'postgres.log'), 'utf8');
    expect(log).toContain('database system is shut down');

    const second = await run();
    expect(await read(second)).toEqual(KEPT);
    expect(second.notices).toEqual(['store.started']);
    expect(await readFile(join(dataDir, 'postgres', 'postgres.log'), 'utf8')).not.toContain('not properly shut down');
  });

  it('守りの設定は落とさず、外からは繋げない', async () => {
    await seeded();
    const store = await run();
    const settings = await store.query(`SELECT name, setting FROM pg_settings WHERE name IN
      ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses', 'unix_socket_directories', 'server_encoding', 'password_encryption') ORDER BY name`);
    expect(Object.fromEntries((settings as { name: string; setting: string }[]).map((s) => [s.name, s.setting]))).toEqual({
      data_checksums: 'on', fsync: 'on', full_page_writes: 'on', listen_addresses: '127.0.0.1', password_encryption: 'scram-sha-256',
      server_encoding: 'UTF8', synchronous_commit: 'on', unix_socket_directories: '',
    });
    expect(await store.query(`SELECT DISTINCT auth_method FROM pg_hba_file_rules`)).toEqual([{ auth_method: 'scram-sha-256' }]);
    const password = await stat(join(dataDir, 'postgres', 'password'));
    expect(password.mode & 0o777).toBe(0o600);
  });
});

describe('二つのプロセス', () => {
  it('後から来た方は、誰が使っているかを言われて断られ、先の方は動き続ける', async () => {
    await seeded();
    const first = await run();
    const refused = await startRefused({ dataDir });
    expect(refused).toMatchObject({ fault: 'store.data-in-use', data: { pid: first.child.pid, folder: dataDir } });
    expect(String(refused.data['since'])).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(await first.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('空のフォルダで同時に始めても、一つだけが立ち上がる', async () => {
    const started = await Promise.allSettled([run(), run(), run()]);
    expect(started.filter((s) => s.status === 'fulfilled')).toHaveLength(1);
    for (const s of started) if (s.status === 'rejected') expect(String(s.reason)).toContain('store.data-in-use');
  });
});

describe('突然の終わり', () => {
  it('Node だけが kill -9 されると、PostgreSQL は自分で止まり、次の起動で続きから使える', async () => {
    await seeded();
    const first = await run();
    await first.end('SIGKILL');
    await untilGone(first.postmaster);
    expect(await readFile(join(dataDir, 'postgres', 'postgres.log'), 'utf8')).toContain('received fast shutdown request');

    const second = await run();
    expect(second.notices).toContain('store.lock-recovered');
    expect(await read(second)).toEqual(KEPT);
  });

  it('kill -9 のすぐ後に始めても立ち上がる', async () => {
    await seeded();
    const first = await run();
    await first.end('SIGKILL');
    const second = await run();
    expect(await read(second)).toEqual(KEPT);
  });

  it.runIf(onLinux)('見張りも消されて PostgreSQL だけが残っていれば、止めてから始める', async () => {
    await seeded();
    const first = await run();
    for (const pid of groupOf(first.postmaster)) if (pid !== first.postmaster) process.kill(pid, 'SIGKILL');
    await first.end('SIGKILL');
    expect(startedAt(first.postmaster)).not.toBeNull();

    const second = await run();
    expect(second.notices).toEqual(['store.lock-recovered', 'store.orphan-stopped', 'store.started']);
    expect(startedAt(first.postmaster)).toBeNull();
    expect(await read(second)).toEqual(KEPT);
  });

  it.runIf(onLinux)('何もかも kill -9 されても、復旧して続きから使える', async () => {
    await seeded();
    const first = await run();
    process.kill(-first.postmaster, 'SIGKILL');
    await first.end('SIGKILL');
    const second = await run();
    expect(await read(second)).toEqual(KEPT);
    expect(await readFile(join(dataDir, 'postgres', 'postgres.log'), 'utf8')).toContain('was not properly shut down; automatic recovery in progress');
  });

  it('作りかけで kill -9 されたデータベースは作り直す', async () => {
    const { child } = launchProcess({ dataDir });
    await once(child, 'notice');
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
    expect(await stat(join(dataDir, 'postgres', 'data')).catch(() => null)).toBeNull();

    const second = await run();
    expect(await second.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.end('SIGTERM');
    const third = await run();
    expect((await readdir(join(dataDir, 'postgres'))).filter((name) => name.startsWith('data'))).toEqual(['data']);
    expect(third.notices).toEqual(['store.started']);
  });

  it('残った postmaster.pid の番号が別のプロセスに使われていても立ち上がる', async () => {
    await seeded();
    const first = await run();
    await first.end('SIGTERM');
    const owner = await stat(join(dataDir, 'postgres', 'data'));
    const file = join(dataDir, 'postgres', 'data', 'postmaster.pid');
    await writeFile(file, `${process.pid}\n${join(dataDir, 'postgres', 'data')}\n1\n5432\n\n127.0.0.1\n\nready   \n`);
    if (isRoot) await chown(file, owner.uid, owner.gid);
    const second = await run();
    expect(await read(second)).toEqual(KEPT);
  });
});

describe('動かす利用者', () => {
  const everyUser: readonly (readonly [string, Partial<Launch>])[] = isRoot ? [['root', {}], ['権限のない利用者', { uid: ORDINARY }]] : [['今の利用者', {}]];

  it.each(everyUser)('%s で立ち上がり、PostgreSQL は root では動かない', async (_who, launch) => {
    await chmod(folder, 0o777);
    const store = await run({ ...launch, native: await readablePackage() });
    await write(store);
    expect((await stat(join(dataDir, 'postgres', 'data'))).uid).not.toBe(0);
    expect((await stat(join(dataDir, 'postgres', 'data'))).mode & 0o777).toBe(0o700);
    await store.end('SIGTERM');
    expect(await read(await run({ ...launch, native: await readablePackage() }))).toEqual(KEPT);
  });

  it.each(everyUser)('%s で、インストール時の処理が走らずリンクがなくても立ち上がる', async (_who, launch) => {
    await chmod(folder, 0o777);
    const native = await copyPackage(join(folder, 'native'));
    for (const { target } of JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[]) await rm(join(native, '..', target));
    const before = (await readdir(native, { recursive: true })).sort();
    await seeded(launch);
    const store = await run({ ...launch, native });
    expect(store.notices).toContain('store.binaries-copied');
    expect((await readdir(native, { recursive: true })).sort()).toEqual(before);
    await store.end('SIGTERM');
    expect((await run({ ...launch, native })).notices).toEqual(['store.started']);
  });

  it.each(everyUser)('%s で、実行の許可が失われていても立ち上がる', async (_who, launch) => {
    await chmod(folder, 0o777);
    const native = await copyPackage(join(folder, 'native'));
    for (const name of await readdir(join(native, 'bin'))) await chmod(join(native, 'bin', name), 0o644);
    await seeded(launch);
    const store = await run({ ...launch, native });
    expect(store.notices).toContain('store.binaries-copied');
  });

  it.each(everyUser)('%s で、umask が厳しくても立ち上がる', async (_who, launch) => {
    await chmod(folder, 0o777);
    const store = await run({ ...launch, umask: 0o077, native: await readablePackage() });
    expect(await store.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(store.notices).not.toContain('store.placed-elsewhere');
  });

  it.runIf(isRoot)('root で、フォルダがほかの利用者に閉じていても、外に置いて立ち上がり、次も見つける', async () => {
    await chmod(folder, 0o700);
    const native = await copyPackage(join(folder, 'native'));
    const first = await run({ native });
    expect(first.notices).toEqual(['store.placed-elsewhere', 'store.binaries-copied', 'store.initialising', 'store.started']);
    const { database } = JSON.parse(await readFile(join(dataDir, 'location.json'), 'utf8')) as { database: string };
    expect(database).toMatch(/^\/var\//);
    expect(await readFile(join(database, 'README.txt'), 'utf8')).toContain(dataDir);
    await write(first);
    expect(await startRefused({ dataDir, native })).toMatchObject({ fault: 'store.data-in-use' });
    await first.end('SIGTERM');
    const second = await run({ native });
    expect(await read(second)).toEqual(KEPT);
    expect(second.notices).toEqual(['store.started']);
  });

  it.runIf(isRoot)('ほかの利用者のデータを root が動かしても、持ち主は後で自分で動かせる', async () => {
    await chmod(folder, 0o777);
    const native = await readablePackage();
    const first = await run({ uid: ORDINARY, native });
    await write(first);
    await first.end('SIGTERM');
    const asRoot = await run({ native });
    expect(await read(asRoot)).toEqual(KEPT);
    await asRoot.end('SIGKILL');
    await untilGone(asRoot.postmaster);
    expect(await read(await run({ uid: ORDINARY, native }))).toEqual(KEPT);
  });

  it.runIf(isRoot)('書けないフォルダは、どこを誰が書けないかを言って断る', async () => {
    expect(await startRefused({ dataDir, uid: ORDINARY, native: await readablePackage() })).toMatchObject({ fault: 'store.permission', data: { path: dataDir, detail: 'EACCES' } });
    await seeded();
    expect(await startRefused({ dataDir, uid: ORDINARY, native: await readablePackage() })).toMatchObject({ fault: 'store.permission' });
  });
});

describe('食い違い', () => {
  it('違う版の PostgreSQL のデータは断る', async () => {
    await seeded();
    await writeFile(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '14\n');
    expect(await startRefused({ dataDir })).toMatchObject({ fault: 'store.data-version', data: { found: '14', expected: '18' } });
  });

  it('記された置き場所にデータがなければ、作り直さずに断る', async () => {
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'location.json'), JSON.stringify({ database: join(folder, 'gone') }));
    expect(await startRefused({ dataDir })).toEqual({ fault: 'store.data-missing', data: { location: join(dataDir, 'location.json'), folder: join(folder, 'gone') } });
  });

  it.each(['', '{', '[]', '{"database":3}', 'null'])('壊れた location.json（%j）は断る', async (text) => {
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'location.json'), text);
    expect(await startRefused({ dataDir })).toMatchObject({ fault: 'store.damaged-location' });
  });

  it('データフォルダの所にファイルがあれば断る', async () => {
    await writeFile(dataDir, '');
    expect(await startRefused({ dataDir })).toMatchObject({ fault: 'store.file-error', data: { path: dataDir } });
  });

  it('フォルダごと移しても続きから使える', async () => {
    await seeded();
    await rename(dataDir, join(folder, '移した 先'));
    expect(await read(await run({ dataDir: join(folder, '移した 先') }))).toEqual(KEPT);
  });
});

/** 誰でも読める所に一度だけ写した実行ファイル一式（リポジトリがほかの利用者から読めないこともある）。 */
async function readablePackage(): Promise<string> {
  if (shared === undefined) {
    shared = await mkdtemp(join(tmpdir(), 'renkei-native-'));
    await chmod(shared, 0o755);
    await copyPackage(join(shared, 'native'));
  }
  return join(shared, 'native');
}

/** インストール時の処理が走ったかどうかによらず、リンクの揃った写しを作る。 */
async function copyPackage(native: string): Promise<string> {
  execFileSync('cp', ['-R', (await findPackage()).native, native]);
  for (const { source, target } of JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    await rm(link, { force: true });
    await symlink(relative(dirname(link), join(native, '..', source)), link);
  }
  return native;
}

/** プロセスの組に属すもの。 */
function groupOf(leader: number): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[2]) === leader;
    } catch {
      return false;
    }
  });
}
