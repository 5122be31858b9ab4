import { childElements, readText, textOf, writeText, type Element } from '@renkei/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSource } from './open-source.js';
import { makeDocx, numbered, para } from './testing/make-docx.js';
import { drawLines, drawTable, makePdf, wrap } from './testing/make-pdf.js';

/** 同じ協約を、ありふれた形の文書に組んだもの。どれも readText を通すと同じ平文になる。 */
const TITLE = '東圏域形成に係る甲市と乙町との連携協約';
const PREAMBLE = '甲市（以下「甲」という。）及び乙町（以下「乙」という。）は、東圏域（以下「圏域」という。）を形成するため、地方自治法（昭和22年法律第67号）第252条の2第1項の規定により、次のとおり連携協約を締結する。';
const PURPOSE = 'この連携協約は、甲及び乙が連携を図ることにより、人口減少・少子高齢社会においても、活力ある社会経済を維持し、住民が安心して快適な暮らしを営むことができる圏域を形成することを目的とする。';
const WORKS = '甲及び乙が相互に連携する取組及び役割は、別表に定めるとおりとする。ただし、次に掲げるものを除く。';
const ITEMS = ['住民の安全に関わるもの', '別に定めるもの'];
const CLOSING = 'この協約の締結を証するため、本書2通を作成し、甲乙が記名押印の上、各1通を保有する。';
const ROWS = [
  ['ア 産業の振興', '中小企業の経営強化、創業の促進など、産業の振興に取り組む。', '甲及び乙が協力して取組を推進する。'],
  ['イ 観光の振興', '観光資源の活用など、観光の振興に取り組む。', ''],
] as const;

const TEXT = `　　　${TITLE}

　${PREAMBLE}

　（目的）
第1条　${PURPOSE}

　（連携する取組及び役割）
第2条　${WORKS}
(1)　${ITEMS[0]}
(2)　${ITEMS[1]}

　${CLOSING}

平成29年3月30日

甲市長　山田太郎

乙町長　川田花子

別表（第2条関係）

1　経済成長のけん引

取組	内容	役割
---	---	---
${ROWS[0].join('\t')}
${ROWS[1][0]}	${ROWS[1][1]}	↑
`;

const table = (open: string, cell: (text: string, merged: number) => string): string =>
  `<table${open}><tr><th>取組</th><th>内容</th><th>役割</th></tr><tr>${ROWS[0].map((t, i) => cell(t, i === 2 ? 2 : 1)).join('')}</tr><tr>${cell(ROWS[1][0], 1)}${cell(ROWS[1][1], 1)}</tr></table>`;

/** 例規集の頁。一つの項目が入れ子の div と p と span に分かれる */
const SITE = `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>例規集</title><script>load()</script></head><body>
<div id="header"><p>甲市例規集</p></div><ul class="breadcrumb"><li>ホーム</li><li>例規集</li></ul>
<div id="primary"><div class="inner">
<div class="eline"><p class="title-irregular"><span class="cm">${TITLE}</span></p></div>
<div class="eline"><p class="p">　${PREAMBLE}</p></div>
<div class="eline"><div class="article"><p class="title"><span class="cm">（目的）</span></p><p class="num"><span class="num cm">第1条</span>　<span class="p">${PURPOSE}</span></p></div></div>
<div class="eline"><div class="article"><p class="title"><span class="cm">（連携する取組及び役割）</span></p><p class="num"><span class="num cm">第2条</span><span class="p">${WORKS}</span></p>
${ITEMS.map((item, i) => `<div class="item"><p class="num"><span class="num">(${i + 1})</span>　<span class="p">${item}</span></p></div>`).join('\n')}</div></div>
<div class="eline"><p>　${CLOSING}</p></div>
<div class="eline"><p>平成29年3月30日</p></div><div class="eline"><p>甲市長　山田太郎</p></div><div class="eline"><p>乙町長　川田花子</p></div>
<div class="eline"><p class="title">別表（第2条関係）</p></div><div class="eline"><p>1　経済成長のけん引</p></div>
<div class="table_frame">${table(' class="b-on"', (text, down) => `<td rowspan="${down}"><div><p>${text}</p></div></td>`)}</div>
</div></div><div id="footer"><p>Copyright 甲市</p></div></body></html>`;

