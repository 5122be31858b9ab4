import type { Fault } from '@renkei/core';
import { detailOf, fault } from '../fault.js';

const DENIED = new Set(['EACCES', 'EPERM', 'EROFS']);
const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** ファイルを扱うときの例外を、どこで何が起きたかを言う Fault に直す。 */
export async function withFiles<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toFileFault(path, error) ?? error;
  }
}

export function toFileFault(path: string, error: unknown): Fault | null {
  const { code, path: at } = (error ?? {}) as { code?: unknown; path?: unknown };
  if (typeof code !== 'string' || typeof (error as { syscall?: unknown }).syscall !== 'string') return null;
  const where = typeof at === 'string' ? at : path;
  if (FULL.has(code)) return fault('store.disk-full', { path: where }, error);
  if (DENIED.has(code)) return fault('store.permission', { path: where, detail: code }, error);
  return fault('store.file-error', { path: where, detail: detailOf(error) }, error);
}

/** PostgreSQL の出力から、空き不足を見分ける。 */
export const saysDiskFull = (output: string): boolean => /No space left on device|Disk quota exceeded/.test(output);
