import { createHash } from 'node:crypto';
import type { NewAgreement, NewArea } from '@renkei/app';
import {
  AGREEMENT_LABELS, elementFactory,
  type AgreementReading, type Element, type Initiative, type LawDocument, type NodeId, type PlainDate, type ProvisionNum, type Tag,
} from '@renkei/core';

/** 手で組んだ小さな圏域と協約。読取を通さずに保存だけを確かめるため。 */
export function exampleArea(change: Partial<NewArea> = {}): NewArea {
  return {
    slug: 'yamaguchi',
    name: '山口県央連携都市圏域',
    nickname: '山口ゆめ回廊',
    formedOn: '2017-03-30' as PlainDate,
    sources: { population: '国勢調査', code: '全国地方公共団体コード' },
    notes: ['注記'],
    municipalities: [
      { code: '352039', name: '山口市', kana: 'やまぐちし', romaji: 'Yamaguchi', prefecture: '山口県', role: '連携中枢都市', cityHall: { lat: 34.1783, lng: 131.4739 }, population: { 2015: 197422, 2020: 193966 } },
      { code: '352021', name: '宇部市', kana: 'うべし', romaji: 'Ube', prefecture: '山口県', role: '連携中枢都市', cityHall: { lat: 33.9517, lng: 131.2467 }, population: { 2015: 169429, 2020: 162570 } },
      { code: '325015', name: '津和野町', kana: 'つわのちょう', romaji: 'Tsuwano', prefecture: '島根県', role: '連携市町', cityHall: { lat: 34.542, lng: 131.8351 }, population: { 2020: 6875 } },
    ],
    ...change,
  };
}

export interface ExampleText {
  readonly title?: string;
  /** 条ごとの見出しと項の文 */
  readonly articles?: readonly (readonly [caption: string, ...paragraphs: string[]])[];
  /** 別表の行（取組の名と内容） */
  readonly rows?: readonly (readonly [name: string, content: string])[];
  readonly sample?: boolean;
  readonly area?: string;
  readonly slug?: string;
  readonly source?: string;
}

export function exampleAgreement(text: ExampleText = {}): NewAgreement {
  const { document, rowNodes, articleNodes } = exampleDocument(text);
  const bytes = new TextEncoder().encode(text.source ?? JSON.stringify(text));
  return {
    area: text.area ?? 'yamaguchi',
    slug: text.slug ?? 'yamaguchi-ube',
    sample: text.sample ?? false,
    source: { fileName: '協約.txt', format: 'text', encoding: 'utf-8', sha256: createHash('sha256').update(bytes).digest('hex'), bytes, note: '試験のために作った本文' },
    document,
    reading: exampleReading(text, rowNodes, articleNodes),
    findings: [{ code: 'source.invalid-bytes', severity: 'warning', at: { line: 3 }, found: '戰', data: { count: 1 } }],
  };
}

const ROWS = [['経済戦略の策定及び推進', '圏域の産業振興のビジョンを定める。'], ['観光の振興', '広域観光ルートをつくる。']] as const;
const ARTICLES = [
  ['（目的）', '本協約は、山口市及び宇部市が連携して圏域の経済成長をけん引することを目的とする。'],
  ['（連携する取組及び役割）', '連携する取組は、別表のとおりとする。', '両市は、ＩＴを用いて取組を進める。'],
  ['（費用分担）', '必要な費用の分担は、両市が協議して別に定める。'],
] as const;
const titleOf = (text: ExampleText) => text.title ?? '山口県央連携都市圏域形成に係る連携協約';

function exampleDocument(text: ExampleText): { document: LawDocument; rowNodes: NodeId[]; articleNodes: NodeId[] } {
  const make = elementFactory();
  const num = (n: number) => ({ num: String(n) as ProvisionNum });
  const sentence = (wrap: Tag, words: string) => make(wrap, {}, [make('Sentence', {}, [words])]);

  const articles = (text.articles ?? ARTICLES).map(([caption, ...paragraphs], i) =>
    make('Article', num(i + 1), [
      make('ArticleCaption', {}, [caption]),
      ...paragraphs.map((words, j) => make('Paragraph', num(j + 1), [sentence('ParagraphSentence', words)])),
    ]),
  );
  const rows = (text.rows ?? ROWS).map(([name, content]) => make('TableRow', {}, [sentence('TableColumn', name), sentence('TableColumn', content)]));
  const section: Element = make('Item', { ...num(1), label: '1' }, [
    sentence('ItemSentence', '圏域全体の経済成長のけん引'),
    make('TableStruct', {}, [make('Table', {}, [make('TableHeaderRow', {}, [sentence('TableHeaderColumn', '取組'), sentence('TableHeaderColumn', '内容')]), ...rows])]),
  ]);
  const root = make('Law', {}, [
    make('LawBody', {}, [
      make('CoverLine', {}, ['連携協約書']),
      make('LawTitle', {}, [titleOf(text)]),
      make('Preamble', {}, [make('Paragraph', num(1), [sentence('ParagraphSentence', '山口市と宇部市は、次のとおり連携協約を締結する。')])]),
      make('MainProvision', {}, articles),
      make('Closing', {}, [sentence('ClosingFormula', '本書2通を作成する。'), make('ConclusionDate', {}, ['平成29年3月30日'])]),
      make('AppdxTable', {}, [make('AppdxTableTitle', {}, ['別表']), make('RelatedArticleNum', {}, ['（第2条関係）']), section]),
    ]),
  ]);
  return { document: { root, labels: AGREEMENT_LABELS }, rowNodes: rows.map((r) => r.id), articleNodes: articles.map((a) => a.id) };
}

function exampleReading(text: ExampleText, rowNodes: readonly NodeId[], articleNodes: readonly NodeId[]): AgreementReading {
  const articles = text.articles ?? ARTICLES;
  const kana = [...'アイウエオカキクケコ'];
  const first = articleNodes[0] ?? ('n1' as NodeId);
  const initiatives = (text.rows ?? ROWS).map(([name, content], i): Initiative => ({
    path: `1/${kana[i] ?? i + 1}`,
    label: kana[i] ?? String(i + 1),
    name,
    content,
    roles: [{ party: '両市', bodies: ['山口市', '宇部市'], text: '両市が相互に連携・協力して、取組を推進する。' }],
    field: '1',
    article: { number: '2', node: first },
    node: rowNodes[i]!,
  }));
  return {
    kind: 'cooperation-agreement',
    agreement: {
      title: titleOf(text),
      legalBasis: '地方自治法第252条の2第1項',
      parties: [{ name: '山口市', code: '352039', designation: '甲' }, { name: '宇部市', code: '352021' }],
      concludedOn: '2017-03-30' as PlainDate,
      originals: 2,
      custody: 'それぞれ各1通',
      articles: articles.map(([caption, ...paragraphs], i) => ({ number: String(i + 1), caption, paragraphs, node: articleNodes[i]! })),
      signatories: [{ body: '山口市', title: '山口市長', name: '渡辺 純忠', address: null }],
    },
    policyFields: [{ path: '1', label: '1', heading: '圏域全体の経済成長のけん引', parent: null, node: first }],
    initiatives,
    duties: [{ kind: 'cost-sharing', article: '3', caption: '（費用分担）', text: '必要な費用の分担は、両市が協議して別に定める。', bearer: '両市', frequency: null, node: first }],
    inferredNodes: [],
    findings: [],
  };
}
