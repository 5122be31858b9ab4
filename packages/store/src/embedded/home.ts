import { randomBytes } from 'node:crypto';
import { chmod, chown, link, mkdir, readFile, rm, rmdir, stat, unlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { detailOf, fault } from '../fault.js';
import type { Notify } from '../notify.js';
import { isRoot, ownerOf, unprivilegedAccount, type Account } from './account.js';
import { canWriteAs } from './run.js';

/**
 * データの置き場所。
 *
 *   .renkei/location.json   どこに置いたか {"database":"postgres"}（外に置いたときは絶対パス）
 *   .renkei/postgres/       置き場所（home）
 *     lock/                 使っているプロセスの記録
 *     data/                 PostgreSQL のデータ（PGDATA）
 *     password              接続のパスワード
 *     postgres.log          PostgreSQL の記録
 *
 * PostgreSQL を動かす利用者が .renkei に届かないとき（root で動かし、フォルダがほかの利用者に閉じている）は、
 * home だけを /var/lib/renkei などに置く。名は乱数なので、.renkei を消して始めれば前のデータは現れない。
 */
export interface Home {
  readonly folder: string;
  readonly data: string;
  /** PostgreSQL を動かす利用者。自分のままなら null */
  readonly account: Account | null;
  /** root が他人の置き場所で動くとき、作ったファイルの持ち主にする利用者 */
  readonly keeper: Account | null;
}

export async function findHome(dataDir: string, notify: Notify): Promise<Home> {
  const base = resolve(dataDir);
  await makeOpenFolder(base);
  const location = join(base, 'location.json');
  const database = (await readLocation(location)) ?? (await chooseFolder(base, location, notify));
  const folder = isAbsolute(database) ? database : join(base, database);
  if (!(await exists(folder))) throw fault('store.data-missing', { location, folder });
  const data = join(folder, 'data');
  const keeper = await ownerOf(folder);
  const account = (await ownerOf(data)) ?? keeper ?? unprivilegedAccount();
  const reachable = (await exists(data)) ? await canWriteAs(account, data) : await canHold(folder, account);
  if (!reachable) throw fault('store.permission', { path: folder, detail: describeAccount(account) });
  return { folder, data, account, keeper };
}

/** 作ったばかりのフォルダは、umask によらず、ほかの利用者が通れるようにする。前からあるフォルダの権限は変えない。 */
async function makeOpenFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o755 });
  if (made === undefined) return;
  const parent = dirname(made);
  for (let path = folder; path !== parent; path = dirname(path)) {
    await chmod(path, 0o755);
    await followOwner(path, parent);
  }
}

async function readLocation(location: string): Promise<string | null> {
  let text: string;
  try {
    text = await readFile(location, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  let found: unknown;
  try {
    found = (JSON.parse(text) as { database?: unknown } | null)?.database;
  } catch (error) {
    throw fault('store.damaged-location', { location, detail: detailOf(error) }, error);
  }
  if (typeof found !== 'string' || found === '') throw fault('store.damaged-location', { location, detail: text.slice(0, 80) });
  return found;
}

/** 置き場所を選んで記す。同時に始めた別のプロセスが先に記したら、そちらを使う。 */
async function chooseFolder(base: string, location: string, notify: Notify): Promise<string> {
  const account = unprivilegedAccount();
  for (const candidate of candidates()) {
    const folder = isAbsolute(candidate) ? candidate : join(base, candidate);
    if (!(await prepare(folder, account))) continue;
    const temporary = `${location}.${process.pid}-${randomBytes(4).toString('hex')}`;
    await writeFile(temporary, `${JSON.stringify({ database: candidate })}\n`);
    await followOwner(temporary, base);
    try {
      await link(temporary, location);
    } catch (error) {
      const other = await readLocation(location);
      if (other === null) throw error;
      if (isAbsolute(candidate)) await rm(folder, { recursive: true, force: true });
      return other;
    } finally {
      await unlink(temporary);
    }
    if (isAbsolute(candidate)) {
      await writeFile(join(folder, 'README.txt'), originNote(base));
      notify('store.placed-elsewhere', { dataDir: base, folder, location });
    }
    return candidate;
  }
  throw fault('store.permission', { path: base, detail: describeAccount(account) });
}

/** 外に置いた home だけを見つけた運用者が、何のデータで、いつ消してよいかを知るための覚え書き。 */
const originNote = (base: string): string =>
  `${base} のデータです。${base} を消したときは、このフォルダも消せます。\nThis is the data of ${base}. When ${base} is gone, this folder can be deleted too.\n`;

function candidates(): string[] {
  const name = randomBytes(6).toString('hex');
  const persistent = isRoot() ? '/var/lib/renkei' : join(homedir(), '.local', 'share', 'renkei');
  return ['postgres', join(persistent, name), `/var/tmp/renkei-${name}`];
}

/** 置き場所を作り、PostgreSQL を動かす利用者がその中にデータを持てるかを確かめる。持てなければ跡を残さない。 */
async function prepare(folder: string, account: Account | null): Promise<boolean> {
  const parent = dirname(folder);
  try {
    await makeOpenFolder(parent);
    await mkdir(folder, { mode: account ? 0o711 : 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return canHold(folder, account);
    return false;
  }
  await followOwner(folder, parent);
  if (account) await chmod(folder, 0o711);
  if (await canHold(folder, account)) return true;
  await rmdir(folder);
  return false;
}

/** その利用者が持つ 0700 のフォルダを中に作れ、利用者がそこへ届くか。権限を持てないファイルシステムもここで分かる。 */
async function canHold(folder: string, account: Account | null): Promise<boolean> {
  const trial = join(folder, `trial-${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(trial, { mode: 0o700 });
  } catch {
    return false;
  }
  try {
    if (account) await chown(trial, account.uid, account.gid);
    await chmod(trial, 0o700);
    return ((await stat(trial)).mode & 0o777) === 0o700 && (await canWriteAs(account, trial));
  } catch {
    return false;
  } finally {
    await rmdir(trial);
  }
}

/** root が作ったものを、元のフォルダの持ち主に合わせる（後で持ち主が自分で動かせるように）。 */
async function followOwner(path: string, like: string): Promise<void> {
  const owner = await ownerOf(like);
  if (owner) await chown(path, owner.uid, owner.gid);
}

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, (error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return false;
  throw error;
});

const describeAccount = (account: Account | null): string => `uid ${account?.uid ?? process.getuid?.() ?? '?'}`;
