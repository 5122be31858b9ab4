/**
 * 組込みの PostgreSQL を別のプロセスで動かす、試験のためのプログラム。
 * 引数: {"dataDir":…, "native"?: 実行ファイル一式, "uid"?: なり代わる利用者, "umask"?: …} の JSON
 * 標準出力に一行一つの JSON で、知らせ・立上げ・故障を伝える。標準入力の一行ごとに SQL を実行して答える。
 */
import { createInterface } from 'node:readline';
import { Fault } from '@renkei/core';
import pg from 'pg';
import { startEmbedded } from '../embedded/start-embedded.js';

interface Order {
  readonly dataDir: string;
  readonly native?: string;
  readonly uid?: number;
  readonly umask?: number;
}

const say = (message: Readonly<Record<string, unknown>>) => process.stdout.write(`${JSON.stringify(message)}\n`);
const order = JSON.parse(process.argv[2] ?? '{}') as Order;
if (order.umask !== undefined) process.umask(order.umask);
if (order.uid !== undefined) {
  process.setgroups?.([order.uid]);
  process.setgid?.(order.uid);
  process.setuid?.(order.uid);
}

try {
  const embedded = await startEmbedded(
    order.dataDir,
    (code, data) => say({ notice: code, data }),
    { from: order.native === undefined ? undefined : { native: order.native, version: 'test' } },
  );
  const client = new pg.Client(embedded.address);
  client.on('error', () => undefined);
  await client.connect();
  const stop = async () => {
    await client.end().catch(() => undefined);
    await embedded.stop();
    say({ stopped: true });
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  createInterface({ input: process.stdin }).on('line', (sql) => {
    client.query(sql).then(({ rows }) => say({ rows }), (error: Error) => say({ error: error.message }));
  });
  say({ ready: embedded.pid, address: embedded.address });
} catch (error) {
  say(error instanceof Fault ? { fault: error.code, data: error.data } : { crash: String(error) });
  process.exit(3);
}
