import { expect, it } from 'vitest';
import { negotiateLang } from './negotiate-lang.js';

it.each([
  ['指定なし', undefined, 'ja'],
  ['英語だけ', 'en', 'en'],
  ['地域付きの英語', 'en-GB,en;q=0.9', 'en'],
  ['日本語が先', 'ja,en-US;q=0.9,en;q=0.8', 'ja'],
  ['重みが順に勝つ', 'ja;q=0.4, en;q=0.8', 'en'],
  ['どちらでもない', 'fr, de;q=0.5', 'ja'],
  ['英語を拒む', 'en;q=0', 'ja'],
  ['崩れた見出し', ';;q=,,', 'ja'],
] as const)('%s（%s）なら %s', (_, header, lang) => {
  expect(negotiateLang(header)).toBe(lang);
});
