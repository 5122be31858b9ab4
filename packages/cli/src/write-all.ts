import type { OutputStream } from './io.js';

/**
 * 全部を書き終えるまで待つ。管（パイプ）の先が先に閉じたとき（`| head`）は、静かに終える。
 * ほかの失敗（空き容量がないなど）は例外にする。
 */
export async function writeAll(stream: OutputStream, text: string): Promise<void> {
  if (text === '') return;
  await new Promise<void>((resolve, reject) => {
    const finish = (error?: Error | null) => {
      if (!error || isClosedPipe(error)) resolve();
      else reject(error);
    };
    stream.once('error', finish);
    stream.write(text, (error) => {
      finish(error);
      if (!error) stream.removeListener('error', finish);
    });
  });
}

function isClosedPipe(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'EOF';
}
