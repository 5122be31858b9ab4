// 経過を書くスレッド。flag が立つまで一秒ごとに書き直し、最後に行を消す。
// src からも dist からも同じ物を使うので、ここに置く。
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const { flag, fd, label, seconds, quietFor } = workerData;
const started = performance.now();
const stopped = (wait) => Atomics.wait(flag, 0, 0, wait) !== 'timed-out';

if (!stopped(quietFor)) {
  do {
    const elapsed = Math.round((performance.now() - started) / 1000);
    writeSync(fd, `\r\u001b[K${label}… ${seconds.replace('{seconds}', String(elapsed))}`);
  } while (!stopped(1000));
  writeSync(fd, '\r\u001b[K');
}
