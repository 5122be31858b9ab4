import { describe, expect, it } from 'vitest';
import { outline } from '../../../testing/outline.js';
import { readText } from './read-text.js';
import { sourceFromText } from './source-from-text.js';

const read = (text: string) => readText(sourceFromText(text));
/** 本文の見取り図（Law と LawBody の二行を除く） */
const body = (text: string) => outline(read(text).document).split('\n').slice(2).map((l) => l.slice(4)).join('\n');
const codes = (text: string) => read(text).findings.map((f) => f.code);
const lines = (...all: string[]) => all.join('\n');

describe('条・項・号の読取', () => {
  it.each([
    ['条の見出しと項と号', lines('（目的）', '第1条　目的とする。', '２　次のとおり。', '(1)　甲', '(2)　乙'), lines('MainProvision', '  Article 第1条', '    ArticleCaption: （目的）', '    Paragraph: 目的とする。', '    Paragraph ２: 次のとおり。', '      Item (1): 甲', '      Item (2): 乙')],
    ['枝番号の条', lines('第3条　三。', '第3条の2　三の二。'), lines('MainProvision', '  Article 第3条', '    Paragraph: 三。', '  Article 第3条の2', '    Paragraph: 三の二。')],
    ['字下げの失われた号の細分', lines('第1条　次のとおり。', '(1) 甲', 'ア あ', '(ア) い', 'a う', '(a) え', '(イ) お', 'イ か', '(2) 乙'), lines('MainProvision', '  Article 第1条', '    Paragraph: 次のとおり。', '      Item (1): 甲', '        Subitem1 ア: あ', '          Subitem2 (ア): い', '            Subitem3 a: う', '              Subitem4 (a): え', '          Subitem2 (イ): お', '        Subitem1 イ: か', '      Item (2): 乙')],
    ['(1)→1→ア→(ア) の順の細分', lines('第3条　次のとおり。', '(1) 甲', '1 乙', 'ア 丙', '(ア) 丁', '2 戊'), lines('MainProvision', '  Article 第3条', '    Paragraph: 次のとおり。', '      Item (1): 甲', '        Subitem1 1: 乙', '          Subitem2 ア: 丙', '            Subitem3 (ア): 丁', '        Subitem1 2: 戊')],
    ['漢数字の号とイロハ', lines('第一条　次のとおり。', '一　甲', 'イ　い', 'ロ　ろ', '二　乙'), lines('MainProvision', '  Article 第一条', '    Paragraph: 次のとおり。', '      Item 一: 甲', '        Subitem1 イ: い', '        Subitem1 ロ: ろ', '      Item 二: 乙')],
    ['条名に続けて書かれた見出し', '第１条（目的）　目的とする。', lines('MainProvision', '  Article 第１条', '    ArticleCaption: （目的）', '    Paragraph: 目的とする。')],
    ['条名の前に、同じ行で書かれた見出し', '（目的）　第１条　目的とする。', lines('MainProvision', '  Article 第１条', '    ArticleCaption: （目的）', '    Paragraph: 目的とする。')],
    ['条名と本文の間がタブ', lines('第1条\t甲。', '2\t乙。', '(1)\t丙'), lines('MainProvision', '  Article 第1条', '    Paragraph: 甲。', '    Paragraph 2: 乙。', '      Item (1): 丙')],
    ['号の中の欄', lines('第1条　次のとおり。', '(1)　経済成長のけん引　別表第1', '(2)　都市機能　別表第2'), lines('MainProvision', '  Article 第1条', '    Paragraph: 次のとおり。', '      Item (1): 経済成長のけん引｜別表第1', '      Item (2): 都市機能｜別表第2')],
    ['附則の見出し付きの項', lines('第1条　甲。', '附　則', '（施行期日）', '１　施行する。', '（経過措置）', '２　なお従前の例による。'), lines('MainProvision', '  Article 第1条', '    Paragraph: 甲。', 'SupplProvision: ', '  SupplProvisionLabel: 附　則', '  Paragraph １: 施行する。', '    ParagraphCaption: （施行期日）', '  Paragraph ２: なお従前の例による。', '    ParagraphCaption: （経過措置）').replace('SupplProvision: ', 'SupplProvision')],
    ['章と目次', lines('○○規則', '目次', '　第一章　総則（第一条）', '　附則', '第一章　総則', '第一条　甲。'), lines('LawTitle: ○○規則', 'TOC', '  TOCLabel: 目次', '  TOCChapter', '    ChapterTitle: 第一章　総則', '    ArticleRange: （第一条）', '  TOCSupplProvision', '    SupplProvisionLabel: 附則', 'MainProvision', '  Chapter', '    ChapterTitle: 第一章　総則', '    Article 第一条', '      Paragraph: 甲。')],
    ['別表が複数', lines('第1条　甲。', '別表第1（第1条関係）', '取組\t甲の役割', '(1) 医療\t守る。', '別表第2（第1条関係）', '取組\t甲の役割', '(1) 観光\t進める。'), lines('MainProvision', '  Article 第1条', '    Paragraph: 甲。', 'AppdxTable', '  AppdxTableTitle: 別表第1', '  RelatedArticleNum: （第1条関係）', '  TableStruct', '    Table', '      TableHeaderRow', '        TableHeaderColumn: 取組', '        TableHeaderColumn: 甲の役割', '      TableRow', '        TableColumn: (1) 医療', '        TableColumn: 守る。', 'AppdxTable', '  AppdxTableTitle: 別表第2', '  RelatedArticleNum: （第1条関係）', '  TableStruct', '    Table', '      TableHeaderRow', '        TableHeaderColumn: 取組', '        TableHeaderColumn: 甲の役割', '      TableRow', '        TableColumn: (1) 観光', '        TableColumn: 進める。')],
    ['備考は直前の表に付く', lines('別表', '取組\t役割', 'ア 甲\t乙。', '備考　注意する。'), lines('MainProvision', 'AppdxTable', '  AppdxTableTitle: 別表', '  TableStruct', '    Table', '      TableHeaderRow', '        TableHeaderColumn: 取組', '        TableHeaderColumn: 役割', '      TableRow', '        TableColumn: ア 甲', '        TableColumn: 乙。', '    Remarks: 注意する。', '      RemarksLabel: 備考')],
  ])('%s', (_, text, expected) => {
    expect(body(text)).toBe(expected);
  });

  it('ただし書は文を分けて印を付ける', () => {
    const { document } = read('第1条　甲とする。ただし、乙を除く（次条において同じ。）。');
    expect(JSON.stringify(document.root)).toContain('"attr":{"Function":"proviso"},"children":["ただし、乙を除く（次条において同じ。）。"]');
  });

  it('行幅で折られた文は続きとして読む', () => {
    expect(body(lines('第1条　この連携協約は、両市が連携を図ることにより、人口減少社会においても、', '活力ある社会経済を維持することを目的とする。'))).toContain('活力ある社会経済を維持することを目的とする。');
    expect(codes(lines('第1条　この連携協約は、両市が連携を図ることにより、', '維持する。'))).toEqual([]);
  });

  it('例規集の題名・日付・告示番号を読む', () => {
    expect(outline(read(lines('○甲市と乙市との間の連携協約', '令和4年3月28日', '告示第55号', '第1条　甲。')).document).split('\n').slice(1, 4)).toEqual(['  LawNum: 令和4年3月28日 告示第55号', '  LawBody', '    LawTitle: 甲市と乙市との間の連携協約']);
  });
});

