import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { saysDiskFull, toFileFault, withFiles } from './file-fault.js';

const systemError = (code: string, path?: string) => Object.assign(new Error(`${code}: failed`), { code, syscall: 'open', ...(path === undefined ? {} : { path }) });

it.each([
  ['空きがない', systemError('ENOSPC', '/d/data'), 'store.disk-full', { path: '/d/data' }],
  ['割当てを使い切った', systemError('EDQUOT'), 'store.disk-full', { path: '/d' }],
  ['許されていない', systemError('EACCES', '/d/lock'), 'store.permission', { path: '/d/lock', detail: 'EACCES' }],
  ['読取専用', systemError('EROFS', '/d/lock'), 'store.permission', { path: '/d/lock', detail: 'EROFS' }],
  ['ほかの入出力の誤り', systemError('EIO', '/d/lock'), 'store.file-error', { path: '/d/lock', detail: 'EIO: failed' }],
])('%s', (_what, error, code, data) => {
  expect(toFileFault('/d', error)).toMatchObject({ code, data, cause: error });
});

it('ファイルの誤りでない例外はそのまま', async () => {
  const bug = new TypeError('誤り');
  await expect(withFiles('/d', () => Promise.reject(bug))).rejects.toBe(bug);
  expect(toFileFault('/d', Object.assign(new Error('x'), { code: '23505' }))).toBeNull();
});

it.runIf(process.platform === 'linux')('本物の空き不足が Fault になる', async () => {
  await expect(withFiles('/dev/full', () => writeFile('/dev/full', 'x'))).rejects.toMatchObject({ code: 'store.disk-full' });
});

it('PostgreSQL の出力から空き不足を見分ける', () => {
  expect(saysDiskFull('FATAL:  could not write to file "pg_wal/xlogtemp.44": No space left on device')).toBe(true);
  expect(saysDiskFull('FATAL:  lock file "postmaster.pid" already exists')).toBe(false);
});
