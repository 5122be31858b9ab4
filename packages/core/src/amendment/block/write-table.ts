import { isElement, type Content, type Element } from '../../text/element.js';
import { isRun, writeRun } from '../run.js';
import { writeEscaped, writeEscapedCell, writeStructuredCell } from './block-escape.js';
import { INDENT } from './block-line.js';
import { CELL_BLOCK } from './read-table.js';
import { isPlainTitle } from './read-table-title.js';
import { headerRule, writeRows, type RowCell } from './table-rows.js';
import type { BlockWriter } from './block-writer.js';

/** 表・行・欄の印字。TableStruct は表と備考だけのもの。 */
export function writeTableLines(element: Element, writer: BlockWriter, indent: number): string[] | undefined {
  if (element.tag === 'TableColumn') return writeRowLines([{ ...element, tag: 'TableRow', children: [element] }], writer, indent);
  if (element.tag === 'TableRow') return writeRowLines([element], writer, indent);
  if (element.tag === 'TableHeaderRow') return writeRowLines([element], writer, indent);
  if (element.tag === 'Table') return onlyElements(element.children, (rows) => writeRowLines(rows, writer, indent));
  const titled = titleLine(element.children[0], writer, indent);
  const [table, ...remarks] = titled ? element.children.slice(1) : element.children;
  if (table === undefined || !isElement(table) || table.tag !== 'Table' || table.children.length === 0) return undefined;
  const own = writeTableLines(table, writer, indent);
  if (own === undefined) return undefined;
  const lines = [...(titled ?? []), ...own];
  for (const child of remarks) {
    const own = isElement(child) && child.tag === 'Remarks' ? writer.natural(child, { ...writer, base: indent + 1 }) : undefined;
    if (own === undefined) return undefined;
    for (const l of own) lines.push(l);
  }
  return lines;
}

/** 別表の中の、括弧書きだけの表の名（単位：円）。 */
function titleLine(title: Content | undefined, { kind }: BlockWriter, indent: number): string[] | undefined {
  if (kind !== 'appendix' || title === undefined || !isElement(title) || title.tag !== 'TableStructTitle' || !isRun(title)) return undefined;
  const text = writeEscaped(writeRun(title));
  return isPlainTitle(text) ? [INDENT.repeat(indent) + text] : undefined;
}

function onlyElements(children: readonly Content[], write: (elements: readonly Element[]) => string[] | undefined): string[] | undefined {
  const elements = children.filter(isElement);
  return elements.length === children.length ? write(elements) : undefined;
}

/** 並んだ行。見出しの行は初めにだけあるものとする。 */
export function writeRowLines(rows: readonly Element[], writer: BlockWriter, indent: number): string[] | undefined {
  const headers = rows.findIndex((row) => row.tag !== 'TableHeaderRow');
  const headerRows = headers < 0 ? rows.length : headers;
  const cells: RowCell[][] = [];
  for (const [r, row] of rows.entries()) {
    if (row.tag !== (r < headerRows ? 'TableHeaderRow' : 'TableRow')) return undefined;
    const own: RowCell[] = [];
    for (const cell of row.children) {
      if (!isElement(cell) || cell.tag !== (r < headerRows ? 'TableHeaderColumn' : 'TableColumn')) return undefined;
      own.push({ content: cellText(cell, writer), rowspan: cell.attr['rowspan'] ?? '1', colspan: cell.attr['colspan'] ?? '1' });
    }
    if (own.length === 0) return undefined;
    cells.push(own);
  }
  const lines = writeRows(cells).map((text) => INDENT.repeat(indent) + text);
  if (headerRows > 0) lines.splice(headerRows, 0, INDENT.repeat(indent) + headerRule(cells[0]!.length));
  return lines;
}

function cellText(cell: Element, writer: BlockWriter): string {
  if (isRun(cell)) return writeEscapedCell(writeRun(cell));
  const lines = writer.nested(cell.children, cell.tag, 0);
  return CELL_BLOCK + writeStructuredCell(lines);
}
