import { expect, test } from 'vitest';
import { negotiateEncoding } from './negotiate-encoding.js';

test.each([
  ['見出しが無い', undefined, null],
  ['空', '', null],
  ['br と gzip が同じ重み', 'gzip, deflate, br', 'br'],
  ['gzip だけ', 'gzip', 'gzip'],
  ['gzip が重い', 'br;q=0.5, gzip;q=0.9', 'gzip'],
  ['br を断る', 'br;q=0, gzip', 'gzip'],
  ['どれでもよい', '*', 'br'],
  ['どれも断る', '*;q=0', null],
  ['書式の誤り', 'br;q=abc', null],
  ['知らない方式だけ', 'zstd', null],
  ['大文字', 'BR', 'br'],
])('Accept-Encoding: %s', (_, header, expected) => {
  expect(negotiateEncoding(header)).toBe(expected);
});
