import { spawn } from 'node:child_process';
import type { Account } from './account.js';

export interface Ran {
  /** 起動できなければ null */
  readonly code: number | null;
  readonly output: string;
}

/** PG* や LD_* を引き継がない、決まった環境。メッセージは英語（見分けに使う）。 */
export const CLEAN_ENV: NodeJS.ProcessEnv = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' };

/** 短い仕事を、指定の利用者として動かして終わるのを待つ。失敗も値で返す。 */
export function run(command: string, args: readonly string[], account: Account | null): Promise<Ran> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { ...account, cwd: '/', env: CLEAN_ENV, stdio: ['ignore', 'pipe', 'pipe'] });
    const take = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code, signal) => resolve({ code: code ?? null, output: signal === null ? output : `${output} ${signal}` }));
  });
}

/** その利用者から、フォルダの中を書けるか。権限の計算でなく、実際に確かめる（ACL や読取専用も分かる）。 */
export async function canWriteAs(account: Account | null, folder: string): Promise<boolean> {
  return (await run('/bin/sh', ['-c', 'test -w "$1" && test -x "$1" && cd "$1"', 'sh', folder], account)).code === 0;
}
