import { AGREEMENT_LABELS, anchorsOf, elementFactory, STATUTE_LABELS, TAGS, type Content, type Element, type LabelForms, type LawDocument, type NodeId, type ProvisionNum, type Tag } from '@renkei/core';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { exampleReading } from '../../../testing/example-services.js';
import { DocumentView, type DocumentViewProps } from './document-view.js';

type Build = (tag: Tag, init?: { num?: string; label?: string | null; attr?: Record<string, string> }, ...children: Content[]) => Element;

function documentOf(build: (make: Build) => Content[], labels: LabelForms = AGREEMENT_LABELS): LawDocument {
  const factory = elementFactory();
  const make: Build = (tag, init = {}, ...children) => factory(tag, { ...init, num: init.num as ProvisionNum | undefined }, children);
  const body = make('LawBody', {}, ...build(make));
  return { root: factory('Law', {}, [body]), labels };
}

const show = (document: LawDocument, props: Partial<DocumentViewProps> = {}): string =>
  render(<DocumentView document={document} anchors={anchorsOf(document)} lang="ja" {...props} />);

const sentence = (make: Build, text: string, parent: Tag = 'ParagraphSentence') => make(parent, {}, make('Sentence', {}, text));
const paragraph = (make: Build, num: string, text: string, ...rest: Content[]) => make('Paragraph', { num }, sentence(make, text), ...rest);

