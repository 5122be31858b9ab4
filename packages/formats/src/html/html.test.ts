import { anchorsOf, sameText, walk, type LawDocument } from '@renkei/core';
import { agreementDocument, statuteDocument } from '@renkei/core/testing';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { TREE_DEPTH } from '../limits.js';
import { isOwnHtml } from './is-own-html.js';
import { readHtml } from './read-html.js';
import { writeHtml } from './write-html.js';

function read(html: string): LawDocument {
  const result = readHtml(html);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.document;
}

const sample = fc.sample(
  agreementDocument('plain').filter((d) => ['Closing', 'TableHeaderRow', 'SupplProvision', 'Item'].every((tag) => [...walk(d.root)].some((e) => e.tag === tag))),
  { numRuns: 1, seed: 11 },
)[0]!;

/** 開始タグの並び */
function tagsOf(html: string): { name: string; attr: Record<string, string> }[] {
  const tags: { name: string; attr: Record<string, string> }[] = [];
  const parser = new Parser({ onopentag: (name, attr) => void tags.push({ name, attr }) });
  parser.end(html);
  return tags;
}

describe('HTML の往復', () => {
  it.each([
    ['連携協約の形', agreementDocument('any')],
    ['法令の形', statuteDocument('any')],
  ])('%sの木は、書いて読むと同じ木と同じ書きぶりに戻る', (_, documents) => {
    fc.assert(
      fc.property(documents, (document) => {
        const back = read(writeHtml(document));
        expect(sameText(back.root, document.root)).toBe(true);
        expect(back.labels).toEqual(document.labels);
      }),
      { numRuns: 150 },
    );
  });

  it('自分の書いた HTML だけを自分のものと見分ける', () => {
    expect(isOwnHtml(writeHtml(sample))).toBe(true);
    expect(isOwnHtml('<!DOCTYPE html><html lang="ja"><body>data-renkei-document="1"</body></html>')).toBe(false);
    expect(isOwnHtml('')).toBe(false);
  });
});

describe('HTML の形', () => {
  const html = writeHtml(sample);
  const tags = tagsOf(html);

  it('錨はすべて本文にあり、重ならない', () => {
    const ids = tags.flatMap(({ attr }) => (attr['id'] === undefined ? [] : [attr['id']]));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...anchorsOf(sample).values()].filter((anchor) => !ids.includes(anchor))).toEqual([]);
  });

  it('目次のリンク先はすべてある', () => {
    const ids = new Set(tags.map(({ attr }) => attr['id']));
    const links = tags.filter(({ name }) => name === 'a').map(({ attr }) => attr['href']!.slice(1));
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
  });

  it('題名は h1 一つ、見出しは段を飛ばさない', () => {
    const levels = tags.filter(({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, i) => i === 0 || level - levels[i - 1]! <= 1)).toBe(true);
  });

  it('表の見出しの欄に scope がある', () => {
    const headers = tags.filter(({ name }) => name === 'th');
    expect(headers.length).toBeGreaterThan(0);
    expect(headers.every(({ attr }) => attr['scope'] === 'col' || attr['scope'] === 'row')).toBe(true);
  });

  it('外の部品を使わず、言語を名乗る', () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="ja"/);
    expect(tags.some(({ name }) => ['script', 'link', 'img', 'iframe'].includes(name))).toBe(false);
  });

  it('本文の文字は HTML として働かない', () => {
    const [document] = fc.sample(agreementDocument('plain'), { numRuns: 1, seed: 1 }) as [LawDocument];
    const hostile = JSON.parse(JSON.stringify(document).replaceAll('圏域の', '<script>alert(1)</script>')) as LawDocument;
    expect(tagsOf(writeHtml(hostile)).some(({ name }) => name === 'script')).toBe(false);
  });
});

describe('読めない HTML', () => {
  const html = writeHtml(sample);
  it.each([
    ['html がない', '', { expected: 'html' }],
    ['よその HTML', '<html><body><article data-tag="Law"></article></body></html>', { expected: 'data-renkei-document="1"' }],
    ['木がない', '<html data-renkei-document="1"></html>', { expected: 'data-tag="Law"' }],
    ['印の要素名が表にない', html.replace('data-tag="Article"', 'data-tag="Articel"'), { expected: 'data-tag' }],
    ['書きぶりが読めない', html.replace('data-labels="', 'data-labels="x'), { expected: 'data-labels' }],
  ])('%sものは、場所と期待した形を添えて断る', (_, text, data) => {
    expect(readHtml(text)).toMatchObject({ ok: false, error: { code: 'source.wrong-shape', data } });
  });

  it('深い入れ子を断り、どんな入力でも例外にならない', () => {
    expect(readHtml('<div>'.repeat(100_000))).toMatchObject({ ok: false, error: { code: 'source.too-large', data: { limit: TREE_DEPTH } } });
    fc.assert(
      fc.property(fc.nat(html.length), fc.nat(12), fc.constantFrom('', '<', '"', '>', '</p>', '<table>', 'data-tag=', '\u0000'), (at, length, piece) => {
        expect(readHtml(html.slice(0, at) + piece + html.slice(at + length))).toHaveProperty('ok');
      }),
      { numRuns: 400 },
    );
  });
});
