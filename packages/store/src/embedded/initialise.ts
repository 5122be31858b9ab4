import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fault } from '../fault.js';
import type { Notify } from '../notify.js';
import { saysDiskFull } from './file-fault.js';
import type { Home } from './home.js';
import { run } from './run.js';
import { INITDB_OPTIONS } from './settings.js';

/**
 * データがなければ作り、あれば版を確かめる。
 * data.new-… に作り終えてから data に名を変えるので、途中で止まった作りかけが data になることはない。
 * 名に乱数を付けるのは、Node が消えた後も前の initdb がしばらく書き続けることがあるため。
 */
export async function initialise(home: Home, binaries: string, notify: Notify): Promise<{ password: string }> {
  const passwordFile = join(home.folder, 'password');
  const found = await readOrNull(join(home.data, 'PG_VERSION'));
  if (found !== null) {
    const expected = await majorVersion(binaries, home);
    if (found.trim() !== expected) throw fault('store.data-version', { folder: home.data, found: found.trim(), expected });
    return { password: await readFile(passwordFile, 'utf8') };
  }
  const redone = await removeUnfinished(home);
  notify(redone ? 'store.init-redone' : 'store.initialising', { folder: home.folder });
  const unfinished = `${home.data}${UNFINISHED}${randomBytes(4).toString('hex')}`;

  const password = randomBytes(24).toString('base64url');
  await writePrivate(passwordFile, password, home.keeper);
  await mkdir(unfinished, { mode: 0o700 });
  const forInitdb = `${unfinished}.password`;
  try {
    if (home.account) await chown(unfinished, home.account.uid, home.account.gid);
    await chmod(unfinished, 0o700);
    await writePrivate(forInitdb, password, home.account);
    const { code, output } = await run(join(binaries, 'bin', 'initdb'), [`--pgdata=${unfinished}`, `--pwfile=${forInitdb}`, ...INITDB_OPTIONS], home.account);
    if (code !== 0) throw initFault(home, output);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(forInitdb, { force: true });
  }
  await rename(unfinished, home.data);
  return { password };
}

const UNFINISHED = '.new-';

/** 前の作りかけを消す。まだ書き続けている initdb に消しきれなければ、次の起動で消す。 */
async function removeUnfinished(home: Home): Promise<boolean> {
  const found = (await readdir(home.folder)).filter((name) => name.startsWith(basename(home.data) + UNFINISHED));
  for (const name of found) await rm(join(home.folder, name), { recursive: true, force: true }).catch(() => undefined);
  return found.length > 0;
}

function initFault(home: Home, output: string) {
  if (saysDiskFull(output)) return fault('store.disk-full', { path: home.folder });
  const reason = output.split('\n').filter((line) => /error|fatal|could not|user does not exist/i.test(line)).join(' ') || output.trim().slice(-400);
  return fault('store.init-failed', { folder: home.folder, detail: reason });
}

async function majorVersion(binaries: string, home: Home): Promise<string> {
  const { output } = await run(join(binaries, 'bin', 'postgres'), ['--version'], home.account);
  return /(\d+)\.\d+/.exec(output)?.[1] ?? output.trim();
}

/** 持ち主だけが読めるファイルを、置き換えて作る。 */
async function writePrivate(path: string, text: string, owner: { uid: number; gid: number } | null): Promise<void> {
  await rm(path, { force: true });
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
    if (owner) await file.chown(owner.uid, owner.gid);
  } finally {
    await file.close();
  }
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
