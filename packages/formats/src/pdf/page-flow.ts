import type { CellInit } from '@renkei/core';
import { cellText } from './cell-text.js';
import { columnTables } from './column-tables.js';
import type { FlowBlock, FlowTable } from './flow.js';
import { pageLines } from './page-lines.js';
import { ruledTables, type GridCell, type RuledTable } from './ruled-tables.js';
import type { PdfPage, TextItem } from './text-layer.js';

/** 一頁を、表と表でない行に分けて上から並べる。文字が一つの欄にしかない枠は表とみない。 */
export function pageFlow(page: PdfPage, number: number): FlowBlock[] {
  let rest: readonly TextItem[] = page.items;
  const tables: FlowTable[] = [];
  for (const grid of ruledTables(page.rules)) {
    const inside = rest.filter((item) => isInside(item, grid));
    const table = fillTable(grid, inside, number);
    if (table === undefined) continue;
    tables.push(table);
    const taken = new Set(inside);
    rest = rest.filter((item) => !taken.has(item));
  }
  const plain = pageLines(rest);
  const columns = columnTables(plain, number);
  tables.push(...columns.map(({ table }) => table));
  const inTable = new Set(columns.flatMap(({ lines }) => [...lines]));
  const lines: FlowBlock[] = plain.filter((line) => !inTable.has(line)).map((line) => ({ kind: 'line', page: number, line }));
  return [...lines, ...tables].toSorted((a, b) => topOf(a) - topOf(b));
}

const topOf = (block: FlowBlock): number => (block.kind === 'line' ? block.line.y : block.top);
const centreOf = (item: TextItem): { x: number; y: number } => ({ x: item.x + item.width / 2, y: item.y - item.size * 0.35 });

function isInside(item: TextItem, { xs, ys }: RuledTable): boolean {
  const { x, y } = centreOf(item);
  return x >= xs[0]! && x <= xs.at(-1)! && y >= ys[0]! && y <= ys.at(-1)!;
}

function fillTable(grid: RuledTable, items: readonly TextItem[], page: number): FlowTable | undefined {
  const { xs, ys, cells } = grid;
  const columns = xs.length - 1;
  const owner = new Map<number, number>();
  cells.forEach((cell, i) => {
    for (let r = cell.row; r < cell.row + cell.rowspan; r += 1) for (let c = cell.column; c < cell.column + cell.colspan; c += 1) owner.set(r * columns + c, i);
  });
  const contents: TextItem[][] = cells.map(() => []);
  for (const item of items) {
    if (item.text.trim() === '') continue;
    const { x, y } = centreOf(item);
    contents[owner.get(slot(ys, y) * columns + slot(xs, x))!]!.push(item);
  }
  if (contents.filter((content) => content.length > 0).length < 2) return undefined;
  /** 同じ列の欄で、文字がいちばん右に達したところ */
  const rights = new Map<string, number>();
  cells.forEach((cell, i) => {
    const right = contents[i]!.reduce((most, item) => Math.max(most, item.x + item.width), rights.get(columnKey(cell)) ?? 0);
    rights.set(columnKey(cell), right);
  });
  const rows: CellInit[][] = Array.from({ length: ys.length - 1 }, () => []);
  cells.forEach((cell, i) => rows[cell.row]!.push({ text: cellText(contents[i]!, rights.get(columnKey(cell))!), rowspan: cell.rowspan, colspan: cell.colspan }));
  return { kind: 'table', page, ruled: true, top: ys[0]!, bottom: ys.at(-1)!, xs, rows: rows.filter((row) => row.length > 0) };
}

const columnKey = (cell: GridCell): string => `${cell.column}+${cell.colspan}`;

/** 位置が何番目の升にあるか */
function slot(edges: readonly number[], at: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
