import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Address } from '../database/connect.js';
import { detailOf, fault } from '../fault.js';
import type { Notify } from '../notify.js';
import { saysDiskFull } from './file-fault.js';
import type { Home } from './home.js';
import { CLEAN_ENV } from './run.js';

/**
 * PostgreSQL（postmaster）の起動と停止。
 *
 * 自分のセッションで動かすので、端末の Ctrl-C は Node だけに届き、使いかけの依頼を終えてから止められる。
 * Node が kill -9 などで消えたときは、標準入力につないだ管が閉じたことを見張りの sh が知り、postmaster に停止を求める。
 */
export interface Postmaster {
  readonly address: Address;
  readonly pid: number;
  stop(): Promise<void>;
}

type Settings = Readonly<Record<string, string>>;

const DATABASE = 'renkei';
const POLL = 15;
const SLOW = 3_000;
/** 高速停止を待つ時間、続けて即時停止を待つ時間（ミリ秒） */
const FAST_STOP = 30_000;
const IMMEDIATE_STOP = 10_000;

/** 管が閉じたら（止める前の一行なしに）、まだ自分の postmaster であることを確かめて SIGINT を送る。見張りは親を離れて動く。 */
const WATCHED = `
exec 3<&0 </dev/null
data="$1" pid=$$
shift
( (
  read -r word <&3 && exit 0
  read -r owner <"$data/postmaster.pid" && [ "$owner" = "$pid" ] && kill -INT "$pid"
) >/dev/null 2>&1 & )
exec 3<&-
exec "$@"
`;

export async function startPostmaster(home: Home, binaries: string, password: string, settings: Settings, notify: Notify): Promise<Postmaster> {
  const log = join(home.folder, 'postgres.log');
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    const child = await launch(home, binaries, { ...settings, port: String(port) }, log);
    const address: Address = { host: '127.0.0.1', port, user: 'renkei', password, database: DATABASE };
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    const ready = await untilReady(child, address, notify).catch(async (error: unknown) => {
      child.kill('SIGINT');
      await ended;
      throw fault('store.start-failed', { detail: detailOf(error), log }, error);
    });
    if (ready) {
      notify('store.started', { port });
      return running(child, ended, address, log, notify);
    }
    await ended;
    const output = await readFile(log, 'utf8').catch(() => '');
    // 別のプロセスに先に使われた入口なら選び直す。kill -9 された postmaster の子が残っていれば、いなくなるのを待つ。
    const passing = /could not bind|Address already in use/.test(output) ? 0 : /shared memory block .* still in use|is another postmaster/.test(output) ? 500 : null;
    if (passing === null || tries >= 20) throw startFault(home, output, log);
    await sleep(passing);
  }
}

async function launch(home: Home, binaries: string, settings: Settings, log: string): Promise<ChildProcess> {
  await rename(log, `${log}.1`).catch(() => undefined);
  const output = await open(log, 'w', 0o644);
  try {
    if (home.keeper) await output.chown(home.keeper.uid, home.keeper.gid);
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn('/bin/sh', ['-c', WATCHED, 'renkei-postgres', home.data, join(binaries, 'bin', 'postgres'), '-D', home.data, ...options], {
      ...home.account,
      cwd: '/',
      env: CLEAN_ENV,
      detached: true,
      stdio: ['pipe', output.fd, output.fd],
    });
    child.on('error', () => undefined);
    child.stdin?.on('error', () => undefined);
    child.unref();
    (child.stdin as { unref?: () => void } | null)?.unref?.();
    return child;
  } finally {
    await output.close();
  }
}

/** 繋がって、使うデータベースがあるようになるまで待つ。その前に終わってしまったら false。 */
async function untilReady(child: ChildProcess, address: Address, notify: Notify): Promise<boolean> {
  for (let waited = 0; ; waited += POLL) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
    if (waited === SLOW) notify('store.recovering');
    const client = new pg.Client({ ...address, database: 'postgres', connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const exists = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
      if (exists.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
      return true;
    } catch (error) {
      if (!STARTING.has((error as { code?: string }).code ?? '')) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
    await sleep(POLL);
  }
}

/** まだ待ち受けていない / 復旧中（57P03）/ 前のものが止まるところ（57P01） */
const STARTING = new Set(['ECONNREFUSED', 'ECONNRESET', '57P03', '57P01']);

function running(child: ChildProcess, ended: Promise<void>, address: Address, log: string, notify: Notify): Postmaster {
  let stopping = false;
  void ended.then(() => {
    if (!stopping) notify('store.stopped-unexpectedly', { log });
  });
  const endsWithin = (time: number) => {
    const waiting = new AbortController();
    return Promise.race([
      ended.then(() => true),
      sleep(time, false, { signal: waiting.signal }).catch(() => false),
    ]).finally(() => waiting.abort());
  };
  return {
    address,
    pid: child.pid!,
    stop: async () => {
      stopping = true;
      child.ref();
      child.kill('SIGINT');
      if (!(await endsWithin(FAST_STOP))) {
        notify('store.slow-stop');
        child.kill('SIGQUIT');
        if (!(await endsWithin(IMMEDIATE_STOP))) child.kill('SIGKILL');
        await ended;
      }
      child.stdin?.end('stopped\n');
    },
  };
}

function startFault(home: Home, output: string, log: string) {
  if (saysDiskFull(output)) return fault('store.disk-full', { path: home.folder });
  const reason = output.split('\n').filter((line) => /FATAL|PANIC|ERROR|HINT/.test(line)).map((line) => line.replace(/^.*?(FATAL|PANIC|ERROR|HINT)/, '$1')).join(' ');
  return fault('store.start-failed', { detail: reason || output.trim().slice(-400) || '-', log });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