/** 古い書き方の頁。体裁のための表の中に、改行だけで組んである */
const OLD_SITE = `<HTML><HEAD><TITLE>連携協約</TITLE></HEAD><BODY bgcolor="#ffffff"><A href="index.html"><IMG src="back.gif" alt=""></A>
<TABLE border=0><TR><TD><FONT size=4><B>${TITLE}</B></FONT><BR><BR>　${PREAMBLE}<BR>
　（目的）<BR>第1条　${PURPOSE}<BR>
　（連携する取組及び役割）<BR>第2条　${WORKS}<BR>${ITEMS.map((item, i) => `　(${i + 1})　${item}<BR>`).join('')}
　${CLOSING}<BR>平成29年3月30日<BR>甲市長　山田太郎<BR>乙町長　川田花子<BR>
別表（第2条関係）<BR>1　経済成長のけん引<BR>${table(' border=1', (text, down) => `<TD rowspan=${down}>${text}`)}</TABLE></BODY></HTML>`;

const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${para(text)}</w:tc>`;
const DOCX = makeDocx(
  [
    para(TITLE, '<w:jc w:val="center"/>'), para(''), para(`　${PREAMBLE}`), para('（目的）'), numbered(1, 0, PURPOSE), para('（連携する取組及び役割）'), numbered(1, 0, WORKS), ...ITEMS.map((item) => numbered(1, 1, item)),
    para(`　${CLOSING}`), para('平成29年3月30日'), para('甲市長　山田太郎'), para('乙町長　川田花子'), para('別表（第2条関係）'), para('1　経済成長のけん引'),
    `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('取組')}${cell('内容')}${cell('役割')}</w:tr><w:tr>${cell(ROWS[0][0])}${cell(ROWS[0][1])}${cell(ROWS[0][2], '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${cell(ROWS[1][0])}${cell(ROWS[1][1])}${cell('', '<w:vMerge/>')}</w:tr></w:tbl>`,
  ].join(''),
  { numbering: '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="第%1条"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' },
);

const makeAgreementPdf = (): Promise<Uint8Array> =>
  makePdf(
    (pdf) => {
      const page = (number: number): void => {
        drawLines(pdf, ['甲市例規集'], 72, 40);
        drawLines(pdf, [String(number)], 295, 800);
      };
      page(1);
      drawLines(pdf, [TITLE], 180, 90);
      let y = drawLines(pdf, wrap(`　${PREAMBLE}`, 42), 72, 130);
      y = drawLines(pdf, ['（目的）', ...wrap(`第1条　${PURPOSE}`, 42)], 72, y + 18);
      y = drawLines(pdf, ['（連携する取組及び役割）', ...wrap(`第2条　${WORKS}`, 42), ...ITEMS.map((item, i) => `(${i + 1})　${item}`)], 72, y + 18);
      y = drawLines(pdf, wrap(`　${CLOSING}`, 42), 72, y + 18);
      y = drawLines(pdf, ['平成29年3月30日'], 72, y + 18);
      y = drawLines(pdf, ['甲市長　山田太郎'], 300, y + 18);
      drawLines(pdf, ['乙町長　川田花子'], 300, y + 18);
      pdf.addPage();
      page(2);
      y = drawLines(pdf, ['別表（第2条関係）', '1　経済成長のけん引'], 72, 90);
      drawTable(pdf, 72, y, [110, 200, 130], [[{ text: '取組' }, { text: '内容' }, { text: '役割' }], [{ text: ROWS[0][0] }, { text: ROWS[0][1] }, { text: ROWS[0][2], rowspan: 2 }], [{ text: ROWS[1][0] }, { text: ROWS[1][1] }]]);
    },
    { margin: 0 },
  );

async function readBack(bytes: Uint8Array): Promise<string> {
  const opened = await openSource(bytes);
  if (!opened.ok || opened.value.content.kind !== 'blocks') throw new Error(JSON.stringify(opened));
  return writeText(readText(opened.value.content.source).document);
}

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));

describe('同じ協約は、どの形式からも同じ本文になる', () => {
  let expected: string;
  let root: Element;
  beforeAll(async () => {
    expected = await readBack(utf8(TEXT));
    const opened = await openSource(utf8(TEXT));
    if (opened.ok && opened.value.content.kind === 'blocks') root = readText(opened.value.content.source).document.root;
  });

  it('平文から、条・号・表のそろった本文を読む（比べる元）', () => {
    expect(textOf(root)).toContain(PURPOSE);
    const tags = (element: Element): string[] => [element.tag, ...childElements(element).flatMap(tags)];
    const count = (tag: string): number => tags(root).filter((t) => t === tag).length;
    expect([count('Article'), count('Item'), count('TableRow'), count('TableHeaderRow'), count('SignatureBlock')]).toEqual([2, 3, 2, 1, 2]);
  });

  it.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['例規集の HTML', () => utf8(SITE)],
    ['古い書き方の HTML', () => utf8(OLD_SITE)],
    ['docx（自動番号と結合した欄）', () => DOCX],
    ['PDF（折返し・頁の上下・罫線の表）', makeAgreementPdf],
  ])('%s', async (_, make) => {
    expect(await readBack(await make())).toBe(expected);
  });
});
