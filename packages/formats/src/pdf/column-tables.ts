import type { CellInit } from '@renkei/core';
import { cellText } from './cell-text.js';
import type { FlowTable } from './flow.js';
import type { PageLine } from './page-lines.js';
import { startsStructure } from './structural-start.js';
import type { TextItem } from './text-layer.js';

/** 罫線のない表。lines は表になった行 */
export interface ColumnTable {
  readonly table: FlowTable;
  readonly lines: ReadonlySet<PageLine>;
}

/** 行の中で、空きを置かずに続く文字のまとまり */
interface Piece {
  readonly x: number;
  readonly right: number;
  readonly items: readonly TextItem[];
}

interface Row {
  readonly cells: TextItem[][];
}

/**
 * 罫線のない表を、見出しの行（取組・内容・役割など）と、その下に通る縦の空きから見分ける。
 * 位置だけから推すので、見出しの語があり、空きが途切れず通るところだけを表とみる。
 */
export function columnTables(lines: readonly PageLine[], page: number): ColumnTable[] {
  const tables: ColumnTable[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (!isHeader(lines[at]!)) continue;
    const found = tableFrom(lines, at, page);
    if (found === undefined) continue;
    tables.push(found);
    at += found.lines.size - 1;
  }
  return tables;
}

const HEADER_CELL = /^(取組|取り組み|連携する取組|内容|.{0,8}の?役割(分担)?|区分|項目|分野|政策分野|事業|備考|負担)(の?(内容|名称|名|区分))?$/;

function isHeader(line: PageLine): boolean {
  const pieces = piecesOf(line);
  return pieces.length >= 2 && pieces.every((piece) => textOf(piece).length <= 14) && pieces.some((piece) => HEADER_CELL.test(textOf(piece)));
}

function tableFrom(lines: readonly PageLine[], header: number, page: number): ColumnTable | undefined {
  const body = bodyLines(lines, header);
  const spans = columnSpans(body.flatMap(piecesOf));
  if (body.length === 0 || spans.length < 2) return undefined;
  const rows = rowsOf(body, spans);
  if (!rows.some((row) => row.cells.filter((cell) => cell.length > 0).length >= 2)) return undefined;
  const rights = spans.map((_, c) => rows.reduce((right, row) => Math.max(right, rightOf(row.cells[c]!)), 0));
  const head = spans.map((): CellInit => ({ text: '' }));
  for (const piece of piecesOf(lines[header]!)) head[columnOf(piece, spans)] = { text: textOf(piece) };
  const taken = [lines[header]!, ...body];
  return {
    lines: new Set(taken),
    table: {
      kind: 'table',
      page,
      ruled: false,
      top: taken[0]!.y,
      bottom: taken.at(-1)!.y,
      xs: spans.map((span) => span.from),
      rows: [head, ...rows.map((row) => row.cells.map((cell, c): CellInit => ({ text: cellText(cell, rights[c]!) })))],
    },
  };
}

/** 見出しの下で、縦の空きを塞がない行。条や別表、広い空きで終わる。 */
function bodyLines(lines: readonly PageLine[], header: number): PageLine[] {
  const body: PageLine[] = [];
  const pieces: Piece[] = [];
  let columns = 0;
  for (let i = header + 1; i < lines.length && body.length < MOST_LINES; i += 1) {
    const line = lines[i]!;
    const own = piecesOf(line);
    const text = line.text;
    if (/^(第[0-9０-９一二三四五六七八九十百]+条|別\s*表|附\s*則|[（(][^（()）]+[）)]$)/.test(text) || line.y - lines[i - 1]!.y > line.size * 4 || isHeader(line)) break;
    const after = columnSpans([...pieces, ...own]).length;
    if (body.length > 0 && after < columns) break;
    if (own.length === 1 && body.length > 0 && startsStructure(text) && !sameLabelKind(text, body[0]!.text)) break;
    columns = Math.max(after, body.length === 0 ? after : columns);
    if (columns < 2) break;
    body.push(line);
    pieces.push(...own);
  }
  return body;
}

/** 標目の種類（数字・括弧の数字・片仮名）が同じか */
const labelKind = (text: string): string => (/^[0-9０-９]/.test(text) ? 'number' : /^[（(][0-9０-９]/.test(text) ? 'paren' : /^[ァ-ヶ][\s　]/.test(text) ? 'kana' : 'other');
const sameLabelKind = (a: string, b: string): boolean => labelKind(a) === labelKind(b);

/** どの行の文字も掛からない縦の空きで分けた、列の幅 */
function columnSpans(pieces: readonly Piece[]): { readonly from: number; readonly to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (const { x, right } of pieces.toSorted((a, b) => a.x - b.x)) {
    const last = spans.at(-1);
    if (last && x < last.to + GUTTER) last.to = Math.max(last.to, right);
    else spans.push({ from: x, to: right });
  }
  return spans;
}

/** 一頁の表の行の数 */
const MOST_LINES = 300;

/** 列の間とみる空き（ポイント）。文字一つ分に近い */
const GUTTER = 7;

/** 見出しは列の中央に置かれることがあるので、いちばん近い列に入れる。 */
function columnOf(piece: Piece, spans: readonly { readonly from: number; readonly to: number }[]): number {
  const middle = (piece.x + piece.right) / 2;
  const distance = (c: number): number => Math.max(0, spans[c]!.from - middle, middle - spans[c]!.to);
  return spans.reduce((best, _, c) => (distance(c) < distance(best) ? c : best), 0);
}

/** 標目で始まる行、または一列目に折返しでない文字のある行から、新しい行が始まる。 */
function rowsOf(body: readonly PageLine[], spans: readonly { readonly from: number; readonly to: number }[]): Row[] {
  const rows: Row[] = [];
  for (const line of body) {
    const pieces = piecesOf(line);
    const first = pieces.find((piece) => columnOf(piece, spans) === 0);
    const previous = rows.at(-1);
    const folded = previous !== undefined && previous.cells[0]!.length > 0 && rightOf(previous.cells[0]!) >= spans[0]!.to - line.size * 2.2;
    const starts = first !== undefined && (startsStructure(`${first.items.map((item) => item.text).join('').trim()} `) || !folded);
    const row = previous === undefined || starts ? { cells: spans.map((): TextItem[] => []) } : previous;
    if (row !== previous) rows.push(row);
    for (const piece of pieces) row.cells[columnOf(piece, spans)]!.push(...piece.items);
  }
  return rows;
}

function piecesOf(line: PageLine): Piece[] {
  const pieces: { x: number; right: number; items: TextItem[] }[] = [];
  for (const item of line.items) {
    const last = pieces.at(-1);
    if (last && item.x - last.right < item.size * 1.2) {
      last.items.push(item);
      last.right = Math.max(last.right, item.x + item.width);
    } else pieces.push({ x: item.x, right: item.x + item.width, items: [item] });
  }
  return pieces;
}

const rightOf = (items: readonly TextItem[]): number => items.reduce((right, item) => Math.max(right, item.x + item.width), 0);
const textOf = (piece: Piece): string => piece.items.map((item) => item.text).join('').replace(/[\s　]+/g, '');
