import { describe, expect, it } from 'vitest';
import { CONTAINER_ENTRIES, UNPACKED_ENTRY_BYTES } from '../limits.js';
import { makeZip } from '../testing/make-zip.js';
import { openContainer } from './open-container.js';

const MIB = 1024 * 1024;

async function read(zip: Uint8Array, name: string) {
  const container = await openContainer(zip);
  return container.ok ? container.value.read(name) : container;
}

describe('zip の容器を開く', () => {
  it('名を挙げたものを展開し、無い名は undefined', async () => {
    const zip = makeZip([{ name: 'a.xml', data: '協約' }]);
    expect(await read(zip, 'a.xml')).toEqual({ ok: true, value: Buffer.from('協約') });
    expect(await read(zip, 'b.xml')).toEqual({ ok: true, value: undefined });
  });

  it('一つで上限を超えて膨らむものは、展開の途中で断る', async () => {
    const zip = makeZip([{ name: 'bomb', data: new Uint8Array(40 * MIB) }]);
    expect(zip.length).toBeLessThan(250_000);
    const result = await read(zip, 'bomb');
    expect(result).toMatchObject({ ok: false, error: { code: 'source.unpacked-too-large', data: { entry: 'bomb' } } });
  });

  it('小さく申告して膨らむものも、断る', async () => {
    const zip = makeZip([{ name: 'liar', data: new Uint8Array(40 * MIB), claimedSize: 10 }]);
    expect(await read(zip, 'liar')).toMatchObject({ ok: false });
  });

  it('読んだものの合計でも断る', async () => {
    const noise = new Uint8Array(22 * MIB);
    for (let i = 0; i < noise.length; i += 29) noise[i] = (i * 31) % 251;
    const zip = makeZip([1, 2, 3].map((n) => ({ name: `part${n}`, data: noise })));
    const container = await openContainer(zip);
    if (!container.ok) throw new Error('開けない');
    expect(await container.value.read('part1')).toMatchObject({ ok: true });
    expect(await container.value.read('part2')).toMatchObject({ ok: true });
    expect(await container.value.read('part3')).toMatchObject({ ok: false, error: { code: 'source.unpacked-too-large', data: { what: 'bytes' } } });
  });

  it('よく縮む文書でも、小さいうちは圧縮率を問わない', async () => {
    const zip = makeZip([{ name: 'a', data: new Uint8Array(8 * MIB) }]);
    expect(await read(zip, 'a')).toMatchObject({ ok: true });
    expect(8 * MIB).toBeLessThan(UNPACKED_ENTRY_BYTES);
  });

  it('中のファイルが多すぎれば、数と上限を言って断る', async () => {
    const zip = makeZip(Array.from({ length: CONTAINER_ENTRIES + 1 }, (_, i) => ({ name: `f${i}`, data: '' })));
    expect(await openContainer(zip)).toMatchObject({ ok: false, error: { code: 'source.unpacked-too-large', data: { what: 'entries', found: CONTAINER_ENTRIES + 1, limit: CONTAINER_ENTRIES } } });
  });

  it('暗号化されたものは、壊れているのと区別する', async () => {
    expect(await read(makeZip([{ name: 'a', data: 'x', encrypted: true }]), 'a')).toMatchObject({ ok: false, error: { code: 'source.encrypted' } });
  });

  it('途中で切れたものは、壊れていると言う', async () => {
    const zip = makeZip([{ name: 'a', data: '協約' }]);
    expect(await openContainer(zip.slice(0, zip.length - 10))).toMatchObject({ ok: false, error: { code: 'source.damaged-container' } });
  });

  it('中身が壊れたものは、どのファイルかを言う', async () => {
    const zip = makeZip([{ name: 'a.xml', data: 'x'.repeat(1000) }]);
    zip.fill(0xff, 36, 42);
    expect(await read(zip, 'a.xml')).toMatchObject({ ok: false, error: { code: 'source.damaged-container', data: { detail: expect.stringContaining('a.xml') } } });
  });
});
