import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StoreNoticeCode } from '@renkei/app';
import { lockFolder } from './folder-lock.js';
import { ownIdentity } from './process-identity.js';

let folder: string;
let notices: StoreNoticeCode[];
const take = (own = ownIdentity()) => lockFolder(folder, '/data', '2026-11-22T06:00:00.000Z', (code) => notices.push(code), own);
const dead = () => ({ ...ownIdentity(), started: 'もういない' });
const elsewhere = () => ({ ...ownIdentity(), host: 'elsewhere' });
const current = async () => join(folder, `${Math.max(...(await readdir(folder)).map((name) => Number.parseInt(name, 10)))}.json`);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'renkei-lock-'));
  notices = [];
});
afterEach(() => rm(folder, { recursive: true }));

it('使用中のフォルダは、誰がいつから使っているかを言って断る', async () => {
  const lock = await take();
  await expect(take()).rejects.toMatchObject({ code: 'store.data-in-use', data: { folder: '/data', pid: process.pid, since: '2026-11-22T06:00:00.000Z' } });
  await lock.release();
});

it('返された後は取れる', async () => {
  for (let i = 0; i < 3; i += 1) await (await take()).release();
  expect(notices).toEqual([]);
  expect(await readdir(folder)).toHaveLength(1);
});

it('終わったプロセスの鍵は引き継ぐ', async () => {
  await take(dead());
  await (await take()).release();
  expect(notices).toEqual(['store.lock-recovered']);
});

it('終わったプロセスの鍵に同時に来ても、一人だけが取れる', async () => {
  for (let round = 0; round < 10; round += 1) {
    await take(dead());
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => take()));
    const taken = results.filter((result) => result.status === 'fulfilled');
    expect(taken).toHaveLength(1);
    expect(results.filter((r) => r.status === 'rejected' && (r.reason as { code: string }).code === 'store.data-in-use')).toHaveLength(11);
    await taken[0]!.value.release();
  }
});

it('空のフォルダに同時に来ても、一人だけが取れる', async () => {
  const results = await Promise.allSettled(Array.from({ length: 12 }, () => take()));
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
});

it('別の機器の使用者は、印が動いていれば断る', async () => {
  await take(elsewhere());
  const path = await current();
  const beating = setInterval(() => void utimes(path, new Date(), new Date()), 50);
  await expect(take()).rejects.toMatchObject({ code: 'store.data-in-use-elsewhere', data: { host: 'elsewhere', pid: process.pid } });
  clearInterval(beating);
  expect(notices).toEqual(['store.waiting-for-holder']);
});

it('別の機器の使用者でも、印が止まって久しければ引き継ぐ', async () => {
  await take(elsewhere());
  const old = new Date(Date.now() - 60_000);
  await utimes(await current(), old, old);
  await (await take()).release();
  expect(notices).toEqual(['store.lock-recovered']);
});

it('電源断で中身の失われた記録は、使用者がいないものとして引き継ぐ', async () => {
  await writeFile(join(folder, '7.json'), '');
  await (await take()).release();
  expect(await readdir(folder)).toEqual(['8.json']);
});