describe('締結文と署名欄の読取', () => {
  const formula = 'この協約の締結を証するため、本書2通を作成し、両市が記名押印の上、各1通を保有する。';
  const signatures = (...rest: string[]) =>
    body(lines('第1条　甲。', formula, '平成29年3月30日', ...rest))
      .split('\n')
      .filter((l) => l.includes('Signature'))
      .map((l) => l.trim().replace('SignatureLine: ', '').replace('SignatureBlock', '--'));

  it.each([
    ['空行で区切られた署名欄', ['', '甲市一丁目1番1号', '甲市', '甲市長　山田太郎', '', '乙市', '乙市長　佐藤花子'], ['--', '甲市一丁目1番1号', '甲市', '甲市長　山田太郎', '--', '乙市', '乙市長　佐藤花子']],
    ['一行ごとに空いた署名欄', ['', '甲市', '', '甲市長　山田太郎', '', '乙市', '', '乙市長', '', '佐藤花子'], ['--', '甲市', '甲市長　山田太郎', '--', '乙市', '乙市長', '佐藤花子']],
    ['甲乙の印のある署名欄', ['甲　甲市一丁目', '　　甲市長　山田太郎　印', '乙　乙市二丁目', '　　乙市長　佐藤花子　印'], ['--', '甲　甲市一丁目', '甲市長　山田太郎　印', '--', '乙　乙市二丁目', '乙市長　佐藤花子　印']],
    ['職名に似た地名では区切らない', ['甲市長町1番1号', '甲市', '甲市長 山田太郎'], ['--', '甲市長町1番1号', '甲市', '甲市長 山田太郎']],
  ])('%s', (_, text, expected) => {
    expect(signatures(...text)).toEqual(expected);
  });

  it('締結文が失われていても、日付と署名欄は読む', () => {
    const text = body(lines('第1条　甲。', '令和　年　月　日', '甲市', '甲市長　山田太郎'));
    expect(text).toContain('ConclusionDate: 令和　年　月　日');
    expect(text).toContain('SignatureLine: 甲市長　山田太郎');
  });

  it('氏名の旧字体は、同じ字の新字体が本文にあっても直さない', () => {
    const text = lines('第1条　高橋川の戦略を、戰略とする。', formula, '平成29年3月30日', '甲市', '甲市長　髙橋戰略');
    expect(signatures('甲市', '甲市長　髙橋戰略')).toContain('甲市長　髙橋戰略');
    expect(read(text).findings.filter((f) => f.code === 'text.variant-glyph')).toHaveLength(1);
  });
});

