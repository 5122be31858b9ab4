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

describe('法令標準XML の二つの表', () => {
  const row = (text: string) => `<TableRow><TableColumn><Sentence>${text}</Sentence></TableColumn><TableColumn><Sentence>届出</Sentence></TableColumn></TableRow>`;
  const table = (...texts: readonly string[]) => `<TableStruct><Table>${texts.map(row).join('')}</Table></TableStruct>`;
  const second = (rest: string) => `<Article Num="2"><ArticleCaption>（届出）</ArticleCaption><ArticleTitle>第二条</ArticleTitle>${paragraph(1, '届出は、次の表による。', rest)}</Article>`;
  const tables = (...all: readonly string[]) => law(`<MainProvision>${article(1, '一', 'この法律は、特定施設の安全を確保することを目的とする。')}${second(all.join(''))}</MainProvision>`, SUPPL);

  it('文だけの条に表を加え、削る', () => {
    expect(proved(tables(), tables(table('甲', '乙')))).toEqual(['　第二条に次の表を加える。', '｜甲｜届出｜', '｜乙｜届出｜']);
    expect(proved(tables(table('甲', '乙')), tables())).toEqual(['　第二条の表を削る。']);
  });

  it('表の次に表が加わっても、その条だけを改める', () => {
    const lines = proved(tables(table('甲', '乙')), tables(table('甲', '乙'), table('丙')));
    expect(lines[0]).toMatch(/^　第二条/);
    expect(lines.join('')).not.toContain('特定施設の安全');
  });
});

describe('法令標準XML の章の境', () => {
  const kanji = ['', '一', '二', '三', '四', '五', '六', '七', '八'];
  const texts = ['', '国は、施設の安全を図る。', '事業者は、届出をする。', '届出の様式は、省令で定める。', '知事は、検査をすることができる。', '検査の手数料は、条例で定める。', '虚偽の届出をした者は、罰金に処する。', '国は、調査を行う。', '公表は、官報による。'];
  const chapter = (num: number, name: string, ...articles: readonly (number | string)[]) =>
    `<Chapter Num="${num}"><ChapterTitle>第${kanji[num]}章　${name}</ChapterTitle>${articles.map((a) => (typeof a === 'string' ? a : article(a, kanji[a]!, texts[a]!))).join('')}</Chapter>`;
  const chapters = (...all: readonly string[]) => law(`<MainProvision>${all.join('')}</MainProvision>`, SUPPL);
  const base = chapters(chapter(1, '総則', 1, 2, 3), chapter(2, '監督', 4, 5, 6), chapter(3, '雑則', 7, 8));

  it('条が隣の章に移れば、章名を削って新しい境に付ける', () => {
    expect(proved(base, chapters(chapter(1, '総則', 1, 2), chapter(2, '監督', 3, 4, 5, 6), chapter(3, '雑則', 7, 8)))).toEqual(['　第二章の章名を削る。', '　第三条の前に次の章名を加える。', '　　　第二章　監督']);
    expect(proved(base, chapters(chapter(1, '総則', 1, 2, 3, 4), chapter(2, '監督', 5, 6), chapter(3, '雑則', 7, 8)))).toEqual(['　第二章の章名を削る。', '　第五条の前に次の章名を加える。', '　　　第二章　監督']);
  });

  it('章の後ろの多くの条が新しい章になっても、元の章名は元の条の前に残る', () => {
    expect(proved(base, chapters(chapter(1, '総則', 1), chapter(2, '届出', 2, 3), chapter(3, '監督', 4, 5, 6), chapter(4, '雑則', 7, 8)))).toEqual([
      '　第三章を第四章とする。', '　第二章を第三章とする。', '　第二条の前に次の章名を加える。', '　　　第二章　届出',
    ]);
  });

  it('章を丸ごと削除として残すときは、その章だけを改める', () => {
    const gone = '<Article Num="4:6" Delete="true"><ArticleTitle>第四条から第六条まで</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>削除</Sentence></ParagraphSentence></Paragraph></Article>';
    expect(proved(base, chapters(chapter(1, '総則', 1, 2, 3), chapter(2, '削除', gone), chapter(3, '雑則', 7, 8)))).toEqual(['　第二章を次のように改める。', '　　　第二章　削除', '第四条から第六条まで　削除']);
  });
});

describe('法令標準XML の欠番', () => {
  const branch = (num: string, kanji: string) => `<Article Num="${num}"><ArticleTitle>第${kanji}</ArticleTitle>${paragraph(1, `都道府県知事は、第${kanji}の規定により、指定の取消しを公示しなければならない。`)}</Article>`;
  const main = (...all: readonly string[]) => law(`<MainProvision>${all.join('')}</MainProvision>`, SUPPL);
  const [one, two, three] = [branch('1', '一条'), branch('2', '二条'), branch('3', '三条')];

  it('間の条がまだ無い枝番号は、前の条と共に改める', () => {
    const lines = proved(main(one, two, three), main(one, two, branch('2_3', '二条の三'), three));
    expect(lines.map((l) => l.slice(0, 20))).toEqual(['　第二条を次のように改める。', '第二条　都道府県知事は、第二条の規定によ', '第二条の三　都道府県知事は、第二条の三の']);
  });

  it('まとめて削除とされた条の一部が生き返れば、その番号の全部を改める', () => {
    const gone = (num: string, title: string) => `<Article Num="${num}" Delete="true"><ArticleTitle>第${title}</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>削除</Sentence></ParagraphSentence></Paragraph></Article>`;
    const lines = proved(main(one, gone('2:3', '二条及び第三条')), main(one, two, gone('3', '三条')));
    expect(lines.map((l) => l.slice(0, 22))).toEqual(['　第二条から第三条までを次のように改める。', '第二条　都道府県知事は、第二条の規定により、', '第三条　削除']);
  });

  it('番号を空けたまま条が無くなれば、後の条を改めて番号を言う', () => {
    expect(proved(main(one, two, three), main(one, three)).map((l) => l.slice(0, 16))).toEqual(['　第二条を削る。', '　第三条を次のように改める。', '第三条　都道府県知事は、第三条の']);
  });
});

