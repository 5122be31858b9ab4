import { readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Notify } from '../notify.js';
import { commandLine, startedAt } from './process-identity.js';

/**
 * 前のプロセスが残した postmaster を止める。鍵を持つ者だけが呼ぶ。
 * 引き継がずに止めるのは、前の設定や、消えたプロセスの取引・鍵を残さないため。
 */
export async function stopOrphan(data: string, notify: Notify): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const lines = await readFile(file, 'utf8').then((text) => text.split('\n'), (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!lines) return;
  const pid = Number(lines[0]);
  const folder = lines[1] ?? data;
  const started = Number.isInteger(pid) && pid > 1 ? startedAt(pid) : null;
  if (started === null || !commandLine(pid).includes(`-D ${folder} `)) {
    // 番号が別のプロセスに使い回されていると、PostgreSQL はそれを自分の仲間と見て起動を断る
    await unlink(file);
    return;
  }
  const ends = async (signal: NodeJS.Signals, time: number) => {
    process.kill(pid, signal);
    for (let waited = 0; waited < time; waited += 50) {
      if (startedAt(pid) !== started) return true;
      await sleep(50);
    }
    return false;
  };
  if (!(await ends('SIGINT', 30_000)) && !(await ends('SIGQUIT', 10_000))) await ends('SIGKILL', 10_000);
  notify('store.orphan-stopped', { pid });
}
