import fc from 'fast-check';
import { expect, it } from 'vitest';
import { excerptOf } from './excerpt.js';
import { fold } from './fold.js';
import { parseQuery } from './parse-query.js';

const marked = (body: string, query: string) => {
  const { excerpt, marks } = excerptOf(body, parseQuery(query));
  let shown = '';
  let at = 0;
  for (const [start, end] of marks) {
    shown += `${excerpt.slice(at, start)}[${excerpt.slice(start, end)}]`;
    at = end;
  }
  return shown + excerpt.slice(at);
};

it.each([
  ['当たった所に印', '圏域の観光を振興する。', '観光', '圏域の[観光]を振興する。'],
  ['畳んで当たっても、印は元の文字', 'ﾃﾞｼﾞﾀﾙと㈱山口', 'でじたる 株', '[ﾃﾞｼﾞﾀﾙ]と[㈱]山口'],
  ['いくつもの語と現れ', '市と町と市', '市 町', '[市]と[町]と[市]'],
  ['重なる語は一つの印', '山口市内', '山口市 市内', '[山口市内]'],
  ['見出しだけに当たれば本文の始め', '本文の始め', '見出し', '本文の始め'],
  ['空の本文', '', '語', ''],
])('%s', (_rule, body, query, expected) => {
  expect(marked(body, query)).toBe(expected);
});

it('長い本文は前後を切り、切ったことを示す', () => {
  expect(marked(`${'前'.repeat(100)}観光${'後'.repeat(200)}`, '観光')).toBe(`…${'前'.repeat(24)}[観光]${'後'.repeat(94)}…`);
});

it('サロゲートの組の間で切らない', () => {
  const { excerpt } = excerptOf(`${'𠮷'.repeat(60)}観光${'𠮷'.repeat(100)}`, ['観光']);
  expect(excerpt).not.toMatch(/\p{Surrogate}/u);
});

it('印はどれも抜き書きの中にあり、順に並び、重ならず、語に当たっている', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'あアｱﾞ山口市 　Aａ㈱𠮷') , maxLength: 300 }), fc.string({ unit: fc.constantFrom(...'あア山口市A株') , minLength: 1, maxLength: 3 }), (body, query) => {
    const terms = parseQuery(query);
    const { excerpt, marks } = excerptOf(body, terms);
    let last = -1;
    for (const [start, end] of marks) {
      expect(start).toBeGreaterThan(last);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(excerpt.length);
      last = end;
    }
    if (terms.length > 0 && terms.every((term) => fold(body).includes(term))) expect(marks.length).toBeGreaterThan(0);
  }));
});
