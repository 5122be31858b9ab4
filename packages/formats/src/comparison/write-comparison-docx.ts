import type { ComparisonWords } from '@renkei/app';
import type { Comparison, ComparisonCell, ComparisonLine, ComparisonSpan } from '@renkei/core';
import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, PageOrientation, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, UnderlineType, WidthType } from 'docx';
import { FONT_TABLE, MINCHO } from './font-table.js';

/** 長さは twip（1/20 ポイント）。A4 縦、余白 20 mm。 */
const A4 = { width: 11906, height: 16838 };
const MARGIN = 1134;
const COLUMN = Math.floor((A4.width - MARGIN * 2) / 2);
/** 10.5 ポイントの一字 */
const EM = 210;
const FONT = { ascii: MINCHO, hAnsi: MINCHO, eastAsia: MINCHO, cs: MINCHO };
const LANGUAGE = { value: 'ja-JP', eastAsia: 'ja-JP' };

/** 新旧対照表の Word 文書（A4）。変わった所に下線を引く。 */
export async function writeComparisonDocx(comparison: Comparison, words: ComparisonWords): Promise<Uint8Array> {
  const { left, newTitle, oldTitle } = comparison;
  const titles = left === 'new' ? [newTitle, oldTitle] : [oldTitle, newTitle];
  const head = new TableRow({ tableHeader: true, children: titles.map((title) => outerCell([new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(title)] })])) });
  const rows = comparison.rows.map((row) => {
    const news = outerCell(side(row.new, words.removed, comparison));
    const olds = outerCell(side(row.old, words.added, comparison));
    return new TableRow({ children: left === 'new' ? [news, olds] : [olds, news] });
  });
  const document = new Document({
    title: words.heading,
    creator: 'Renkei',
    styles: {
      default: {
        document: { run: { font: FONT, size: 21, language: LANGUAGE } },
        heading1: { run: { size: 24 }, paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 200 } } },
      },
    },
    sections: [{
      properties: { page: { size: { ...A4, orientation: PageOrientation.PORTRAIT }, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })] })] }) },
      children: [
        new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(words.heading)] }),
        ...(words.note === undefined ? [] : [new Paragraph({ spacing: { after: 120 }, children: [new TextRun(words.note)] })]),
        ...(rows.length === 0
          ? [new Paragraph(words.unchanged)]
          : [new Table({ width: { size: COLUMN * 2, type: WidthType.DXA }, columnWidths: [COLUMN, COLUMN], layout: TableLayoutType.FIXED, rows: [head, ...rows] }), new Paragraph({ spacing: { before: 120 }, children: [new TextRun(words.legend)] })]),
      ],
    }],
  });
  return new Uint8Array(await Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: FONT_TABLE }]));
}

const outerCell = (children: readonly (Paragraph | Table)[]): TableCell =>
  new TableCell({ width: { size: COLUMN, type: WidthType.DXA }, margins: { top: 40, bottom: 40, left: 100, right: 100 }, children: [...children] });

/** 片側の中身。表で終わる欄には、Word の決まりにより空の段落を足す。 */
function side(lines: readonly ComparisonLine[] | null, absent: string, { emptySide }: Comparison): (Paragraph | Table)[] {
  if (lines === null) return [new Paragraph(emptySide === 'words' ? absent : '')];
  const blocks: (Paragraph | Table)[] = [];
  let rows: (readonly ComparisonCell[])[] = [];
  const flush = (): void => {
    if (rows.length > 0) blocks.push(innerTable(rows));
    rows = [];
  };
  for (const line of lines) {
    if (line.cells) rows.push(line.cells);
    else {
      flush();
      blocks.push(new Paragraph({ indent: { left: line.indent * EM }, children: runs(line.spans) }));
    }
  }
  flush();
  return blocks.at(-1) instanceof Paragraph ? blocks : [...blocks, new Paragraph('')];
}

function innerTable(rows: readonly (readonly ComparisonCell[])[]): Table {
  return new Table({
    width: { size: COLUMN - 240, type: WidthType.DXA },
    rows: rows.map((cells) => new TableRow({
      children: cells.map((cell) => new TableCell({
        ...(cell.rowspan === undefined ? {} : { rowSpan: cell.rowspan }),
        ...(cell.colspan === undefined ? {} : { columnSpan: cell.colspan }),
        children: [new Paragraph({ children: runs(cell.spans) })],
      })),
    })),
  });
}

const runs = (spans: readonly ComparisonSpan[]): TextRun[] =>
  spans.flatMap(({ text, changed }) => text.split('\n').map((part, i) => new TextRun({ text: part, ...(i > 0 ? { break: 1 } : {}), ...(changed ? { underline: { type: UnderlineType.SINGLE } } : {}) })));
