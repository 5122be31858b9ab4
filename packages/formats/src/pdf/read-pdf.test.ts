import { describe, expect, it } from 'vitest';
import { PDF_PAGES } from '../limits.js';
import { makeCidPdf } from '../testing/make-cid-pdf.js';
import { drawLines, drawTable, makePdf, wrap, type Pdf } from '../testing/make-pdf.js';
import { readPdf } from './read-pdf.js';
import { readTextLayer } from './text-layer.js';

async function read(draw: (pdf: Pdf) => void, options?: Record<string, unknown>) {
  const result = await readPdf(await makePdf(draw, options));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const PREAMBLE = '山口市及び宇部市（以下「両市」という。）は、連携中枢都市圏である山口県央連携都市圏域（以下「圏域」という。）を形成するため、次のとおり連携協約を締結する。';
const ARTICLE = '第1条　この連携協約は、両市が連携を図ることにより、人口減少・少子高齢社会においても、活力ある社会経済を維持し、住民が安心して快適な暮らしを営むことができる圏域を形成することを目的とする。';
const ITEM = '(1)　地域医療の確保、広域的な公共交通の維持、産業の振興その他圏域の住民の生活に必要な機能を確保するための取組であって別表に定めるもの';

describe('紙面から行を組み立てる', () => {
  it('幅で折られた行をつなぎ、条・見出し・番号の始まりでは切る', async () => {
    const lines = [...wrap(`　${PREAMBLE}`, 42), '（目的）', ...wrap(ARTICLE, 42), ...wrap(ITEM, 42), '(2)　防災'];
    const { source, findings } = await read((pdf) => void drawLines(pdf, lines, 72, 72));
    expect(source.blocks.map((b) => (b.kind === 'line' ? b.text : ''))).toEqual([PREAMBLE, '（目的）', ARTICLE, ITEM, '(2)　防災']);
    expect(findings).toEqual([expect.objectContaining({ code: 'source.joined-lines', data: { count: lines.length - 5 } })]);
  });

  it('文の終わらない短い行（署名欄など）はつながない', async () => {
    const lines = [...wrap(ARTICLE, 42), '平成29年3月30日', '山口市長　渡辺純一', '宇部市長　久保田和子'];
    const { source } = await read((pdf) => void drawLines(pdf, lines, 72, 72));
    expect(source.blocks.map((b) => (b.kind === 'line' ? b.text : '')).slice(1)).toEqual(['平成29年3月30日', '山口市長　渡辺純一', '宇部市長　久保田和子']);
  });

  it('離れて置かれた文字は、幅に応じた全角空白でつなぐ', async () => {
    const { source } = await read((pdf) => {
      pdf.text('山口市長', 72, 72, { lineBreak: false });
      pdf.text('渡辺純一', 72 + 10.5 * 6, 72, { lineBreak: false });
    });
    expect(source.text).toBe('山口市長　　渡辺純一\n');
  });

  it('頁をまたいで折られた行をつなぎ、頁の上下の繰返しと頁番号は報告に移す', async () => {
    const [first, ...rest] = wrap(ARTICLE, 42);
    const page = (pdf: Pdf, number: number, lines: readonly string[]): void => {
      drawLines(pdf, ['山口市例規集'], 72, 30);
      drawLines(pdf, lines, 72, 100);
      drawLines(pdf, [`- ${number} -`], 290, 790);
    };
    const { source, findings } = await read(
      (pdf) => {
        page(pdf, 1, ['（目的）', first!]);
        pdf.addPage();
        page(pdf, 2, [...rest, '（方針）']);
      },
      { margin: 0 },
    );
    expect(source.blocks.map((b) => (b.kind === 'line' ? b.text : ''))).toEqual(['（目的）', ARTICLE, '（方針）']);
    expect(findings.filter((f) => f.code === 'source.page-furniture').map((f) => [f.found, f.data['part'], f.data['page']])).toEqual([
      ['山口市例規集', 'header', 1], ['- 1 -', 'page-number', 1], ['山口市例規集', 'header', 2], ['- 2 -', 'page-number', 2],
    ]);
  });

  it('字の上の小さな仮名はふりがなとして報告する', async () => {
    const { source, findings } = await read((pdf) => {
      drawLines(pdf, ['宇部市'], 72, 72);
      pdf.fontSize(5).text('うべ', 76, 65, { lineBreak: false });
    });
    expect(source.text).toBe('宇部市\n');
    expect(findings).toMatchObject([{ code: 'source.ruby-reading', found: '宇部', data: { reading: 'うべ' } }]);
  });

  it('文字の無い頁は番号を言う', async () => {
    const { findings } = await read((pdf) => {
      drawLines(pdf, ['第1条　目的'], 72, 72);
      pdf.addPage();
      pdf.addPage();
    });
    expect(findings).toContainEqual(expect.objectContaining({ code: 'source.pages-without-text', data: { count: 2, pages: '2, 3' } }));
  });
});

describe('書体を埋め込まない日本語の PDF', () => {
  const utf16 = (text: string): number[] => [...Buffer.from(text, 'utf16le').swap16()];
  it.each<[string, readonly number[], string]>([
    ['90ms-RKSJ-H', [0x97, 0xbc, 0x8e, 0x73, 0x82, 0xcd, 0x81, 0x41, 0x87, 0x40, 0xfb, 0xfc], '両市は、①髙'],
    ['EUC-H', [0xce, 0xbe, 0xbb, 0xd4], '両市'],
    ['UniJIS-UCS2-H', utf16('第1条　両市は'), '第1条　両市は'],
    ['UniJIS-UTF16-H', utf16('第1条　両市は'), '第1条　両市は'],
  ])('%s で書かれた文字を読む', async (encoding, codes, text) => {
    expect(await readPdf(makeCidPdf(encoding, [codes]))).toMatchObject({ ok: true, value: { source: { text: `${text}\n` } } });
  });
});

describe('罫線から表を組み立てる', () => {
  const ROLE = '両市が相互に連携・協力して、取組を推進する。';
  const CONTENT = '圏域内の各市町の経済団体等で構成する懇談会を開催し、策定及び推進に取り組む。';

  it('折られた欄をつなぎ、結合した欄を一つにする', async () => {
    const { source, findings } = await read((pdf) => {
      const y = drawLines(pdf, ['別表（第3条関係）'], 72, 72);
      drawTable(pdf, 72, y, [120, 200, 120], [
        [{ text: '取組', colspan: 2 }, { text: '両市の役割' }],
        [{ text: 'ア 経済戦略の策定及び推進' }, { text: CONTENT }, { text: ROLE, rowspan: 2 }],
        [{ text: 'イ 産業' }, { text: '育成に取り組む。' }],
      ]);
    });
    expect(source.blocks.map((b) => (b.kind === 'row' ? b.cells.map((c) => [c.text, c.rowspan, c.colspan]) : b.text))).toEqual([
      '別表（第3条関係）',
      [['取組', 1, 2], ['両市の役割', 1, 1]],
      [['ア 経済戦略の策定及び推進', 1, 1], [CONTENT, 1, 1], [ROLE, 2, 1]],
      [['イ 産業', 1, 1], ['育成に取り組む。', 1, 1]],
    ]);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'source.table-recognised', data: { rows: 3, columns: 3 } }));
  });

  it('次の頁へ続く表は同じ表で、繰り返された見出しは報告に移す', async () => {
    const rows = (label: string) => [[{ text: '取組' }, { text: '役割' }], [{ text: label }, { text: '両市' }]];
    const { source, findings } = await read((pdf) => {
      drawTable(pdf, 72, 700, [200, 200], rows('ア 経済'));
      pdf.addPage();
      drawTable(pdf, 72, 72, [200, 200], rows('イ 医療'));
    });
    expect(source.blocks.map((b) => (b.kind === 'row' ? [b.table, ...b.cells.map((c) => c.text)] : []))).toEqual([[1, '取組', '役割'], [1, 'ア 経済', '両市'], [1, 'イ 医療', '両市']]);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'source.page-furniture', found: '取組\t役割' }));
  });

  it('罫線のない表を、見出しの語と縦の空きから見分ける', async () => {
    const { source, findings } = await read((pdf) => {
      drawLines(pdf, ['1　経済'], 72, 72);
      drawLines(pdf, ['取組'], 72, 100);
      drawLines(pdf, ['内容'], 260, 100);
      drawLines(pdf, ['両市の役割'], 420, 100);
      drawLines(pdf, ['ア 経済戦略の策定及', 'び推進'], 72, 120);
      drawLines(pdf, wrap(CONTENT, 16), 190, 120);
      drawLines(pdf, wrap(ROLE, 11), 380, 120);
      drawLines(pdf, ['イ 産業'], 72, 180);
      drawLines(pdf, ['育成に取り組む。'], 190, 180);
      drawLines(pdf, ['2　高次の都市機能の集積・強化'], 72, 200);
      drawLines(pdf, ['次の文'], 72, 220);
    });
    expect(source.blocks.map((b) => (b.kind === 'row' ? b.cells.map((c) => c.text) : b.text))).toEqual([
      '1　経済',
      ['取組', '内容', '両市の役割'],
      ['ア 経済戦略の策定及び推進', CONTENT, ROLE],
      ['イ 産業', '育成に取り組む。', ''],
      '2　高次の都市機能の集積・強化',
      '次の文',
    ]);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'source.table-recognised', confidence: 'guess' }));
  });

  it('見出しの語がなければ、離れて置かれた文字を表とみない', async () => {
    const { source } = await read((pdf) => {
      drawLines(pdf, ['山口市長', '宇部市長'], 72, 72);
      drawLines(pdf, ['渡辺純一', '久保田和子'], 300, 72);
    });
    expect(source.blocks.map((b) => b.kind)).toEqual(['line', 'line']);
  });

  it('囲み枠や下線は表とみない', async () => {
    const { source } = await read((pdf) => {
      pdf.rect(60, 60, 400, 100).stroke();
      drawLines(pdf, ['連携協約書'], 72, 72);
      pdf.moveTo(72, 90).lineTo(130, 90).stroke();
    });
    expect(source.blocks).toMatchObject([{ kind: 'line', text: '連携協約書' }]);
  });
});

