import { err, ok, type Result } from '@renkei/core';

export interface BodyTooLarge {
  /** 送り手の申告。無ければ、読むのをやめた時点で上限を超えていたことだけが分かる */
  readonly found: number | null;
  readonly limit: number;
}

/** 本体を上限まで読む。超えたら途中でやめる（申告が超えていれば読まない）。 */
export async function readBody(request: Request, limit: number): Promise<Result<Uint8Array, BodyTooLarge>> {
  const declared = /^\d{1,15}$/.test(request.headers.get('Content-Length') ?? '') ? Number(request.headers.get('Content-Length')) : null;
  if (declared !== null && declared > limit) return err({ found: declared, limit });
  if (request.body === null) return ok(new Uint8Array());
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return err({ found: declared, limit });
    }
    parts.push(value);
  }
  return ok(Buffer.concat(parts));
}
