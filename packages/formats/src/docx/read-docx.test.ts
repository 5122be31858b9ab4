import { Document, Footer, FootnoteReferenceRun, Header, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType } from 'docx';
import { describe, expect, it } from 'vitest';
import { openContainer } from '../container/open-container.js';
import { makeDocx, numbered, para, wordPart, type DocxParts } from '../testing/make-docx.js';
import { readDocx } from './read-docx.js';

async function read(bytes: Uint8Array) {
  const container = await openContainer(bytes);
  if (!container.ok) throw new Error(container.error.code);
  const reading = await readDocx(container.value);
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return reading.value;
}

async function shape(body: string, parts?: DocxParts): Promise<string[]> {
  const { source } = await read(makeDocx(body, parts));
  return source.blocks.map((b) => (b.kind === 'line' ? `${'#'.repeat(b.heading)}${b.heading > 0 ? ' ' : ''}${b.text}` : `| ${b.cells.map((c) => c.text).join(' | ')} |`));
}

const level = (ilvl: number, format: string, text: string, more = ''): string => `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstractNum = (id: number, ...levels: string[]): string => `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, abstract: number, override = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${override}</w:num>`;
const LEGAL = abstractNum(0, level(0, 'decimal', '第%1条'), level(1, 'decimalFullWidth', '%2'), level(2, 'decimal', '(%3)'), level(3, 'aiueoFullWidth', '%4'), level(4, 'aiueoFullWidth', '(%5)')) + num(1, 0);
const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

describe('docx の段落', () => {
  it.each<[string, string, string[]]>([
    ['段落ごとに一行になる', para('第1条　目的') + para('') + para('第2条　方針'), ['第1条　目的', '第2条　方針']],
    ['段落の中の改行は行を分ける', '<w:p><w:r><w:t>（目的）</w:t><w:br/><w:t>第1条</w:t></w:r></w:p>', ['（目的）', '第1条']],
    ['一つだけのタブは空白と同じ', '<w:p><w:r><w:t>第1条</w:t><w:tab/><w:t>目的</w:t></w:r></w:p>', ['第1条　目的']],
    ['タブの段落が続けば表になる', para('取組\t役割') + para('ア 経済\t両市') + para('\t両市は'), ['| 取組 | 役割 |', '| ア 経済 | 両市 |', '|  | 両市は |']],
    ['分かれた run をつなぐ', '<w:p><w:r><w:t>山口</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>市</w:t></w:r></w:p>', ['山口市']],
    ['リンクと差込みの中も読む', '<w:p><w:hyperlink><w:r><w:t>別表</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>第1</w:t></w:r></w:sdtContent></w:sdt></w:p>', ['別表第1']],
    ['フィールドは結果だけを読む', '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>平成29年</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>', ['平成29年']],
    ['差込みに包まれた段落も本文', `<w:sdt><w:sdtContent>${para('第1条　目的')}</w:sdtContent></w:sdt>`, ['第1条　目的']],
    ['ハイフンと記号の字を文字にする', '<w:p><w:r><w:t>A</w:t><w:noBreakHyphen/><w:sym w:font="ＭＳ 明朝" w:char="2460"/></w:r></w:p>', ['A-①']],
  ])('%s', async (_, body, expected) => {
    expect(await shape(body)).toEqual(expected);
  });

  it('見出しの深さは、スタイルの継承とアウトラインから決まる', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="My"><w:basedOn w:val="H2"/></w:style><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>';
    expect(await shape(para('協約', '<w:pStyle w:val="T"/>') + para('別表', '<w:pStyle w:val="My"/>') + para('1 経済', '<w:outlineLvl w:val="2"/>'), { styles })).toEqual(['# 協約', '## 別表', '### 1 経済']);
  });
});

describe('自動の段落番号は、印字を計算して文字に起こす', () => {
  it('条・項・号・号の細分を数え、上の段が進むと下の段は初めに戻る', async () => {
    const body = [[0, '目的'], [0, '取組'], [2, '経済'], [3, '農業'], [3, '観光'], [4, '海'], [2, '医療'], [3, '病院'], [0, '費用']].map(([at, text]) => numbered(1, at as number, text as string)).join('');
    expect(await shape(body, { numbering: LEGAL })).toEqual(['第1条　目的', '第2条　取組', '(1)　経済', 'ア　農業', 'イ　観光', '(ア)　海', '(2)　医療', 'ア　病院', '第3条　費用']);
  });

  it.each<[string, string, number, string]>([
    ['aiueoFullWidth', '%1', 47, 'ア'], ['irohaFullWidth', '%1', 3, 'ハ'], ['aiueo', '%1', 2, 'ｲ'], ['iroha', '%1', 2, 'ﾛ'], ['decimalFullWidth', '（%1）', 12, '（１２）'],
    ['japaneseCounting', '%1', 21, '二十一'], ['ideographDigital', '%1', 20, '二〇'], ['japaneseLegal', '%1', 3, '参'], ['decimalEnclosedCircle', '%1', 20, '⑳'], ['decimalEnclosedCircle', '%1', 21, '(21)'],
    ['decimalEnclosedParen', '%1', 3, '⑶'], ['lowerLetter', '(%1)', 27, '(aa)'], ['upperRoman', '%1', 14, 'XIV'], ['ideographTraditional', '%1', 2, '乙'], ['decimalZero', '%1', 7, '07'], ['unheardOf', '%1', 5, '5'], ['bullet', '\uF0B7', 1, '・'],
  ])('%s の %s の %i 番目は %s', async (format, text, position, expected) => {
    const numbering = abstractNum(0, level(0, format, text)) + num(1, 0);
    const lines = await shape(Array.from({ length: position }, () => numbered(1, 0, 'x')).join(''), { numbering });
    expect(lines.at(-1)).toBe(`${expected}　x`);
  });

  it('同じ型を指す番号は続けて数え、始めの数の上書きがあれば数え直す', async () => {
    const numbering = abstractNum(0, level(0, 'decimal', '第%1条')) + num(1, 0) + num(2, 0) + num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
    expect(await shape(numbered(1, 0, 'a') + numbered(2, 0, 'b') + numbered(3, 0, 'c') + numbered(3, 0, 'd'), { numbering })).toEqual(['第1条　a', '第2条　b', '第1条　c', '第2条　d']);
  });

  it('上の段の番号を含む印字と、本文との間の指定を写す', async () => {
    const numbering = abstractNum(0, level(0, 'japaneseCounting', '第%1条', '<w:suff w:val="nothing"/>'), level(1, 'decimal', '%1-%2', '<w:isLgl/><w:suff w:val="space"/>')) + num(1, 0);
    expect(await shape(numbered(1, 0, '目的') + numbered(1, 1, '細目'), { numbering })).toEqual(['第一条目的', '1-1 細目']);
  });

  it('スタイルに付いた番号と、番号を外した段落を区別する', async () => {
    const numbering = abstractNum(0, level(0, 'decimal', '第%1条', '<w:pStyle w:val="Jo"/>'), level(1, 'decimal', '(%2)', '<w:pStyle w:val="Go"/>')) + num(1, 0);
    const styles = '<w:style w:styleId="Jo"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Go"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body = para('目的', '<w:pStyle w:val="Jo"/>') + para('見出し', '<w:pStyle w:val="Jo"/><w:numPr><w:numId w:val="0"/></w:numPr>') + para('経済', '<w:pStyle w:val="Go"/>');
    expect(await shape(body, { numbering, styles })).toEqual(['第1条　目的', '見出し', '(1)　経済']);
  });

  it('番号スタイルの名だけを持つ型は、名を定める型に従う', async () => {
    const numbering = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Legal"/></w:abstractNum>' + abstractNum(1, '<w:styleLink w:val="Legal"/>', level(0, 'decimal', '第%1条')) + num(1, 0);
    expect(await shape(numbered(1, 0, '目的'), { numbering })).toEqual(['第1条　目的']);
  });

  it('起こした数と最初の印字を報告する', async () => {
    const { findings } = await read(makeDocx(numbered(1, 0, 'a') + numbered(1, 0, 'b'), { numbering: LEGAL }));
    expect(findings).toMatchObject([{ code: 'source.automatic-number', data: { count: 2, first: '第1条' } }]);
  });

  it('無い番号を指す段落は、番号なしで読む', async () => {
    expect(await shape(numbered(9, 0, '目的'), { numbering: LEGAL })).toEqual(['目的']);
  });
});

describe('docx の表', () => {
  it('横の結合と縦の結合を残す', async () => {
    const body = `<w:tbl>${row(cell(para('取組'), '<w:gridSpan w:val="2"/>'), cell(para('役割')))}${row(cell(para('ア')), cell(para('経済')), cell(para('両市が'), '<w:vMerge w:val="restart"/>'))}${row(cell(para('イ')), cell(para('観光')), cell(para(''), '<w:vMerge/>'))}${row(cell(para('ウ')), cell(para('医療')), cell(para('甲が')))}</w:tbl>`;
    const { source } = await read(makeDocx(body));
    expect(source.blocks.map((b) => (b.kind === 'row' ? b.cells.map((c) => [c.text, c.rowspan, c.colspan]) : []))).toEqual([
      [['取組', 1, 2], ['役割', 1, 1]],
      [['ア', 1, 1], ['経済', 1, 1], ['両市が', 2, 1]],
      [['イ', 1, 1], ['観光', 1, 1]],
      [['ウ', 1, 1], ['医療', 1, 1], ['甲が', 1, 1]],
    ]);
  });

  it('欄の中の段落は改行でつなぎ、欄の中でも番号を起こす', async () => {
    const body = `<w:tbl>${row(cell(numbered(1, 3, '経済') + numbered(1, 3, '観光')), cell(para('甲は') + para('') + para('乙は')))}</w:tbl>`;
    expect(await shape(body, { numbering: LEGAL })).toEqual(['| ア　経済\nイ　観光 | 甲は\n乙は |']);
  });

  it('一つの欄だけの表は枠なので、段落として読む', async () => {
    expect(await shape(`<w:tbl>${row(cell(para('第1条　目的') + para('第2条　方針')))}</w:tbl>`)).toEqual(['第1条　目的', '第2条　方針']);
  });

  it('欄の中の表は欄の文字にして、報告する', async () => {
    const inner = `<w:tbl>${row(cell(para('甲')), cell(para('主')))}</w:tbl>`;
    const { source, findings } = await read(makeDocx(`<w:tbl>${row(cell(para('ア')), cell(para('前') + inner + para('')))}</w:tbl>`));
    expect(source.text).toBe('ア\t前\n甲　主\n');
    expect(findings).toMatchObject([{ code: 'source.nested-table', found: '甲　主', data: { rows: 1, columns: 2 } }]);
  });

  it('左の空き（gridBefore）は空の欄になり、縦の結合の位置がずれない', async () => {
    const body = `<w:tbl>${row(cell(para('a')), cell(para('b'), '<w:vMerge w:val="restart"/>'))}<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(para(''), '<w:vMerge/>')}</w:tr></w:tbl>`;
    const { source } = await read(makeDocx(body));
    expect(source.blocks.map((b) => (b.kind === 'row' ? b.cells.map((c) => [c.text, c.rowspan]) : []))).toEqual([[['a', 1], ['b', 2]], [['', 1]]]);
  });

  it('一万行の表を読む', async () => {
    const { source } = await read(makeDocx(`<w:tbl>${row(cell(para('ア 経済')), cell(para('内容')), cell(para('両市'))).repeat(10_000)}</w:tbl>`));
    expect(source.blocks).toHaveLength(10_000);
  });
});

describe('本文に採らないものは、文字を報告に残す', () => {
  const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
  it.each<[string, string, string, object]>([
    ['削られた文字', `<w:p>${run('両市')}<w:del w:author="係"><w:r><w:delText>町</w:delText></w:r></w:del></w:p>`, '両市', { code: 'source.revision-deleted', found: '町', data: { author: '係' } }],
    ['加えられた文字は採る', `<w:p>${run('両市')}<w:ins w:author="係">${run('町')}</w:ins></w:p>`, '両市町', { code: 'source.revision-inserted', found: '町', data: { author: '係' } }],
    ['隠し文字', `<w:p>${run('両市')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>秘密</w:t></w:r></w:p>`, '両市', { code: 'source.hidden-text', found: '秘密' }],
    ['ふりがな', `<w:p><w:r><w:ruby><w:rt>${run('うべ')}</w:rt><w:rubyBase>${run('宇部')}</w:rubyBase></w:ruby></w:r>${run('市')}</w:p>`, '宇部市', { code: 'source.ruby-reading', found: '宇部', data: { reading: 'うべ' } }],
    ['古い Word のふりがな', `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">EQ \\* jc2 \\* "Font:ＭＳ 明朝" \\* hps10 \\o\\ad(\\s\\up 9(うべ),宇部)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${run('市')}</w:p>`, '宇部市', { code: 'source.ruby-reading', found: '宇部', data: { reading: 'うべ' } }],
    ['図', `<w:p>${run('区域')}<w:r><w:drawing><wp:inline><wp:docPr name="図 1" descr="区域図"/></wp:inline></w:drawing></w:r></w:p>`, '区域', { code: 'source.object', found: '区域図', data: { part: 'drawing', name: '区域図' } }],
    ['記号フォントの字', `<w:p>${run('印')}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`, '印', { code: 'source.object', data: { part: 'symbol', name: 'Wingdings F0FC' } }],
  ])('%s', async (_, body, text, expected) => {
    const { source, findings } = await read(makeDocx(body));
    expect(source.text.trim()).toBe(text);
    expect(findings).toContainEqual(expect.objectContaining(expected));
  });

  it('段落記号が削られた段落は、次の段落とつながる', async () => {
    expect(await shape(para('両市は、', '<w:rPr><w:del w:author="係"/></w:rPr>') + para('協議する。'))).toEqual(['両市は、協議する。']);
  });

  it('文字枠の中は、置かれた段落の後に読む（代わりの形と二重に読まない）', async () => {
    const box = `<w:txbxContent>${para('別表')}</w:txbxContent>`;
    const body = `<w:p><w:r><w:t>第3条</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(await shape(body)).toEqual(['第3条', '別表']);
  });

  it('壊れた番号の部品は報告し、番号なしで読む', async () => {
    const { source, findings } = await read(makeDocx(numbered(1, 0, '目的'), { extra: [{ name: 'word/numbering.xml', data: '<w:numbering' }, { name: 'word/comments.xml', data: wordPart('comments', `<w:comment>${para('要確認')}</w:comment>`) }] }));
    expect(source.text).toBe('目的\n');
    expect(findings).toMatchObject([{ code: 'source.damaged-part', data: { part: 'word/numbering.xml' } }, { code: 'source.note', found: '要確認', data: { part: 'comment' } }]);
  });

  it('本文が壊れていれば、どこが壊れているかを言って断る', async () => {
    const container = await openContainer(makeDocx('<w:p>'));
    expect(container.ok && (await readDocx(container.value))).toMatchObject({ ok: false, error: { code: 'source.damaged-container', data: { format: 'docx' } } });
  });

  it('深すぎる入れ子は、深さと上限を言って断る', async () => {
    const container = await openContainer(makeDocx(`${'<w:sdt>'.repeat(3000)}${'</w:sdt>'.repeat(3000)}`));
    expect(container.ok && (await readDocx(container.value))).toMatchObject({ ok: false, error: { code: 'source.too-large', data: { what: 'nesting' } } });
  });
});

describe('ワープロが書いた docx', () => {
  it('番号・表・脚注・頁の上下を持つ文書を読む', async () => {
    const text = (t: string): Paragraph => new Paragraph({ children: [new TextRun(t)] });
    const document = new Document({
      numbering: { config: [{ reference: 'law', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '第%1条' }, { level: 1, format: LevelFormat.AIUEO_FULL_WIDTH, text: '%2' }] }] },
      footnotes: { 1: { children: [text('別に定める。')] } },
      sections: [
        {
          headers: { default: new Header({ children: [text('山口市例規集')] }) },
          footers: { default: new Footer({ children: [text('1 頁')] }) },
          children: [
            text('山口県央連携都市圏域形成に係る連携協約'),
            text('（目的）'),
            new Paragraph({ numbering: { reference: 'law', level: 0 }, children: [new TextRun('この連携協約は、'), new FootnoteReferenceRun(1), new TextRun('住民のため。')] }),
            new Paragraph({ numbering: { reference: 'law', level: 1 }, children: [new TextRun('経済')] }),
            new Table({
              rows: [
                new TableRow({ tableHeader: true, children: [new TableCell({ columnSpan: 2, children: [text('取組')] }), new TableCell({ children: [text('両市の役割')] })] }),
                new TableRow({ children: [new TableCell({ children: [text('ア 戦略')] }), new TableCell({ children: [text('内容')] }), new TableCell({ verticalMerge: VerticalMergeType.RESTART, children: [text('両市が推進する。')] })] }),
                new TableRow({ children: [new TableCell({ children: [text('イ 産業')] }), new TableCell({ children: [text('内容')] }), new TableCell({ verticalMerge: VerticalMergeType.CONTINUE, children: [] })] }),
              ],
            }),
          ],
        },
      ],
    });
    const { source, findings } = await read(new Uint8Array(await Packer.toBuffer(document)));
    expect(source.text).toBe('山口県央連携都市圏域形成に係る連携協約\n（目的）\n第1条　この連携協約は、住民のため。\nア　経済\n取組\t両市の役割\nア 戦略\t内容\t両市が推進する。\nイ 産業\t内容\n');
    const rows = source.blocks.filter((b) => b.kind === 'row');
    expect(rows[0]!.cells.map((c) => [c.colspan, c.header])).toEqual([[2, true], [1, true]]);
    expect(rows[1]!.cells.map((c) => c.rowspan)).toEqual([1, 1, 2]);
    expect(findings.map((f) => [f.code, f.found])).toEqual([
      ['source.page-furniture', '山口市例規集'],
      ['source.page-furniture', '1 頁'],
      ['source.note', '別に定める。'],
      ['source.automatic-number', undefined],
    ]);
  });
});
