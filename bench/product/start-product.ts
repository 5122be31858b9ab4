import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

export interface Product {
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * 組み立てた製品を別のプロセスで動かし、アドレスを知らせるまで待つ。
 * 記録（アクセスログ）はふだんの運用と同じくファイルへ書かせる。測る側が読むと、測る側の手間が混ざる。
 */
export async function startProduct(folder: string, env: Readonly<Record<string, string>> = {}): Promise<Product> {
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, `product-${process.hrtime.bigint()}.log`);
  const log = openSync(logFile, 'w');
  const child = spawn(process.execPath, ['packages/server/dist/main.js'], {
    cwd: REPOSITORY,
    env: { ...process.env, NODE_ENV: 'production', RENKEI_DATA: join(folder, 'data'), PORT: '0', ...env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = once(child, 'exit');
  let ended = false;
  void exited.then(() => (ended = true));
  for (;;) {
    const said = readFileSync(logFile, 'utf8');
    const origin = /https?:\/\/[\w.[\]:-]+?:[1-9]\d*/.exec(said)?.[0];
    if (origin !== undefined) {
      return {
        origin,
        pid: child.pid!,
        stop: async () => {
          child.kill('SIGTERM');
          await exited;
        },
      };
    }
    if (ended) throw new Error(`製品が起動せずに終わりました。\n${said}`);
    await wait(5);
  }
}
