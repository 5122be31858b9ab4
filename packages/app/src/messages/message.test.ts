import { describe, expect, test } from 'vitest';
import { fillMessage } from './message.js';
import { portalMessages } from './portal.js';

const message = { ja: '{count}件', en: '{count:agreement|agreements} of {who}' };

describe('文言の差し込み', () => {
  test('英語は数に合う語になる', () => {
    expect(fillMessage(message, 'en', { count: 1, who: 'A' })).toBe('1 agreement of A');
    expect(fillMessage(message, 'en', { count: 0, who: 'A' })).toBe('0 agreements of A');
    expect(fillMessage(message, 'ja', { count: 2 })).toBe('2件');
  });

  test('値の無い場所は残って目に見える', () => {
    expect(fillMessage(message, 'en', { count: 2 })).toBe('2 agreements of {who}');
    expect(fillMessage({ ja: '{constructor}', en: '' }, 'ja')).toBe('{constructor}');
  });

  test('入れた値の中の記号は、もう一度差し込みに使われない', () => {
    expect(fillMessage({ ja: '{a}{b}', en: '' }, 'ja', { a: '{b}$&', b: 'x' })).toBe('{b}$&x');
  });
});

describe('ポータルの文言', () => {
  test('日英の差し込みの場所は同じ', () => {
    const holes = (text: string) => [...text.matchAll(/\{([a-zA-Z]\w*)/g)].map((m) => m[1]!).sort();
    for (const [key, { ja, en }] of Object.entries(portalMessages)) expect(holes(en), key).toEqual(holes(ja));
  });

  test('どちらの言語も空でない', () => {
    for (const [key, { ja, en }] of Object.entries(portalMessages)) expect([ja, en].every((t) => t.trim() !== ''), key).toBe(true);
  });
});
