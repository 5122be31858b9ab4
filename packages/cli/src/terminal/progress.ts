import { Worker } from 'node:worker_threads';
import type { OutputStream } from '../io.js';

export interface ProgressOptions {
  readonly stream: OutputStream;
  readonly label: string;
  /** 「{seconds}秒」 */
  readonly seconds: string;
  /** これより短い仕事では何も出さない（ミリ秒） */
  readonly quietFor?: number;
}

/**
 * 長い仕事の間、端末に経過を出す。読取は一続きの計算で、その間は同じスレッドのタイマーが動かないので、
 * 別のスレッドが書く。端末でなければ何もしない。
 */
export async function withProgress<T>({ stream, label, seconds, quietFor = 1000 }: ProgressOptions, work: () => Promise<T>): Promise<T> {
  if (stream.isTTY !== true || stream.fd === undefined) return work();
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('../../bin/progress-worker.js', import.meta.url), {
    workerData: { flag, fd: stream.fd, label, seconds, quietFor },
  });
  const stopped = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
    worker.once('error', () => resolve());
  });
  try {
    return await work();
  } finally {
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
    await stopped;
  }
}
