import { AGREEMENT_LABELS, childOf, isElement, sameText, textOf, walk, type Element, type LawDocument } from '@renkei/core';
import { agreementDocument, statuteDocument } from '@renkei/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TREE_DEPTH, TREE_ELEMENTS } from '../limits.js';
import { readXml } from './read-xml.js';
import { writeXml } from './write-xml.js';

const law = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<Law Era="Heisei" Lang="ja" LawType="Act" Num="08" Year="06">\n  <LawNum>平成六年法律第八号</LawNum>\n  <LawBody>\n${body}  </LawBody>\n</Law>\n`;
const article = (inner: string) => law(`    <MainProvision>\n      <Article Num="1">\n${inner}      </Article>\n    </MainProvision>\n`);

function read(xml: string): { document: LawDocument; findings: readonly { code: string; found?: string }[] } {
  const result = readXml(xml);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const first = (document: LawDocument, tag: string): Element | undefined => [...walk(document.root)].find((e) => e.tag === tag);

describe('法令標準XMLの往復', () => {
  it.each([
    ['連携協約の形', agreementDocument('any')],
    ['法令の形', statuteDocument('any')],
  ])('%sの木は、書いて読むと同じ木と同じ書きぶりに戻る', (_, documents) => {
    fc.assert(
      fc.property(documents, (document) => {
        const back = read(writeXml(document));
        expect(sameText(back.document.root, document.root)).toBe(true);
        expect(back.document.labels).toEqual(document.labels);
        expect(back.findings).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('整った法令標準XMLは一字も変わらずに戻る', () => {
    const xml = article(
      '        <ArticleCaption>（目的）</ArticleCaption>\n        <ArticleTitle>第一条</ArticleTitle>\n        <Paragraph Hide="false" Num="1">\n          <ParagraphNum/>\n          <ParagraphSentence>\n            <Sentence WritingMode="vertical">この法律は、<Ruby>橋梁<Rt>きょうりょう</Rt></Ruby>&amp;道路 の　整備を図る。</Sentence>\n          </ParagraphSentence>\n          <Item Delete="false" Num="1">\n            <ItemTitle>一</ItemTitle>\n            <ItemSentence>\n              <Sentence> </Sentence>\n            </ItemSentence>\n          </Item>\n        </Paragraph>\n',
    );
    expect(writeXml(read(xml).document)).toBe(xml);
  });

  it('印字が番号から導けるとき label を置かず、違うとき・無いときだけ置く', () => {
    const { document } = read(article('<ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphSentence/></Paragraph><Paragraph Num="2"><ParagraphNum/></Paragraph><Paragraph Num="3"><ParagraphNum>○３</ParagraphNum></Paragraph><Paragraph Num="4"><ParagraphNum>４</ParagraphNum></Paragraph>'));
    const paragraphs = [...walk(document.root)].filter((e) => e.tag === 'Paragraph');
    expect(first(document, 'Article')).not.toHaveProperty('label');
    expect(paragraphs.map((p) => ('label' in p ? p.label : 'なし'))).toEqual([null, '', '○３', 'なし']);
  });

  it.each([
    ['属性を持つ', '<ArticleTitle WritingMode="vertical">第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/></Paragraph>'],
    ['文字でない子を持つ', '<ArticleTitle><Ruby>第一条<Rt>だいいちじょう</Rt></Ruby></ArticleTitle><Paragraph Num="1"><ParagraphNum/></Paragraph>'],
    ['決まった位置にない', '<Paragraph Num="1"><ParagraphNum/></Paragraph><ArticleTitle>第一条</ArticleTitle>'],
    ['見出しより前にある', '<ArticleTitle>第一条</ArticleTitle><ArticleCaption>（目的）</ArticleCaption>'],
  ])('標目の要素が%sなら畳まずに子として残す', (_, inner) => {
    const { document } = read(article(inner));
    const element = first(document, 'Article')!;
    expect(element.label).toBeNull();
    expect(childOf(element, 'ArticleTitle')).toBeDefined();
    expect(writeXml(document).replace(/\n */g, '')).toContain(inner);
  });

  it('表の見出しの欄は、スキーマどおり文字を直に持つ形で書く', () => {
    const table = '    <AppdxTable>\n      <TableStruct>\n        <Table>\n          <TableHeaderRow>\n            <TableHeaderColumn>取組</TableHeaderColumn>\n            <TableHeaderColumn/>\n          </TableHeaderRow>\n        </Table>\n      </TableStruct>\n    </AppdxTable>\n';
    const { document } = read(law(table));
    expect(first(document, 'TableHeaderColumn')!.children.every(isElement)).toBe(true);
    expect(writeXml(document)).toBe(law(table));
  });
});

describe('連携協約に固有の要素', () => {
  const agreement = fc.sample(agreementDocument('plain').filter((d) => first(d, 'Closing') !== undefined && first(d, 'CoverLine') !== undefined && first(d, 'LawNum') === undefined), { numRuns: 1, seed: 7 })[0]!;
  const xml = writeXml(agreement);

  it('名前空間を付けて AppdxNote の中に置き、読むと元の位置に戻す', () => {
    expect(xml).toMatch(/<AppdxNote>\s*<NoteStruct>\s*<Note>\s*<renkei:CoverLine xmlns:renkei="urn:renkei:agreement:1">/);
    expect(xml.indexOf('<renkei:Closing')).toBeGreaterThan(xml.lastIndexOf('</AppdxTable>'));
    const back = read(xml).document;
    const order = (d: LawDocument) => childOf(d.root, 'LawBody')!.children.map((c) => (isElement(c) ? c.tag : c));
    expect(order(back)).toEqual(order(agreement));
    expect(order(back)[0]).toBe('CoverLine');
  });

  it('スキーマが求める元号・年・種別を締結日から補い、木には残さない', () => {
    expect(xml).toMatch(/<Law Era="(Heisei" Year="29|Reiwa" Year="1)" Num="1" LawType="Misc" Lang="ja">\s*<LawNum\/>/);
    const { root } = read(xml).document;
    expect(root.attr).toEqual({});
    expect(root).not.toHaveProperty('num');
    expect(childOf(root, 'LawNum')).toBeUndefined();
  });

  it('標準でない位置に置かれていても、その位置に戻る', () => {
    const body = childOf(agreement.root, 'LawBody')!;
    const children = [...body.children.slice(1), body.children[0]!];
    const odd: LawDocument = { ...agreement, root: { ...agreement.root, children: [{ ...body, children }] } };
    expect(sameText(read(writeXml(odd)).document.root, odd.root)).toBe(true);
  });

  it('既定の書きぶりは、固有の要素がある文書では協約のもの', () => {
    const { document } = read('<Law><LawBody><AppdxNote><NoteStruct><Note><renkei:Closing xmlns:renkei="urn:renkei:agreement:1"/></Note></NoteStruct></AppdxNote></LawBody></Law>');
    expect(document.labels).toEqual(AGREEMENT_LABELS);
  });
});

describe('法令標準XMLでない入力', () => {
  it.each([
    ['根が Law でない', '<html/>', 'source.wrong-shape', { found: 'html', expected: 'Law' }],
    ['閉じていない', '<Law>\n<LawBody></Law>', 'source.not-well-formed', { line: 2 }],
    ['空', '', 'source.not-well-formed', {}],
    ['宣言されない実体を引く', '<Law>&bomb;</Law>', 'source.not-well-formed', { line: 1 }],
    ['実体を重ねて膨らませる', '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Law>&b;</Law>', 'source.not-well-formed', {}],
    ['深すぎる', `${'<Law>'.repeat(TREE_DEPTH + 1)}`, 'source.too-large', { what: 'nesting', limit: TREE_DEPTH }],
    ['要素が多すぎる', `<Law>${'<a/>'.repeat(TREE_ELEMENTS)}</Law>`, 'source.too-large', { what: 'elements', limit: TREE_ELEMENTS }],
  ])('%sものは、理由と場所を添えて断る', (_, xml, code, data) => {
    const result = readXml(xml);
    expect(result).toMatchObject({ ok: false, error: { code, data } });
  });

  it('知らない要素は名を外して文字を残し、報告する', () => {
    const { document, findings } = read(article('<Paragraph Num="1"><ParagraphSentence><Sentence>前<b>太字</b>後</Sentence></ParagraphSentence></Paragraph>'));
    expect(textOf(first(document, 'Sentence')!)).toBe('前太字後');
    expect(findings).toEqual([expect.objectContaining({ code: 'source.unknown-element', found: '太字', data: expect.objectContaining({ name: 'b', count: 1 }) })]);
  });

  it('注釈と処理命令は採らずに報告する', () => {
    const { findings } = read('<!-- 覚え書き --><Law><LawBody/><?x y?></Law>');
    expect(findings.map((f) => [f.code, f.found])).toEqual([['source.unknown-markup', ' 覚え書き '], ['source.unknown-markup', 'y']]);
  });

  it('構造の要素の中にあるはずのない文字も残す', () => {
    const { document } = read(law('<MainProvision>迷子<Article Num="1"/></MainProvision>'));
    expect(first(document, 'MainProvision')!.children[0]).toBe('迷子');
    expect(sameText(read(writeXml(document)).document.root, document.root)).toBe(true);
  });

  it('どんな文字列でも、壊した XML でも、例外にならず、読めたものは書いて読むと同じ', () => {
    const broken = fc.tuple(agreementDocument('any').map(writeXml), fc.array(fc.tuple(fc.nat(), fc.constantFrom('', '<', '>', '&', '"', '</Law>', '<Item>', '<ItemTitle>', '\u0000', '　', ' ', '<b>', '</b>', 'Num')), { maxLength: 4 })).map(([xml, edits]) =>
      edits.reduce((text, [at, piece]) => text.slice(0, at % text.length) + piece + text.slice((at % text.length) + (at % 3)), xml),
    );
    const tags = ['b', 'Sentence', 'Item', 'ItemTitle', 'AppdxNote', 'Note', 'LawBody', 'TableHeaderColumn', 'renkei:Closing', 'QuoteStruct'];
    const renamed = fc.tuple(fc.oneof(agreementDocument('any'), statuteDocument('any')).map(writeXml), fc.nat(), fc.constantFrom(...tags)).map(([xml, n, to]) => {
      const names = [...new Set([...xml.matchAll(/<([A-Za-z0-9:]+)/g)].map((m) => m[1]!))].filter((name) => name !== 'Law');
      return xml.replaceAll(new RegExp(`(</?)${names[n % names.length]!}(?=[ />])`, 'g'), `$1${to}`);
    });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string().map((s) => `<Law>${s}</Law>`), broken, renamed), (text) => {
        const result = readXml(text);
        if (!result.ok) return;
        const again = readXml(writeXml(result.value.document));
        expect(again.ok && sameText(again.value.document.root, result.value.document.root)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
