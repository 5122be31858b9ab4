import type { Content, Element } from '../../text/element.js';
import type { Tag } from '../../text/tag.js';
import { peek, type BlockCursor, type TableKind } from './block-cursor.js';
import { readEscaped } from './block-escape.js';
import { blockLines, isRow, REMARKS_LINE } from './block-line.js';
import { readRemarks } from './read-remarks.js';
import { cutRow, isHeaderRule, readRows, type RowCell } from './table-rows.js';

/** 欄の中身が文でなく号や図の並びであることを言う印。中の行は ↵ で区切る。 */
export const CELL_BLOCK = '〔内訳〕';

/** 続く表の行を読む。「｜---｜」より上は見出しの行。 */
export function readTableRows(cursor: BlockCursor): Element[] {
  const first = peek(cursor)!;
  const cut: string[][] = [];
  let headers = 0;
  for (let line = peek(cursor); line && isRow(line.text) && line.indent === first.indent; line = peek(cursor)) {
    const cells = cutRow(line.text);
    cursor.at += 1;
    if (isHeaderRule(cells)) headers = cut.length;
    else cut.push(cells);
  }
  return readRows(cut).map((cells, r) => {
    const header = r < headers;
    return cursor.make.element(header ? 'TableHeaderRow' : 'TableRow', {}, cells.map((cell) => readCell(cursor, header ? 'TableHeaderColumn' : 'TableColumn', cell)));
  });
}

function readCell(cursor: BlockCursor, tag: Tag, { content, rowspan, colspan }: RowCell): Element {
  const attr = { ...(rowspan === '1' ? {} : { rowspan }), ...(colspan === '1' ? {} : { colspan }) };
  const made = content.startsWith(CELL_BLOCK)
    ? cursor.make.element(tag, {}, cursor.nested(blockLines(readEscaped(content.slice(CELL_BLOCK.length)).split('↵')), tag, 0))
    : cursor.make.run(tag, readEscaped(content));
  return { ...made, attr: { ...made.attr, ...attr } };
}

/** 表とその備考。並びを持つ要素に応じて、TableStruct・Table・行・欄のどれかにする。 */
export function readTable(cursor: BlockCursor, wanted: TableKind): readonly Content[] {
  const { indent } = peek(cursor)!;
  const rows = readTableRows(cursor);
  if (wanted === 'TableRow') return rows;
  if (wanted === 'TableColumn') return rows.flatMap((row) => row.children);
  const table = cursor.make.element('Table', {}, rows);
  if (wanted === 'Table') return [table];
  const children = [table, ...readOwnRemarks(cursor, indent)];
  return [cursor.make.element('TableStruct', {}, children)];
}

/** 表の備考は表より一字深い。条や項の中では、ほかに備考を持つものがないので桁を問わない。 */
function readOwnRemarks(cursor: BlockCursor, indent: number): Element[] {
  const found: Element[] = [];
  for (let line = peek(cursor); line && REMARKS_LINE.test(line.text) && (line.indent > indent || cursor.kind === 'body'); line = peek(cursor)) found.push(readRemarks(cursor));
  return found;
}
