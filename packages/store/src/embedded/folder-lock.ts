import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, stat, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fault } from '../fault.js';
import type { Notify } from '../notify.js';
import { ownIdentity, stateOf, type ProcessIdentity } from './process-identity.js';

/**
 * 一つのフォルダを一つのプロセスだけが使うための鍵。
 *
 * lock/ に番号付きの記録（1.json, 2.json…）を置き、最大の番号のものが今の使用者。
 * 引き継ぐときは次の番号を「なければ作る」で取るので、同時に引き継ごうとしても一人だけが取れる。
 * 最大の番号の記録は消さない（返すときは「返した」と書き直す）ので、遅れて来た者が古い番号を取り直すこともない。
 */
export interface FolderLock {
  release(): Promise<void>;
}

interface Holder extends ProcessIdentity {
  readonly since: string;
  readonly released?: true;
}

/** 使用者が生きている印を更新する間隔と、印が止まったとみなすまでの時間（ミリ秒） */
const BEAT = 5_000;
const SILENCE = 15_000;

export async function lockFolder(folder: string, shown: string, since: string, notify: Notify, own = ownIdentity()): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const record: Holder = { ...own, since };
  for (;;) {
    const current = await readCurrent(folder);
    if (current?.holder && !current.holder.released) await refuseIfHeld(current.path, current.holder, shown, notify);
    const number = (current?.number ?? 0) + 1;
    const path = join(folder, `${number}.json`);
    if (!(await claim(path, record))) continue;
    const newest = Math.max(...(await numbers(folder)));
    if (newest !== number) {
      await unlink(path);
      continue;
    }
    await removeOlder(folder, number);
    return hold(path, record);
  }
}

function hold(path: string, record: Holder): FolderLock {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => clearInterval(beat));
  }, BEAT).unref();
  return {
    release: async () => {
      clearInterval(beat);
      await replace(path, { ...record, released: true });
    },
  };
}

/** 使用者が生きていれば断る。死んでいれば戻る。別の機器のものは、生きている印が動くかをしばらく見る。 */
async function refuseIfHeld(path: string, holder: Holder, shown: string, notify: Notify): Promise<void> {
  const data = { folder: shown, pid: holder.pid, since: holder.since };
  const state = stateOf(holder);
  if (state === 'running') throw fault('store.data-in-use', data);
  if (state === 'unknown') {
    const last = await modifiedAt(path);
    if (last !== null && Date.now() - last < SILENCE) {
      notify('store.waiting-for-holder', { host: holder.host });
      for (let waited = 0; waited < SILENCE; waited += 500) {
        await sleep(500);
        if ((await modifiedAt(path)) !== last) throw fault('store.data-in-use-elsewhere', { ...data, host: holder.host });
      }
    }
  }
  notify('store.lock-recovered', { pid: holder.pid });
}

const modifiedAt = (path: string): Promise<number | null> => stat(path).then((found) => found.mtimeMs, () => null);

async function numbers(folder: string): Promise<number[]> {
  return (await readdir(folder)).flatMap((name) => (/^\d+\.json$/.test(name) ? [Number.parseInt(name, 10)] : []));
}

async function readCurrent(folder: string): Promise<{ number: number; path: string; holder: Holder | null } | null> {
  const found = await numbers(folder);
  if (found.length === 0) return null;
  const number = Math.max(...found);
  const path = join(folder, `${number}.json`);
  try {
    return { number, path, holder: JSON.parse(await readFile(path, 'utf8')) as Holder };
  } catch (error) {
    // 記録は書き終えてから名を付けるので、読めない記録は電源断などで失われたもの
    if (error instanceof SyntaxError) return { number, path, holder: null };
    throw error;
  }
}

/** その番号がまだなければ取る。 */
async function claim(path: string, record: Holder): Promise<boolean> {
  const temporary = await writeTemporary(path, record);
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(temporary);
  }
}

async function replace(path: string, record: Holder): Promise<void> {
  await rename(await writeTemporary(path, record), path);
}

async function writeTemporary(path: string, record: Holder): Promise<string> {
  const temporary = `${path}.${record.pid}-${randomBytes(4).toString('hex')}`;
  const file = await open(temporary, 'wx', 0o644);
  try {
    await file.writeFile(`${JSON.stringify(record)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return temporary;
}

async function removeOlder(folder: string, number: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const found = /^(\d+)\.json/.exec(name);
    if (found && Number(found[1]) < number) await unlink(join(folder, name)).catch(() => undefined);
  }
}
