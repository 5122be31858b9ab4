import { describe, expect, it } from 'vitest';
import { foldRadicals } from './fold-radicals.js';

describe('部首の字を漢字に直す', () => {
  it.each([
    ['⼭⼝市', '山口市', ['⼭', '⼝']],
    ['市⺠の⻑', '市民の長', ['⺠', '⻑']],
    ['①㈱ﾊﾝｶｸ㎡', '①㈱ﾊﾝｶｸ㎡', []],
    ['山口市', '山口市', []],
  ])('%s は %s', (text, expected, folded) => {
    expect(foldRadicals(text)).toEqual({ text: expected, folded });
  });
});
