import { ownCells, tableGrid, type Cell, type Grid } from './table-grid.js';
import type { Element } from '../../text/element.js';

/**
 * 表の行・欄の呼び名。改め文の「〇〇の部」「〇〇の項」「〇〇の欄」が、表のどこを指すか。
 *
 * - 項（行）は、左端の欄の印字で呼ぶ。欄が標目で始まれば標目（ア　経済戦略… → アの項、一　新規登録… → 一の項）。
 *   法令名は、番号の括弧を省いても呼べる（地方税法施行規則の項）。
 * - 左端の欄が何行にもわたるときは、その全体を部とも項とも呼び、その中の行は次の欄で呼ぶ（経費の部人件費の項）。
 * - 左端の欄が空なら、次の欄で呼ぶ。空の欄は上の行の続きなので、上の行の名を部として絞ってもよい。
 * - 欄（列）は見出しの印字で呼ぶ。見出しが無ければ上欄・下欄（左欄・右欄）、上欄・中欄・下欄、第一欄・第二欄…。
 */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** 呼び名に当たるものが一つでないときは、その数（無ければ 0）。 */
export type Named<T> = { readonly found: T } | { readonly count: number };

/** 欄の頭の標目。後に空白があるか、標目だけの欄 */
const LABEL = /^([ア-ンイロハa-zａ-ｚA-ZＡ-Ｚ]|[（(][^（()）]{1,4}[)）]|[0-9０-９]+|[〇一二三四五六七八九十百千]+|[①-⑳⑴-⒇])((?:の[0-9０-９〇一二三四五六七八九十百]+)*)(?:[　 ]+|$)/;

export function labelOfCell(text: string): string | undefined {
  const m = LABEL.exec(text);
  return m ? m[1]! + m[2]! : undefined;
}

/** 呼び名の、標目より後の括弧書き（法令番号）を除いたもの */
const withoutNumber = (text: string): string => text.replace(/（[^（）]*(?:第[^（）]*号|法律|政令|省令|条例|規則)[^（）]*）$/, '');

interface NamedRows extends RowRange {
  readonly name: string;
  /** 標目だけの名・法令番号を省いた名 */
  readonly label: string | undefined;
  readonly bare: string;
  /** 左から何段目の呼び名か。0 が左端 */
  readonly depth: number;
}

/** 表の呼び名の索引。表が変わるたびに作り直す。 */
export interface TableNames {
  readonly grid: Grid;
  readonly names: readonly NamedRows[];
  /** 左端の欄が及ぶ行。何行にもわたる欄、下に空の欄の続く欄、幅いっぱいの小見出し */
  readonly parts: readonly NamedRows[];
}

export function tableNames(table: Element): TableNames {
  const grid = tableGrid(table);
  const names: NamedRows[] = [];
  for (let row = grid.headers; row < grid.rows.length; row += 1) {
    let depth = depthAbove(grid, row);
    for (const cell of ownCells(grid, row)) {
      if (cell.column !== 0 && depth === 0) break;
      const blank = isBlank(cell.text);
      if (!blank) names.push({ ...named(cell.text), from: row, to: row + cell.rowspan, depth });
      depth += 1;
      if (cell.rowspan === 1 && !blank) break;
    }
  }
  return { grid, names, parts: partsOf(grid, names) };
}

const isBlank = (text: string): boolean => /^[\s　]*$/.test(text);
/** 呼び名には、ルビの読みを書かない */
const withoutRuby = (text: string): string => text.replace(/｜([^｜《》]+)《[^《》]*》/g, '$1');

function named(text: string) {
  const name = withoutRuby(text);
  return { name, label: labelOfCell(name), bare: withoutNumber(name) };
}

function partsOf(grid: Grid, names: readonly NamedRows[]): NamedRows[] {
  const titles: number[] = [];
  for (let row = grid.headers; row < grid.rows.length; row += 1) if (isTitleRow(grid, row)) titles.push(row);
  let title = 0;
  return names.filter((n) => n.depth === 0).map((n): NamedRows => {
    while (title < titles.length && titles[title]! <= n.from) title += 1;
    if (isTitleRow(grid, n.from)) return { ...n, to: titles[title] ?? grid.rows.length };
    let to = n.to;
    while (to < grid.rows.length && continuesBlank(grid, to)) to += 1;
    return { ...n, to };
  });
}

/** 左端の欄が空で、上の行の続きとみる行 */
function continuesBlank(grid: Grid, row: number): boolean {
  const cell = grid.rows[row]!.cells[0];
  return grid.width > 1 && cell !== undefined && cell.row === row && isBlank(cell.text);
}

