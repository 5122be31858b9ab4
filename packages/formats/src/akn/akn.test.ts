import { elementFactory, sameText, STATUTE_LABELS, type LawDocument, type ProvisionNum } from '@renkei/core';
import { agreementDocument, statuteDocument } from '@renkei/core/testing';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { TREE_DEPTH } from '../limits.js';
import { readAkn } from './read-akn.js';
import { writeAkn } from './write-akn.js';

function read(xml: string): LawDocument {
  const result = readAkn(xml);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.document;
}

const num = (text: string) => ({ num: text as ProvisionNum });

/** 実例の形の小さな協約 */
function sample(): LawDocument {
  const make = elementFactory();
  const sentence = (text: string) => make('Sentence', {}, [text]);
  const row = (cells: string[]) => make('TableRow', {}, cells.map((cell) => make('TableColumn', {}, [sentence(cell)])));
  const table = make('TableStruct', {}, [
    make('Table', {}, [make('TableHeaderRow', {}, ['取組', '役割'].map((cell) => make('TableHeaderColumn', {}, [sentence(cell)]))), row(['ア 経済', '推進する。'])]),
  ]);
  const item = make('Item', num('1'), [make('ItemSentence', {}, [sentence('医療')])]);
  const body = make('LawBody', {}, [
    make('CoverLine', {}, ['連携協約書']),
    make('LawTitle', {}, ['連携協約']),
    make('MainProvision', {}, [
      make('Article', num('3'), [
        make('ArticleCaption', {}, ['（取組）']),
        make('Paragraph', num('1'), [make('ParagraphSentence', {}, [sentence('次のとおりとする。')]), item]),
        make('Paragraph', num('2'), [make('ParagraphSentence', {}, [sentence('別に定める。')])]),
      ]),
      make('Article', num('3_2'), [make('Paragraph', num('1'), [make('ParagraphSentence', {}, [sentence('協議する。')])])]),
    ]),
    make('Closing', {}, [make('ClosingFormula', {}, [sentence('各1通を保有する。')]), make('ConclusionDate', {}, ['平成29年3月30日']), make('SignatureBlock', {}, [make('SignatureLine', {}, ['山口市長'])])]),
    make('AppdxTable', {}, [make('AppdxTableTitle', {}, ['別表']), make('RelatedArticleNum', {}, ['（第3条関係）']), make('Item', { ...num('1'), label: '1' }, [make('ItemSentence', {}, [sentence('経済')]), table])]),
  ]);
  return { root: make('Law', {}, [body]), labels: { ...STATUTE_LABELS, Article: '第1条', Paragraph: '1', Item: '(1)' } };
}

describe('Akoma Ntoso の往復', () => {
  it.each([
    ['連携協約の形', agreementDocument('any')],
    ['法令の形', statuteDocument('any')],
  ])('%sの木は、書いて読むと同じ木と同じ書きぶりに戻る', (_, documents) => {
    fc.assert(
      fc.property(documents, (document) => {
        const back = read(writeAkn(document));
        expect(sameText(back.root, document.root)).toBe(true);
        expect(back.labels).toEqual(document.labels);
      }),
      { numRuns: 150 },
    );
  });

  it('各部の順と木の順が違っても、元の順に戻る', () => {
    const document = sample();
    const [body] = document.root.children as [LawDocument['root']];
    const odd: LawDocument = { ...document, root: { ...document.root, children: [{ ...body, children: [...body.children].reverse() }] } };
    expect(sameText(read(writeAkn(odd)).root, odd.root)).toBe(true);
  });

  it('法令番号と本体のほかに子を持つ木も、そのまま戻る', () => {
    const make = elementFactory();
    const odd: LawDocument = { root: make('Law', {}, [make('LawBody', {}, ['迷子']), make('LawBody'), make('LawNum', {}, ['番号'])]), labels: STATUTE_LABELS };
    expect(sameText(read(writeAkn(odd)).root, odd.root)).toBe(true);
  });
});

describe('Akoma Ntoso の形', () => {
  const xml = writeAkn(sample());

  it.each([
    ['名前空間は Akoma Ntoso 3.0', '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"'],
    ['締結日が FRBRdate になる', '<FRBRdate date="2017-03-30" name="conclusion"/>'],
    ['条は article、見出しは heading', '<article eId="art_3" renkei:tag="Article" renkei:num="3">'],
    ['枝番号の条の eId は - でつなぐ', '<article eId="art_3-2"'],
    ['号は list の中の point', '<point eId="art_3__para_1__list_1__point_1"'],
    ['締結日は date', '<date date="2017-03-30">平成29年3月30日</date>'],
    ['署名は signature', '<signature eId='],
    ['別表は attachment の中の doc', '<doc name="AppdxTable">'],
    ['見出しの欄は th', '<th renkei:tag="TableHeaderColumn">'],
  ])('%s', (_, expected) => {
    expect(xml).toContain(expected);
  });

  it('題名・本則・締結・別表が、スキーマの順の部に分かれる', () => {
    const order = ['<meta>', '<coverPage>', '<preface>', '<body ', '<conclusions ', '<attachments>'].map((tag) => xml.indexOf(tag));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThan(0);
  });

  it('eId はすべて異なり、階層の要素はみな eId を持つ', () => {
    fc.assert(
      fc.property(statuteDocument('plain'), (document) => {
        const seen: string[] = [];
        const without: string[] = [];
        const parser = new SaxesParser();
        parser.on('opentag', ({ name, attributes }) => {
          const id = attributes['eId'];
          if (typeof id === 'string') seen.push(id);
          else if (/^(part|chapter|section|article|paragraph|point|list|hcontainer|tblock|table|container|attachment)$/.test(name)) without.push(name);
        });
        parser.write(writeAkn(document)).close();
        expect(new Set(seen).size).toBe(seen.length);
        expect(without).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('読めない Akoma Ntoso', () => {
  it.each([
    ['根が違う', '<Law/>', { found: 'Law', expected: 'akomaNtoso' }],
    ['act がない', '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc/></akomaNtoso>', { found: 'doc', expected: 'act' }],
    ['印がない', '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act/></akomaNtoso>', { expected: 'act renkei:tag' }],
    ['印の要素名が表にない', writeAkn(sample()).replace('renkei:tag="Article"', 'renkei:tag="Articel"'), { expected: 'renkei:tag' }],
    ['印のない文字が書き足された', writeAkn(sample()).replace('</coverPage>', '<p>追記</p></coverPage>'), { found: 'p', expected: 'renkei:tag' }],
    ['書きぶりが読めない', writeAkn(sample()).replace('Article=第1条', 'Article=第壱条'), { expected: 'renkei:labels' }],
  ])('%sものは、場所と期待した形を添えて断る', (_, xml, data) => {
    expect(readAkn(xml)).toMatchObject({ ok: false, error: { code: 'source.wrong-shape', data } });
  });

  it('深い入れ子と壊れた XML を断り、どんな入力でも例外にならない', () => {
    expect(readAkn('<a>'.repeat(TREE_DEPTH + 1))).toMatchObject({ ok: false, error: { code: 'source.too-large' } });
    const xml = writeAkn(sample());
    fc.assert(
      fc.property(fc.nat(xml.length), fc.nat(12), fc.constantFrom('', '<', '"', '>', '</p>', 'renkei:'), (at, length, piece) => {
        expect(readAkn(xml.slice(0, at) + piece + xml.slice(at + length))).toHaveProperty('ok');
      }),
      { numRuns: 400 },
    );
  });
});
