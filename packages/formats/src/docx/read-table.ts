import type { CellInit } from '@renkei/core';
import { COLUMN_SPAN } from '../limits.js';
import { isOn, isXmlNode, nodeOf, valOf, type XmlNode } from './xml-part.js';

/** 表の一行。欄の文字は readCell が読む。 */
export interface DocxRow {
  readonly cells: readonly CellInit[];
}

/**
 * 表を行に直す。縦の結合（vMerge）は、始まりの欄の rowspan に数え、続きの欄は置かない。
 * 続きの欄に隠れている文字は hidden に渡す。
 */
export function readTable(table: XmlNode, readCell: (cell: XmlNode) => string, hidden: (text: string) => void): DocxRow[] {
  const rows: { cells: { text: string; rowspan: number; colspan: number; header: boolean }[] }[] = [];
  /** 列の位置 → 上から続く欄 */
  const open = new Map<number, { rowspan: number; colspan: number }>();
  for (const row of unwrap(table, 'w:tr')) {
    const properties = nodeOf(row, 'w:trPr');
    const header = isOn(properties, 'w:tblHeader');
    const cells: (typeof rows)[number]['cells'] = [];
    let column = Math.min(Number(valOf(properties, 'w:gridBefore') ?? 0) || 0, COLUMN_SPAN);
    if (column > 0) cells.push({ text: '', rowspan: 1, colspan: column, header });
    for (const cell of unwrap(row, 'w:tc')) {
      const cellProperties = nodeOf(cell, 'w:tcPr');
      const colspan = Math.max(1, Math.min(Number(valOf(cellProperties, 'w:gridSpan') ?? 1) || 1, COLUMN_SPAN));
      const merge = nodeOf(cellProperties, 'w:vMerge');
      const text = readCell(cell);
      const above = open.get(column);
      if (merge !== undefined && merge.attr['w:val'] !== 'restart' && above?.colspan === colspan) {
        above.rowspan += 1;
        if (text !== '') hidden(text);
      } else {
        const own = { text, rowspan: 1, colspan, header };
        cells.push(own);
        if (merge !== undefined) open.set(column, own);
        else open.delete(column);
      }
      column += colspan;
    }
    rows.push({ cells });
  }
  return rows.map(({ cells }) => ({ cells }));
}

/** 行・欄は sdt や customXml・変更履歴に包まれることがある。 */
export function unwrap(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter(isXmlNode).flatMap((child) => (child.name === name ? [child] : WRAPPERS.has(child.name) ? unwrap(child, name) : []));
}

export const WRAPPERS: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo']);
/** 表が一つの欄だけなら、囲み枠であって表ではない。 */
export const isFrame = (table: XmlNode): boolean => unwrap(table, 'w:tr').flatMap((row) => unwrap(row, 'w:tc')).length <= 1;
/** 欄の段落と、欄の中の表 */
export const cellBlocks = (cell: XmlNode): XmlNode[] => cell.children.filter(isXmlNode).flatMap((child) => (WRAPPERS.has(child.name) ? cellBlocks(child) : [child])).filter((child) => child.name === 'w:p' || child.name === 'w:tbl');
export const rowCount = (table: XmlNode): { rows: number; columns: number } => ({
  rows: unwrap(table, 'w:tr').length,
  columns: unwrap(table, 'w:tr').reduce((most, row) => Math.max(most, unwrap(row, 'w:tc').length), 0),
});