/** 上の行から続く、左端の欄の数 */
function depthAbove(grid: Grid, row: number): number {
  const seen = new Set<Cell>();
  for (const cell of grid.rows[row]!.cells) {
    if (cell === undefined || cell.row === row) break;
    seen.add(cell);
  }
  return seen.size;
}

/** 「〇〇の項」の行。part は「〇〇の部」で絞った行。 */
export function rowsNamed({ names }: TableNames, name: string, part?: RowRange): Named<RowRange> {
  const within = part === undefined ? names : names.filter((n) => n.from >= part.from && n.to <= part.to && !(n.depth === 0 && n.from === part.from && n.to === part.to && n.to - n.from > 1));
  return pick(within, name);
}

/** 「〇〇の部」の行。 */
export function partNamed({ parts }: TableNames, name: string): Named<RowRange> {
  return pick(parts, name);
}

const isTitleRow = (grid: Grid, row: number): boolean => grid.width > 1 && grid.rows[row]!.cells[0]?.colspan === grid.width;

function pick(names: readonly NamedRows[], name: string): Named<RowRange> {
  const ways: ((n: NamedRows) => boolean)[] = [
    (n) => n.name === name,
    (n) => n.label === name,
    (n) => n.bare === name,
  ];
  for (const way of ways) {
    const hits = names.filter(way);
    if (hits.length === 0) continue;
    const outer = Math.min(...hits.map((n) => n.depth));
    const [first, ...others] = hits.filter((n) => n.depth === outer);
    return others.length === 0 ? { found: { from: first!.from, to: first!.to } } : { count: others.length + 1 };
  }
  return { count: 0 };
}

export interface ColumnRange {
  readonly from: number;
  readonly to: number;
}

const POSITIONS: Readonly<Record<number, readonly (readonly string[])[]>> = {
  2: [['上欄', '下欄'], ['左欄', '右欄']],
  3: [['上欄', '中欄', '下欄'], ['左欄', '中欄', '右欄']],
};
const ORDINALS = '一二三四五六七八九';

/** 「〇〇の欄」「上欄」の列。 */
export function columnsNamed({ grid }: TableNames, name: string): Named<ColumnRange> {
  const headers = grid.rows.slice(0, Math.max(grid.headers, 1));
  const found: ColumnRange[] = [];
  headers.forEach((header, row) => {
    header.cells.forEach((cell, column) => {
      if (cell === undefined || cell.row !== row || cell.column !== column || cell.text !== name || cell.colspan === grid.width) return;
      let to = column + cell.colspan;
      // 名の無い見出しの欄は、左の見出しに掛かる（「取組」は名称と内容の二つの欄に掛かる）
      while (header.cells[to] !== undefined && header.cells[to]!.text.trim() === '') to += 1;
      found.push({ from: column, to });
    });
  });
  if (found.length > 0) return found.length === 1 ? { found: found[0]! } : { count: found.length };
  const bare = name.endsWith('欄') ? name : `${name}欄`;
  for (const names of POSITIONS[grid.width] ?? []) {
    const at = names.indexOf(bare);
    if (at >= 0) return { found: { from: at, to: at + 1 } };
  }
  const ordinal = /^第([一二三四五六七八九1-9１-９])欄$/.exec(bare)?.[1];
  const at = ordinal === undefined ? -1 : Math.max(ORDINALS.indexOf(ordinal), '123456789'.indexOf(ordinal), '１２３４５６７８９'.indexOf(ordinal));
  return at >= 0 && at < grid.width ? { found: { from: at, to: at + 1 } } : { count: 0 };
}

/** 行と列で絞った欄。行の外や列の外へ続く欄は含めない。列だけで絞るときは見出し行を除く。 */
export function cellsWithin({ grid }: TableNames, rows?: RowRange, columns?: ColumnRange): Element[] {
  const cells: Element[] = [];
  const from = rows?.from ?? (columns ? (grid.headers > 0 ? grid.headers : 0) : 0);
  const to = rows?.to ?? grid.rows.length;
  for (let row = from; row < to; row += 1) {
    for (const cell of ownCells(grid, row)) {
      if (cell.row + cell.rowspan > to) continue;
      if (columns && (cell.column < columns.from || cell.column + cell.colspan > columns.to)) continue;
      cells.push(cell.element);
    }
  }
  return cells;
}

/** 行の呼び名を変えたときの、左端の欄の印字（「オ　その他」のオをカに）。標目でない呼び名は、欄の全体を変える。 */
export function renamedCell(text: string, name: string, to: string): string {
  return labelOfCell(text) === name ? to + text.slice(name.length) : to;
}