describe('傷みの報告', () => {
  it.each([
    ['半角の括弧の見出し', lines('(目的)', '第1条　甲。'), ['text.bracket-width']],
    ['標目の括弧の幅の混在', lines('第1条　次のとおり。', '（1)　甲'), ['text.bracket-width']],
    ['力をカと読む', lines('第1条　次のとおり。', ...[...'アイウエオ'].map((k) => `${k}　甲`), '力　乙'), ['text.label-lookalike']],
    ['飛んだ番号', lines('第1条　次のとおり。', '(1) 甲', '(3) 乙'), ['text.number-gap']],
    ['ページ番号', lines('第1条　甲。', '- 3 -', '第2条　乙。'), ['text.page-number']],
    ['罫線', lines('第1条　甲。', '----------', '第2条　乙。'), ['text.stray-rule']],
    ['一字ごとの空白', '第 1 条 こ の 協 約 は 、 甲 と す る 。', ['text.spaced-characters']],
    ['番号のない二つ目の段落', lines('第1条　甲。', '乙とする。'), ['text.unnumbered-paragraph']],
    ['Markdown の見出しと強調', lines('### （目的）', '**第1条** 甲。'), ['text.layout-mark', 'text.layout-mark']],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('旧字体は、同じ語が新字体でも現れるときだけ直す', () => {
    expect(body('第1条　戰略を立てる。')).toContain('戰略を立てる');
    expect(body('第1条　戰略を立て、戦略を進める。')).toContain('戦略を立て、戦略を進める');
  });
});