describe('読めない PDF は理由を言って断る', () => {
  it('文字の層が無い', async () => {
    expect(await readPdf(await makePdf((pdf) => void pdf.rect(72, 72, 100, 100).fill()))).toEqual({ ok: false, error: { code: 'source.no-text-layer', data: { pages: 1 } } });
  });

  it('パスワードで保護されている', async () => {
    const bytes = await makePdf((pdf) => void drawLines(pdf, ['第1条'], 72, 72), { userPassword: 'secret' });
    expect(await readPdf(bytes)).toEqual({ ok: false, error: { code: 'source.encrypted', data: { format: 'pdf' } } });
  });

  it('印刷や変更だけが禁じられたものは読む', async () => {
    const { source } = await read((pdf) => void drawLines(pdf, ['第1条　目的'], 72, 72), { ownerPassword: 'secret' });
    expect(source.text).toBe('第1条　目的\n');
  });

  it('頁が多すぎる', async () => {
    const bytes = await makePdf((pdf) => {
      for (let i = 0; i < PDF_PAGES; i += 1) pdf.addPage();
    });
    expect(await readPdf(bytes)).toEqual({ ok: false, error: { code: 'source.too-large', data: { what: 'pages', found: PDF_PAGES + 1, limit: PDF_PAGES } } });
  });

  it('中身が PDF でない', async () => {
    expect(await readPdf(new Uint8Array(Buffer.from('%PDF-1.7\nbroken')))).toMatchObject({ ok: false, error: { code: 'source.damaged-container', data: { format: 'pdf' } } });
  });

  it('時間の上限に達したら打ち切る', async () => {
    const bytes = await makePdf((pdf) => void drawLines(pdf, ['第1条'], 72, 72));
    expect(await readTextLayer(bytes, 0)).toEqual({ ok: false, error: { code: 'source.took-too-long', data: { format: 'pdf', seconds: 0 } } });
  });
});
