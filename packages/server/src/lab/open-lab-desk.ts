import type { LabAnswer, LabJob } from '@renkei/app';
import { err, ok, type Result } from '@renkei/core';
import { Worker } from 'node:worker_threads';
import type { LabLimits } from './lab-limits.js';

export type LabFailure =
  /** 待つ人が多すぎる。seconds ほど待ってから、もう一度 */
  | { readonly code: 'busy'; readonly waiting: number; readonly seconds: number }
  | { readonly code: 'timeout'; readonly seconds: number }
  | { readonly code: 'memory'; readonly megabytes: number }
  | { readonly code: 'failed'; readonly detail: string };

/** 改め文ラボの受付。仕事は別のスレッドで、時間と記憶と順番の上限の中でこなす。 */
export interface LabDesk {
  run(job: LabJob): Promise<Result<LabAnswer, LabFailure>>;
  close(): Promise<void>;
}

type Limits = Pick<LabLimits, 'workers' | 'waiting' | 'seconds' | 'megabytes'>;

/** 受付を開く。スレッドは初めの仕事で作り、こなし終えたら次の仕事に使う。打ち切ったスレッドは捨てる。 */
export function openLabDesk(worker: URL, limits: Limits): LabDesk {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const queue: (() => void)[] = [];
  let busy = 0;

  const hire = (): Worker => {
    const ready = idle.pop();
    if (ready) return ready;
    const made = new Worker(worker, { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes }, stdout: true, stderr: true });
    all.add(made);
    made.on('exit', () => {
      all.delete(made);
      const at = idle.indexOf(made);
      if (at >= 0) idle.splice(at, 1);
    });
    return made;
  };

  /** 順番を待つ。時間の内に来なければ false */
  const takeTurn = (): Promise<boolean> => {
    if (busy < limits.workers) {
      busy += 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const turn = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(turn), 1);
        resolve(false);
      }, limits.seconds * 1000);
      queue.push(turn);
    });
  };

  const passTurn = (): void => {
    const next = queue.shift();
    if (next) next();
    else busy -= 1;
  };

  return {
    run: async (job) => {
      const full: LabFailure = { code: 'busy', waiting: queue.length, seconds: limits.seconds };
      if (busy >= limits.workers && queue.length >= limits.waiting) return err(full);
      if (!(await takeTurn())) return err(full);
      try {
        const clerk = hire();
        const { result, reusable } = await perform(clerk, job, limits);
        if (reusable && all.has(clerk)) {
          clerk.unref();
          idle.push(clerk);
        } else await clerk.terminate();
        return result;
      } finally {
        passTurn();
      }
    },
    close: async () => {
      await Promise.all([...all].map((one) => one.terminate()));
    },
  };
}

interface Performed {
  readonly result: Result<LabAnswer, LabFailure>;
  readonly reusable: boolean;
}

function perform(clerk: Worker, job: LabJob, { seconds, megabytes }: Limits): Promise<Performed> {
  return new Promise((resolve) => {
    const finish = (result: Result<LabAnswer, LabFailure>, reusable: boolean): void => {
      clearTimeout(timer);
      clerk.off('message', onMessage).off('error', onError).off('exit', onExit);
      // 打ち切った後に届く誤りで、製品ごと落ちないように
      clerk.on('error', () => undefined);
      resolve({ result, reusable });
    };
    const onMessage = (message: { readonly answer: LabAnswer } | { readonly failure: string }): void =>
      'answer' in message ? finish(ok(message.answer), true) : finish(err({ code: 'failed', detail: message.failure }), false);
    const onError = (error: NodeJS.ErrnoException): void =>
      finish(err(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { code: 'memory', megabytes } : { code: 'failed', detail: error.code ?? error.name }), false);
    const onExit = (): void => finish(err({ code: 'failed', detail: 'the worker stopped' }), false);
    const timer = setTimeout(() => finish(err({ code: 'timeout', seconds }), false), seconds * 1000);
    clerk.ref();
    clerk.on('message', onMessage).on('error', onError).on('exit', onExit);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- 相手は画面でなく、自分のスレッド
    clerk.postMessage(job);
  });
}
