import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { fault } from '../fault.js';

/** PostgreSQL を動かす OS の利用者。 */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** root のとき使う利用者。前のものほど PostgreSQL の持ち主にふさわしい */
const PREFERRED = ['postgres', 'nobody', 'daemon'];

export const isRoot = (): boolean => process.getuid?.() === 0;

/** initdb は利用者の名を調べる。コンテナに番号だけを与えると名が無く、何も作らないうちに断る。 */
export function requireListedUser(): void {
  try {
    userInfo();
  } catch (error) {
    throw fault('store.unlisted-user', { uid: process.getuid?.() ?? '' }, error);
  }
}

/** root なら代わりに使う利用者、root でなければ null（自分のまま動かす）。 */
export function unprivilegedAccount(passwd = '/etc/passwd'): Account | null {
  if (!isRoot()) return null;
  let lines: string[][];
  try {
    lines = readFileSync(passwd, 'utf8').split('\n').map((line) => line.split(':'));
  } catch (error) {
    throw fault('store.no-account', { detail: passwd }, error);
  }
  for (const name of PREFERRED) {
    const [, , uid, gid] = lines.find((line) => line[0] === name) ?? [];
    const account = { uid: Number(uid), gid: Number(gid) };
    if (account.uid > 0 && account.gid > 0) return account;
  }
  throw fault('store.no-account', { detail: `${passwd}: ${PREFERRED.join(', ')}` });
}

/** すでにあるデータなら、その持ち主として動かす（root が作ったものでなければ）。 */
export async function ownerOf(folder: string): Promise<Account | null> {
  if (!isRoot()) return null;
  const found = await stat(folder).catch(() => null);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null;
}