describe('本文の表示', () => {
  it('条の表示は第1項の行頭に、見出しは見出しの要素に置く', () => {
    const html = show(documentOf((make) => [
      make('MainProvision', {}, make('Article', { num: '1' }, make('ArticleCaption', {}, '（目的）'), paragraph(make, '1', 'この協約は。'), paragraph(make, '2', '次の項。'))),
    ]));
    expect(html).toContain('<div class="doc-article" id="a1"><h3 class="doc-caption">（目的）<a class="doc-permalink" href="#a1" aria-label="第1条への固定リンク">¶</a></h3>');
    expect(html).toContain('<p class="doc-text"><span class="doc-label">第1条　</span>この協約は。</p>');
    expect(html).toContain('<p class="doc-text"><span class="doc-label">2　</span>次の項。<a class="doc-permalink" href="#a1-p2" aria-label="第1条第2項への固定リンク">¶</a></p>');
  });

  it('見出しのない条（削除された条）は条の表示に固定リンクを置く', () => {
    const html = show(documentOf((make) => [make('MainProvision', {}, make('Article', { num: '38:84' }, paragraph(make, '1', '削除')))], STATUTE_LABELS));
    expect(html).toContain('<span class="doc-label">第三十八条から第八十四条まで　</span><a class="doc-permalink" href="#a38to84" aria-label="第三十八条から第八十四条までへの固定リンク">');
  });

  it('項のない条も条の表示を失わない', () => {
    expect(show(documentOf((make) => [make('MainProvision', {}, make('Article', { num: '2' }))]))).toContain('第2条　');
  });

  it('続く号は一つの列挙にし、印字された標目をそのまま見せる', () => {
    const html = show(documentOf((make) => [
      make('MainProvision', {}, make('Article', { num: '3' }, paragraph(make, '1', '次のとおり。',
        make('Item', { num: '1' }, sentence(make, '甲', 'ItemSentence'), make('Subitem1', { num: '6' }, sentence(make, '乙', 'Subitem1Sentence'))),
        make('Item', { num: '2', label: '⑵' }, sentence(make, '丙', 'ItemSentence'))))),
    ]));
    expect(html.match(/<ol class="doc-items" role="list">/g)).toHaveLength(2);
    expect(html).toContain('<li class="doc-item" id="a3-p1-i1"><p class="doc-text"><span class="doc-label">(1)　</span>甲');
    expect(html).toContain('aria-label="第3条第1号カへの固定リンク"');
    expect(html).toContain('<span class="doc-label">⑵　</span>丙');
  });

  it('表は見出し行と左端の欄を見出しにし、結合を写し、名を読み上げる', () => {
    const cell = (make: Build, tag: Tag, text: string, attr: Record<string, string> = {}) => make(tag, { attr }, ...(text === '' ? [] : [make('Sentence', {}, text)]));
    const html = show(documentOf((make) => [
      make('AppdxTable', {}, make('AppdxTableTitle', {}, '別表'), make('RelatedArticleNum', {}, '（第3条関係）'),
        make('Item', { num: '1', label: '1' }, sentence(make, '経済成長', 'ItemSentence'),
          make('TableStruct', {}, make('Table', {},
            make('TableHeaderRow', {}, cell(make, 'TableHeaderColumn', '取組'), cell(make, 'TableHeaderColumn', ''), cell(make, 'TableHeaderColumn', '両市の役割')),
            make('TableRow', {}, cell(make, 'TableColumn', 'ア 戦略'), cell(make, 'TableColumn', '内容一'), cell(make, 'TableColumn', '推進する。', { rowspan: '2' })),
            make('TableRow', {}, cell(make, 'TableColumn', 'イ 観光'), cell(make, 'TableColumn', '内容二')))))),
    ]));
    expect(html).toContain('<h3 class="doc-appendix__title"><span data-tag="AppdxTableTitle">別表</span><span data-tag="RelatedArticleNum">（第3条関係）</span>');
    expect(html).toContain('<h4 class="doc-section__title"><span class="doc-label">1　</span>経済成長');
    expect(html).toContain('role="region" aria-label="別表1「経済成長」の表" tabindex="0"');
    expect(html).toContain('<caption class="doc-words">別表1「経済成長」の表</caption>');
    expect(html).toContain('<th scope="col">取組</th><td></td><th scope="col">両市の役割</th>');
    expect(html).toContain('<td rowspan="2">推進する。</td>');
    expect(html.match(/<th scope="row">/g)).toHaveLength(2);
    expect(html).toContain('aria-label="別表1「イ観光」への固定リンク"');
  });

  it('同じ呼び名の表が二つあっても名は重ならない', () => {
    const html = show(documentOf((make) => {
      const table = () => make('TableStruct', {}, make('Table', {}, make('TableRow', {}, make('TableColumn', {}, make('Sentence', {}, '一')))));
      return [make('AppdxTable', {}, make('AppdxTableTitle', {}, '別表'), table(), table())];
    }));
    expect([...html.matchAll(/role="region" aria-label="([^"]+)"/g)].map((m) => m[1])).toEqual(['別表の表', '別表の表（2）']);
  });

  it('見出し行のない表は左端の欄を見出しと言わない', () => {
    const html = show(documentOf((make) => [make('AppdxTable', {}, make('TableStruct', {}, make('Table', {}, make('TableRow', {}, make('TableColumn', {}, make('Sentence', {}, '一'))))))]));
    expect(html).not.toContain('<th');
    expect(html).toContain('<td>一</td>');
  });

  it('結合の数として読めない値は結合なしにする', () => {
    const html = show(documentOf((make) => [make('AppdxTable', {}, make('TableStruct', {}, make('Table', {}, make('TableRow', {}, make('TableColumn', { attr: { rowspan: '-1', colspan: '99999' } }, make('Sentence', {}, '一'))))))]));
    expect(html).toContain('<td>一</td>');
  });

  it('取組の行は取組の頁へつながる', () => {
    let row: NodeId | undefined;
    const document = documentOf((make) => {
      const made = make('TableRow', {}, make('TableColumn', {}, make('Sentence', {}, 'ア 戦略')), make('TableColumn', {}, make('Sentence', {}, '内容')));
      row = made.id;
      return [make('AppdxTable', {}, make('TableStruct', {}, make('Table', {}, made)))];
    });
    const html = show(document, { initiativeHref: (node) => (node === row ? '/yamaguchi/initiatives/1/ア' : undefined) });
    expect(html).toContain('<td><a href="/yamaguchi/initiatives/1/ア">ア 戦略</a></td><td>内容</td>');
  });

  it('条の中の号に書かれた取組も、取組の頁へつながる', () => {
    let item: NodeId | undefined;
    const document = documentOf((make) => {
      const made = make('Item', { num: '1' }, sentence(make, '地域医療', 'ItemSentence'));
      item = made.id;
      return [make('MainProvision', {}, make('Article', { num: '3' }, paragraph(make, '1', '次のとおり。', made)))];
    });
    expect(show(document, { initiativeHref: (node) => (node === item ? '/x' : undefined) })).toContain('<a class="doc-initiative" href="/x" aria-label="取組「地域医療」を見る">この取組を見る</a>');
  });

  it('推定で補った欄は、中の文字に印と読み上げの言葉を付ける', () => {
    let column: NodeId | undefined;
    const document = documentOf((make) => {
      const made = make('TableColumn', {}, make('Sentence', {}, '推進する。'));
      column = made.id;
      return [make('AppdxTable', {}, make('TableStruct', {}, make('Table', {}, make('TableRow', {}, make('TableColumn', {}, make('Sentence', {}, 'ア')), made))))];
    });
    const html = show(document, { inferred: new Set([column!]), lang: 'en' });
    expect(html).toContain('<td>ア</td>');
    expect(html).toContain('<span class="doc-words" lang="en">(inferred text begins)</span>推進する。<span class="doc-words" lang="en">(inferred text ends)</span>');
  });

  it('条項の傍らの注を、その条項の後に置く', () => {
    let article: NodeId | undefined;
    const document = documentOf((make) => {
      const made = make('Article', { num: '5' }, paragraph(make, '1', '毎年度開催する。'));
      article = made.id;
      return [make('MainProvision', {}, made)];
    });
    const html = show(document, { notes: new Map([[article!, <p>義務: 毎年度</p>]]) });
    expect(html).toContain('<details class="doc-note" open><summary class="doc-note__summary"><span lang="ja">第5条</span>に関すること</summary><div class="doc-note__body"><p>義務: 毎年度</p></div></details>');
    expect(html).toContain('data-notes="true"');
  });

  it('前文・表紙・締結文・署名欄を印字のまま示す', () => {
    const html = show(documentOf((make) => [
      make('CoverLine', {}, '連携協約書'),
      make('LawTitle', {}, '甲乙連携協約'),
      make('Preamble', {}, paragraph(make, '1', '甲と乙は。')),
      make('Closing', {}, make('ClosingFormula', {}, make('Sentence', {}, '各1通を保有する。')), make('ConclusionDate', {}, '平成29年3月30日'),
        make('SignatureBlock', {}, make('SignatureLine', {}, '山口市長 渡辺純一')), make('SignatureBlock', {}, make('SignatureLine', {}, '宇部市長'))),
    ]));
    expect(html).toContain('<p class="doc-cover">連携協約書</p>');
    expect(html).toContain('<h2 class="doc-title__text">甲乙連携協約</h2>');
    expect(html).toContain('id="preamble"');
    expect(html).toContain('<div class="doc-signatures" role="group" aria-label="署名欄"><div class="doc-signature" id="sign1"><p class="doc-signature__line">山口市長 渡辺純一</p></div><div class="doc-signature" id="sign2">');
  });

  it('章・節は題を見出しにし、条の見出しはその一つ下になる', () => {
    const html = show(documentOf((make) => [
      make('MainProvision', {}, make('Chapter', { num: '1' }, make('ChapterTitle', {}, '第一章　総則'),
        make('Section', { num: '1' }, make('SectionTitle', {}, '第一節　通則'), make('Article', { num: '1' }, make('ArticleCaption', {}, '（目的）'), paragraph(make, '1', 'この法律は。'))))),
    ], STATUTE_LABELS));
    expect([...html.matchAll(/<h(\d)[^>]*>([^<]+)/g)].map((m) => `${m[1]} ${m[2]}`)).toEqual(['3 第一章　総則', '4 第一節　通則', '5 （目的）']);
    expect(html).toContain('id="ch1-sec1"');
  });

  it('改正附則は改正した法令の番号と抄を添える', () => {
    const html = show(documentOf((make) => [
      make('SupplProvision', { attr: { AmendLawNum: '平成三年法律第一号', Extract: 'true' } }, make('SupplProvisionLabel', {}, '附　則'), make('Article', { num: '2' }, paragraph(make, '1', '施行する。'))),
    ], STATUTE_LABELS));
    expect(html).toContain('附　則<span class="doc-suppl__law">（平成三年法律第一号）</span>　抄');
    expect(html).toContain('id="s1-a2"');
  });

  it('目次・列記・欄・ルビ・傍線・上付きを組む', () => {
    const html = show(documentOf((make) => [
      make('TOC', {}, make('TOCLabel', {}, '目次'), make('TOCChapter', { num: '1' }, make('ChapterTitle', {}, '第一章　総則'), make('ArticleRange', {}, '（第一条）'), make('TOCSection', { num: '1' }, make('SectionTitle', {}, '第一節')))),
      make('MainProvision', {}, paragraph(make, '1', '次の列記。', make('List', {}, make('ListSentence', {}, make('Column', { num: '1' }, make('Sentence', {}, '左')), make('Column', { num: '2' }, make('Sentence', {}, '右')))),
        make('Item', { num: '1' }, make('ItemSentence', {}, make('Sentence', {}, '誓', make('Ruby', {}, '約', make('Rt', {}, 'やく')), make('Line', { attr: { Style: 'double' } }, '線'), 'm', make('Sup', {}, '2')))))),
    ], STATUTE_LABELS));
    expect(html).toContain('<p class="doc-toc__label">目次</p><ul class="doc-toc__list" role="list"><li>第一章　総則（第一条）<ul role="list"><li>第一節</li></ul></li></ul>');
    expect(html).toContain('<span class="doc-column">左</span><span class="doc-column">　右</span>');
    expect(html).toContain('誓<ruby>約<rp>（</rp><rt>やく</rt><rp>）</rp></ruby><span class="doc-line" data-style="double">線</span>m<sup>2</sup>');
  });

  it('様式の図は原本のファイル名で示す', () => {
    const html = show(documentOf((make) => [
      make('AppdxStyle', {}, make('AppdxStyleTitle', {}, '様式第一'), make('StyleStruct', {}, make('Style', {}, make('Fig', { attr: { src: './pict/H12-001.pdf' } })))),
    ]));
    expect(html).toContain('図（本文には含まれていません。原本のファイル: H12-001.pdf）');
    expect(html).toContain('id="style1"');
  });

  it('改正規定に引用された条は、固定リンクを持たない', () => {
    const html = show(documentOf((make) => [
      make('MainProvision', {}, paragraph(make, '1', '次のように改正する。', make('AmendProvision', {}, make('AmendProvisionSentence', {}, make('Sentence', {}, '第五条を次のように改める。')), make('NewProvision', {}, make('Article', { num: '5' }, paragraph(make, '1', '新しい条。')))))),
    ], STATUTE_LABELS));
    expect(html).toContain('<blockquote class="doc-quoted">');
    expect(html).toContain('第五条　');
    expect(html.match(/doc-permalink/g)).toHaveLength(1);
  });

  it('段落の中に表を置かない', () => {
    const html = show(documentOf((make) => [
      make('MainProvision', {}, make('Paragraph', { num: '1' }, make('ParagraphSentence', {}, make('Sentence', {}, '次の表', make('QuoteStruct', {}, make('TableStruct', {}, make('Table', {}, make('TableRow', {}, make('TableColumn', {}, make('Sentence', {}, '甲'))))))))))
    ]));
    expect(html).not.toMatch(/<p[^>]*>(?:(?!<\/p>).)*<table/s);
    expect(html).toContain('<td>甲</td>');
  });

  it('本文の文字は HTML として解釈させない', () => {
    expect(show(documentOf((make) => [make('LawTitle', {}, '<script>alert(1)</script>')]))).not.toContain('<script');
  });

  it('実例の6条・19の取組の行・2つの署名欄を、すべて番地と固定リンクで示す', () => {
    const { document } = exampleReading();
    const anchors = anchorsOf(document);
    const html = show(document);
    expect([...html.matchAll(/<h3 class="doc-caption">([^<]+)/g)].map((m) => m[1])).toEqual([
      '（目的）', '（基本方針）', '（連携する取組及び役割）', '（費用分担）', '（連絡会議）', '（連携協約の変更等）',
    ]);
    expect(html.match(/<th scope="row">/g)).toHaveLength(19);
    expect(html.match(/class="doc-signature"/g)).toHaveLength(2);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]!);
    expect(new Set(ids)).toEqual(new Set(anchors.values()));
    expect(ids).toHaveLength(anchors.size);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    const names = [...html.matchAll(/class="doc-permalink" href="[^"]+" aria-label="([^"]+)"/g)].map((m) => m[1]!);
    expect(new Set(names).size).toBe(names.length);
  });

  it('空の文書は、本文がないと言う', () => {
    const factory = elementFactory();
    expect(show({ root: factory('Law'), labels: AGREEMENT_LABELS }, { lang: 'en' })).toContain('This document has no text.');
  });

  it.each([...TAGS])('どの要素名（%s）の下に置かれた文字も失わない', (tag) => {
    expect(show(documentOf((make) => [make(tag, { num: '1' }, '裸の文字', make('Sentence', {}, '文の文字'))]))).toMatch(/裸の文字.*文の文字/s);
  });
});