describe('片仮名の法令', () => {
  const old = (num: number, text: string) => `<Paragraph Num="${num}"${num > 1 ? ' OldNum="true"' : ''}><ParagraphNum/><ParagraphSentence><Sentence>${text}</Sentence></ParagraphSentence></Paragraph>`;
  const katakana = (num: string, kanji: string, ...texts: readonly string[]) => `<Article Num="${num}"><ArticleTitle>第${kanji}</ArticleTitle>${texts.map((t, i) => old(i + 1, t)).join('')}</Article>`;
  const main = (...second: readonly string[]) => law(`<MainProvision>${katakana('1', '一条', '供託所ハ法務大臣ノ指定スル所ニ之ヲ置ク')}${katakana('1_2', '一条ノ二', ...second)}</MainProvision>`, SUPPL);
  const [filed, kept] = ['供託ヲ為サムトスル者ハ書面ヲ提出スベシ', '前項ノ書面ハ三年間之ヲ保存スベシ'];

  it('「第一条ノ二」の全部を改めても、標目は「第一条ノ二」のまま残る', () => {
    expect(proved(main(filed, kept), main('削除'))).toEqual(['　第一条の二を次のように改める。', '第一条ノ二　削除']);
  });

  it('番号を印字しない第二項の全部を改めても、番号は印字されない', () => {
    expect(proved(main(filed, kept), main(filed, '利息ハ命令ノ定ムル所ニ依リ之ヲ払渡スモノトス'))).toEqual(['　第一条の二第二項を次のように改める。', '　利息ハ命令ノ定ムル所ニ依リ之ヲ払渡スモノトス']);
  });

  it('字句は、助詞で切って引く', () => {
    expect(proved(main(filed, kept), main(filed, kept.replace('三年間', '十年間')))).toEqual(['　第一条の二第二項中「三年間」を「十年間」に改める。']);
  });
});

describe('細分をア・イ・ウとイ・ロ・ハの両方で数える法令', () => {
  const texts = ['詐欺の罪', '窃盗の罪', '放火の罪', '収賄の罪', '偽造の罪'];
  const item = (num: number, kanji: string, labels: string, subs: readonly string[]) =>
    `<Item Num="${num}"><ItemTitle>${kanji}</ItemTitle><ItemSentence><Sentence>次に掲げる罪</Sentence></ItemSentence>${subs.map((t, i) => `<Subitem1 Num="${i + 1}"><Subitem1Title>${labels[i]}</Subitem1Title><Subitem1Sentence><Sentence>${t}</Sentence></Subitem1Sentence></Subitem1>`).join('')}</Item>`;
  const main = (...subs: readonly string[]) => law(`<MainProvision><Article Num="1"><ArticleTitle>第一条</ArticleTitle>${paragraph(1, '罪は、次のとおりとする。', item(1, '一', 'アイウエオ', texts) + item(2, '二', 'イロハニホ', subs))}</Article></MainProvision>`, SUPPL);

  it('号ごとの数え方で移し、加える', () => {
    expect(proved(main(...texts.slice(0, 4)), main(texts[0]!, texts[2]!, texts[3]!))).toEqual(['　第一条第二号中ロを削り、ハをロとし、ニをハとする。']);
    expect(proved(main(...texts.slice(0, 3)), main(...texts.slice(0, 4)))).toEqual(['　第一条第二号に次のように加える。', '　　ニ　収賄の罪']);
    expect(proved(main(texts[0]!, texts[2]!), main(...texts.slice(0, 3)))).toEqual(['　第一条第二号中ロをハとし、イの次に次のように加える。', '　　ロ　窃盗の罪']);
  });
});

describe('本文の全部が変わり、ただし書も加わる条', () => {
  it('各号列記以外の部分を改めてから、ただし書を加える', () => {
    const listed = (text: string) => law(`<MainProvision><Article Num="1"><ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence>${text.split(/(?<=。)/).map((t) => `<Sentence>${t}</Sentence>`).join('')}</ParagraphSentence>${['甲種施設の名称', '乙種施設の所在地', '丙種施設の管理者の氏名'].map((t, i) => `<Item Num="${i + 1}"><ItemTitle>${'一二三'[i]}</ItemTitle><ItemSentence><Sentence>${t}</Sentence></ItemSentence></Item>`).join('')}</Paragraph></Article></MainProvision>`, SUPPL);
    expect(proved(listed('申請書には、次の事項を記載する。'), listed('都道府県知事は、毎年度、管内の状況を公表しなければならない。ただし、緊急を要する場合は、この限りでない。'))).toEqual([
      '　第一条各号列記以外の部分を次のように改める。', '　都道府県知事は、毎年度、管内の状況を公表しなければならない。', '　第一条に次のただし書を加える。', '　ただし、緊急を要する場合は、この限りでない。',
    ]);
  });
});
