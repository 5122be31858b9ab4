import { elementFactory, STATUTE_LABELS, type LawDocument } from '@renkei/core';
import { agreementDocument, statuteDocument } from '@renkei/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TREE_DEPTH } from '../limits.js';
import { readJson } from './read-json.js';
import { writeJson } from './write-json.js';

const make = elementFactory();
const document: LawDocument = { root: make('Law', {}, [make('LawBody', {}, [make('LawTitle', {}, ['題名'])])]), labels: STATUTE_LABELS };

/** 試験のために崩す JSON */
interface Shape {
  [key: string]: unknown;
  root: Shape;
  labels: Shape;
  children: Shape[];
}
const edited = (edit: (json: Shape) => void): string => {
  const json = JSON.parse(writeJson(document)) as Shape;
  edit(json);
  return JSON.stringify(json);
};

describe('JSON の往復', () => {
  it.each([
    ['連携協約の形', agreementDocument('any')],
    ['法令の形', statuteDocument('any')],
  ])('%sの木は、id も書きぶりもそのまま戻る', (_, documents) => {
    fc.assert(fc.property(documents, (doc) => void expect(readJson(writeJson(doc))).toEqual({ ok: true, value: { document: doc, findings: [] } })), { numRuns: 150 });
  });

  it('形式の名と版を名乗る', () => {
    expect(JSON.parse(writeJson(document))).toMatchObject({ format: 'renkei-document', version: 1 });
  });
});

describe('読めない JSON', () => {
  it.each([
    ['形式の名が違う', edited((j) => void (j['format'] = 'other')), '$.format', '"renkei-document"'],
    ['版が新しい', edited((j) => void (j['version'] = 2)), '$.version', '1'],
    ['根が Law でない', edited((j) => void (j.root['tag'] = 'LawBody')), '$.root.tag', '"Law"'],
    ['要素名が表にない', edited((j) => void (j.root.children[0]!['tag'] = 'Body')), '$.root.children[0].tag', '法令標準XML の要素名'],
    ['id が重なる', edited((j) => void (j.root.children[0]!['id'] = j.root['id'])), '$.root.children[0].id', '文書の中で重ならない id'],
    ['番号が文字列でない', edited((j) => void (j.root['num'] = 3)), '$.root.num', 'string'],
    ['知らない鍵がある', edited((j) => void (j.root['numb'] = '3')), '$.root.numb', 'tag id num label attr children'],
    ['子が並びでない', edited((j) => void (j.root['children'] = {} as Shape[])), '$.root.children', 'array'],
    ['書きぶりが欠ける', edited((j) => void delete j.labels['Item']), '$.labels.Item', 'string'],
    ['並び', '[]', '$', 'object'],
  ])('%sものは、JSON の中の場所と、あるべき形を添えて断る', (_, text, path, expected) => {
    expect(readJson(text)).toMatchObject({ ok: false, error: { code: 'source.wrong-shape', data: { path, expected } } });
  });

  it('JSON でないものは崩れていると断る', () => {
    expect(readJson('{"format":')).toMatchObject({ ok: false, error: { code: 'source.not-well-formed' } });
  });

  it('深すぎる入れ子を断り、どんな入力でも例外にならない', () => {
    const deep = edited((j) => {
      for (let at = j.root, n = 0; n < TREE_DEPTH + 5; n += 1) {
        const child = { tag: 'QuoteStruct', id: `d${n}`, children: [] } as unknown as Shape;
        at.children = [child];
        at = child;
      }
    });
    expect(readJson(deep)).toMatchObject({ ok: false, error: { code: 'source.wrong-shape' } });
    expect(readJson('['.repeat(200_000))).toHaveProperty('ok', false);
    expect(readJson('['.repeat(100_000) + ']'.repeat(100_000))).toHaveProperty('ok', false);
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void expect(readJson(text)).toHaveProperty('ok', false)), { numRuns: 300 });
  });
});
