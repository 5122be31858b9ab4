import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

/** 経過を書くスレッド。flag が立つまで一秒ごとに書き直し、最後に行を消す。 */
const { flag, fd, label, seconds, quietFor } = workerData as { flag: Int32Array; fd: number; label: string; seconds: string; quietFor: number };
const started = performance.now();
const stopped = (wait: number) => Atomics.wait(flag, 0, 0, wait) !== 'timed-out';

if (!stopped(quietFor)) {
  do {
    const elapsed = Math.round((performance.now() - started) / 1000);
    writeSync(fd, `\r\u001b[K${label}… ${seconds.replace('{seconds}', String(elapsed))}`);
  } while (!stopped(1000));
  writeSync(fd, '\r\u001b[K');
}
