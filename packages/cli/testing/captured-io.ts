import { Readable, Writable } from 'node:stream';
import type { Io, OutputStream } from '../src/io.js';

export interface Captured extends Io {
  readonly out: () => string;
  readonly err: () => string;
}

export interface CapturedOptions {
  readonly stdin?: Uint8Array | string;
  readonly env?: Io['env'];
  /** 端末に見せかける */
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** 出力を溜める口。 */
export function capturedIo({ stdin = '', env = {}, isTTY = false, columns }: CapturedOptions = {}): Captured {
  const [stdout, out] = memoryStream(isTTY, columns);
  const [stderr, err] = memoryStream(isTTY, columns);
  return { env, stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr, out, err };
}

function memoryStream(isTTY: boolean, columns: number | undefined): [OutputStream, () => string] {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return [Object.assign(stream, { isTTY, ...(columns === undefined ? {} : { columns }) }), () => Buffer.concat(chunks).toString('utf8')];
}
