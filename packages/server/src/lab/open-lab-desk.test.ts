import type { LabJob } from '@renkei/app';
import { afterEach, describe, expect, it } from 'vitest';
import { openLabDesk, type LabDesk } from './open-lab-desk.js';

const LIMITS = { workers: 1, waiting: 2, seconds: 1, megabytes: 32 };
/** 依頼の見出し（heading）に書いたことをする働き手 */
const WORKER = new URL(`data:text/javascript,${encodeURIComponent(`
  import { parentPort, threadId } from 'node:worker_threads';
  parentPort.on('message', ({ heading }) => {
    if (heading === 'forever') for (;;);
    if (heading === 'memory') { const kept = []; for (;;) kept.push(new Array(1e5).fill(Math.random())); }
    if (heading === 'throw') throw new Error('壊れた');
    if (heading === 'exit') process.exit(3);
    if (heading === 'failure') return parentPort.postMessage({ failure: 'だめ' });
    setTimeout(() => parentPort.postMessage({ answer: { kind: 'file', bytes: Uint8Array.of(threadId) } }), 30);
  });
`)}`);
const job = (heading: string): LabJob => ({ heading, mode: 'draft', base: { bytes: new Uint8Array(), fileName: null }, other: { bytes: new Uint8Array(), fileName: null }, profile: 'auto', settle: [], file: null, lang: 'ja', sample: false, maxCharacters: 1 });

let desk: LabDesk;
const open = (change: Partial<typeof LIMITS> = {}): LabDesk => (desk = openLabDesk(WORKER, { ...LIMITS, ...change }));
afterEach(() => desk.close());
const threadOf = (result: Awaited<ReturnType<LabDesk['run']>>): number | null => (result.ok && result.value.kind === 'file' ? result.value.bytes[0]! : null);

describe('改め文ラボの受付', () => {
  it('仕事をこなし、次の仕事にも同じスレッドを使う', async () => {
    open();
    const first = threadOf(await desk.run(job('')));
    expect(first).not.toBeNull();
    expect(threadOf(await desk.run(job('')))).toBe(first);
  });

  it.each([
    ['終わらない仕事', 'forever', { code: 'timeout', seconds: 1 }],
    ['記憶を使い切る仕事', 'memory', { code: 'memory', megabytes: 32 }],
    ['例外になる仕事', 'throw', { code: 'failed', detail: 'Error' }],
    ['スレッドごと終わる仕事', 'exit', { code: 'failed', detail: expect.any(String) as string }],
    ['失敗を言う仕事', 'failure', { code: 'failed', detail: 'だめ' }],
  ])('%sは打ち切って理由を言い、次の仕事は新しいスレッドでこなす', async (_what, heading, error) => {
    open({ seconds: heading === 'forever' ? 1 : 20 });
    expect(await desk.run(job(heading))).toEqual({ ok: false, error });
    expect(threadOf(await desk.run(job('')))).not.toBeNull();
  });

  it('同時の仕事は順番を待ち、待てる数を超えたら混んでいると言う', async () => {
    open({ seconds: 20 });
    const results = await Promise.all(Array.from({ length: 5 }, () => desk.run(job(''))));
    expect(results.map((r) => (r.ok ? 'ok' : r.error.code))).toEqual(['ok', 'ok', 'ok', 'busy', 'busy']);
    expect(new Set(results.slice(0, 3).map(threadOf)).size).toBe(1);
  });

  it('順番が来ないまま時間が過ぎたら、混んでいると言う', async () => {
    open();
    const [first, second] = await Promise.all([desk.run(job('forever')), desk.run(job(''))]);
    expect(first).toMatchObject({ error: { code: 'timeout' } });
    // 前の仕事の打切りと同じ時に期限が来るので、どちらでもよいが、必ず答える
    expect(second.ok || second.error.code === 'busy').toBe(true);
    expect(threadOf(await desk.run(job('')))).not.toBeNull();
  });

  it('閉じた後にスレッドを残さない', async () => {
    open();
    await desk.run(job(''));
    await desk.close();
    expect(threadOf(await desk.run(job('')))).not.toBeNull();
  });
});
