import { describe, expect, it } from 'vitest';
import { provePair } from '@renkei/app';
import { chooseProfile, type LawDocument } from '@renkei/core';
import { readXml } from './read-xml.js';

/** 実在の法令から作った改正後の本文で見つかった形を、証明できるところまで縮めたもの。 */

const SUPPL = '<SupplProvision><SupplProvisionLabel>附　則</SupplProvisionLabel><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>この法律は、公布の日から施行する。</Sentence></ParagraphSentence></Paragraph></SupplProvision>';
const paragraph = (num: number, text: string, rest = '') =>
  `<Paragraph Num="${num}"><ParagraphNum>${num === 1 ? '' : String.fromCharCode(0xff10 + num)}</ParagraphNum><ParagraphSentence><Sentence>${text}</Sentence></ParagraphSentence>${rest}</Paragraph>`;
const article = (num: number, kanji: string, text: string) => `<Article Num="${num}"><ArticleTitle>第${kanji}条</ArticleTitle>${paragraph(1, text)}</Article>`;
const MAIN = `<MainProvision>${article(1, '一', 'この法律は、特定施設の安全を確保することを目的とする。')}</MainProvision>`;
const law = (...parts: readonly string[]): LawDocument => {
  const opened = readXml(`<Law Era="Heisei" Lang="ja" LawType="Act" Num="1" Year="25"><LawNum>平成二十五年法律第一号</LawNum><LawBody><LawTitle>特定施設法</LawTitle>${parts.join('')}</LawBody></Law>`);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value.document;
};

/** 証明した改め文の行。一致しなければ落ちる。 */
function proved(base: LawDocument, next: LawDocument): string[] {
  const proof = provePair(base, next, chooseProfile(base), { sha256: () => '', now: () => 0 });
  expect(proof.findings.filter((f) => f.severity === 'error')).toEqual([]);
  expect(proof.exact).toBe(true);
  return proof.text.trimEnd().split('\n');
}

describe('法令標準XML の別記・書式・付録', () => {
  const figure = (tag: string, title: string, body: string) => `<Appdx${tag}><Appdx${tag}Title>${title}</Appdx${tag}Title><RelatedArticleNum>（第三条関係）</RelatedArticleNum>${body}</Appdx${tag}>`;
  const note = figure('Note', '別記', '<NoteStruct><Note><Fig src="./pict/a.pdf"/></Note></NoteStruct>');
  const format = (title: string) => figure('Format', title, `<FormatStruct><Format><Fig src="./pict/${title}.pdf"/></Format></FormatStruct>`);
  const formula = '<Appdx><ArithFormulaNum>付録第一</ArithFormulaNum><RelatedArticleNum>（第五条関係）</RelatedArticleNum><ArithFormula><Fig src="./pict/a.jpg"/></ArithFormula></Appdx>';

  it('別記は「次の別記」、付録は「次の付録」、書式は「次の一書式」として加える', () => {
    const base = law(MAIN, SUPPL);
    expect(proved(base, law(MAIN, SUPPL, note))[0]).toBe('　附則の次に次の別記を加える。');
    expect(proved(base, law(MAIN, SUPPL, formula))[0]).toBe('　附則の次に次の付録を加える。');
    expect(proved(base, law(MAIN, SUPPL, format('別記書式')))[0]).toBe('　附則の次に次の一書式を加える。');
  });

  it('様式と呼ばれる書式は、種類の印を付けて加え、同じ呼び名の書式があれば印は要らない', () => {
    const [first, second] = [format('別記様式第一号'), format('別記様式第二号')];
    expect(proved(law(MAIN, SUPPL), law(MAIN, SUPPL, first))).toContain('〔別記書式：〕');
    expect(proved(law(MAIN, SUPPL, first), law(MAIN, SUPPL, first, second)).slice(0, 2)).toEqual(['　別記様式第一号の次に次の一様式を加える。', '別記様式第二号（第三条関係）']);
  });

  it('様式を削ったきり番号を詰めない省令も、番号の空いたまま証明できる', () => {
    const style = (num: string) => figure('Style', `様式第${num}号`, `<StyleStruct><Style><Fig src="./pict/${num}.pdf"/></Style></StyleStruct>`);
    expect(proved(law(MAIN, SUPPL, ...['一', '二', '三'].map(style)), law(MAIN, SUPPL, ...['一', '三'].map(style)))).toEqual(['　様式第二号を削る。']);
  });
});

describe('法令標準XML の表', () => {
  it('様式の奥にある表の行の数が変わっても証明できる', () => {
    const row = (text: string) => `<TableRow><TableColumn><Sentence>${text}</Sentence></TableColumn><TableColumn><Sentence>氏名</Sentence></TableColumn></TableRow>`;
    const styled = (...texts: readonly string[]) => law(`<MainProvision><Article Num="1"><ArticleTitle>第一条</ArticleTitle>${paragraph(1, '届出は、次の様式による。', `<StyleStruct><Style><TableStruct><Table>${texts.map(row).join('')}</Table></TableStruct></Style></StyleStruct>`)}</Article></MainProvision>`, SUPPL);
    expect(proved(styled('住所'), styled('住所', '電話'))[0]).toBe('　第一条を次のように改める。');
  });
});
