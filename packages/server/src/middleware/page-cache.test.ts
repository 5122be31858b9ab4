import { describe, expect, test } from 'vitest';
import { pageCache, type StoredPage } from './page-cache.js';

const page = (size: number): StoredPage => ({ headers: [], body: new Uint8Array(size), etag: '', encoded: new Map() });

describe('頁の置き場', () => {
  test('公開の印が変われば、前の頁は出さない', () => {
    const cache = pageCache();
    cache.put('1', '/a', page(1));
    expect(cache.get('1', '/a')).toBeDefined();
    expect(cache.get('2', '/a')).toBeUndefined();
    cache.put('2', '/b', page(1));
    expect(cache.get('1', '/a')).toBeUndefined();
    expect(cache.get('2', '/a')).toBeUndefined();
  });

  test('上限を超えたら、使われていないものから捨てる', () => {
    const cache = pageCache(100);
    cache.put('1', '/a', page(20));
    cache.put('1', '/b', page(20));
    cache.get('1', '/a');
    cache.put('1', '/c', page(20));
    expect(['/a', '/b', '/c'].map((path) => cache.get('1', path) !== undefined)).toEqual([true, false, true]);
  });

  test('同じ頁を置き直しても、大きさを二重に数えない', () => {
    const cache = pageCache(100);
    cache.put('1', '/b', page(20));
    for (let i = 0; i < 10; i += 1) cache.put('1', '/a', page(20));
    expect(cache.get('1', '/b')).toBeDefined();
  });
});
