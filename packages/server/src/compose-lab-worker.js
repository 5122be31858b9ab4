// 改め文ラボの仕事を、別のスレッドで一つずつこなす。部品をつなぐのは compose.ts と同じだが、
// 終わらない本文や大きすぎる本文で、ほかの応答を止めないよう、打ち切れる所で動かす。
// src のまま動くよう JavaScript で書く（型は lab/open-lab-desk.ts にある）。
// oxlint-disable unicorn/require-post-message-target-origin -- 相手は画面でなく、このスレッドの親
import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { runLabJob } from '@renkei/app';
import { openSource, writeComparison, writeDocument } from '@renkei/formats';

const ports = {
  openSource,
  writeComparison,
  writeDocument,
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  now: () => performance.now(),
};

parentPort.on('message', (job) => {
  runLabJob(job, ports).then(
    (answer) => parentPort.postMessage({ answer }),
    (error) => parentPort.postMessage({ failure: traceOf(error) }),
  );
});

/** 誤りの名と場所だけ。文には送られた本文の一部が入りうるので、記録に残さない。 */
function traceOf(error) {
  const frames = String(error?.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error?.name ?? 'Error', ...frames].join('\n').slice(0, 2000);
}
