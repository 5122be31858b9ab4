import { childElements, childrenOf, type Element } from '../element.js';
import type { SourceCell, SourceRow } from '../source.js';
import { draft, type Draft } from './draft.js';
import { articleLine, isRule, labelledLine } from './line-kind.js';
import type { ReaderContext } from './reader-context.js';
import { readInline, writeInline } from './sentence.js';
import { closeSpacedCharacters } from './spaced-characters.js';
import { EMPTY, sliceTraced, spansOf, traced, trimTraced, type TracedText } from './traced-text.js';

/**
 * 表の読みと書き。
 *
 * 用語:
 * - 升 slot : 行×列の一つの位置。結合したセルは複数の升が同じ Cell を指す
 * - 欠け    : 行の欄が見出しより少ないこと（undefined の升）。結合が失われた跡かもしれない
 *
 * 平文では、欄はタブ、上のセルへの結合は ↑、左は ←、見出し行の終わりは --- の行で表す。
 */
export interface Cell {
  text: TracedText;
  /** 元の形式が見出し（th）と言ったもの */
  header: boolean;
  inferred: boolean;
}

export interface TableRowDraft {
  slots: (Cell | undefined)[];
  readonly line: number;
  readonly node: Draft;
}

/** 読み終えるまで升のまま持つ表。ほかの表と見比べて直した後に emitTable で木へ移す。 */
export interface TableDraft {
  readonly node: Draft;
  header: TableRowDraft[];
  body: TableRowDraft[];
  /** 人が読む場所（「別表3(1)」） */
  readonly place: string;
}

export const UP = '↑';
export const LEFT = '←';
const HEADER_WORD = /(取組|取り組み|役割|内容|項目|区分|分野|事業|名称|備考|連携|施策|負担|期間|担当)/;

export const cellText = (cell: Cell | undefined): string => cell?.text.text ?? '';
export const hasText = (cell: Cell | undefined): boolean => cellText(cell) !== '';

/** 表の行の並びを升に直し、見出し行と本体に分ける。 */
export function readTable(rows: readonly SourceRow[], place: string, context: ReaderContext): TableDraft {
  const table: TableDraft = { node: draft('TableStruct'), header: [], body: [], place };
  const grid: TableRowDraft[] = [];
  const pending: PendingSpan[] = [];
  let ruleAt: number | undefined;
  for (const row of rows) {
    markPipes(row, context);
    if (isRuleRow(row)) {
      if (ruleAt === undefined && grid.length <= 3 && !grid.some(looksLikeData)) {
        ruleAt = grid.length;
        context.mark('rule', { start: row.start, end: row.end });
      } else reportStrayRule(row, context);
    } else grid.push({ slots: fillSlots(row.cells, grid.at(-1), pending, context), line: row.line, node: draft('TableRow') });
  }
  const headerCount = ruleAt ?? grid.findIndex((row, i) => !(i < 2 && (isHeaderRow(row) || (i === 1 && isSubHeaderRow(grid[0]!, row)))));
  const split = headerCount < 0 ? grid.length : headerCount;
  table.header = grid.slice(0, split);
  table.body = grid.slice(split);
  return table;
}

const isRuleRow = (row: SourceRow): boolean => {
  const filled = row.cells.filter((c) => c.text !== '');
  return filled.length > 0 && filled.every((c) => isRule(c.text));
};

/** 見出しの語を持ち、文でなく、標目で始まらない行。th だけの行は見出し。 */
function isHeaderRow(row: TableRowDraft): boolean {
  const cells = row.slots.filter((c) => c !== undefined);
  const filled = cells.filter(hasText);
  if (filled.length === 0) return false;
  if (filled.every((c) => c.header)) return true;
  return filled.some((c) => HEADER_WORD.test(cellText(c))) && filled.every((c) => cellText(c).length <= 24 && !/。/.test(cellText(c)) && !labelledLine(cellText(c)));
}

/** 「役割分担」の下に「甲｜乙」と分けた二段目の見出し。 */
function isSubHeaderRow(above: TableRowDraft, row: TableRowDraft): boolean {
  const filled = row.slots.filter((c) => hasText(c) && !above.slots.includes(c));
  return (
    isHeaderRow(above) &&
    above.slots.some((c) => /役割/.test(cellText(c))) &&
    (!hasText(row.slots[0]) || above.slots[0] === row.slots[0]) &&
    filled.length > 0 &&
    filled.every((c) => cellText(c).length <= 8 && !/。/.test(cellText(c)) && !labelledLine(cellText(c)))
  );
}

const looksLikeData = (row: TableRowDraft): boolean => row.slots.some((c) => cellText(c).endsWith('。')) || labelledLine(cellText(row.slots[0])) !== undefined;

/** rowspan で下の行へ続くセル（列ごと） */
interface PendingSpan {
  readonly cell: Cell;
  left: number;
}

function fillSlots(cells: readonly SourceCell[], above: TableRowDraft | undefined, pending: PendingSpan[], context: ReaderContext): (Cell | undefined)[] {
  const slots: (Cell | undefined)[] = [];
  let column = 0;
  const takeSpans = (): void => {
    while (pending[column] && pending[column]!.left > 0) {
      slots[column] = pending[column]!.cell;
      pending[column]!.left -= 1;
      column += 1;
    }
  };
  for (const source of cells) {
    takeSpans();
    const up = above?.slots[column];
    const merged = source.text === UP ? up : source.text === LEFT && column > 0 ? slots[column - 1] : undefined;
    if (merged) context.mark('merge', source);
    const cell: Cell = merged ?? { text: cellContent(source, context), header: source.header, inferred: false };
    for (let i = 0; i < Math.min(source.colspan, MAX_SPAN); i += 1) {
      slots[column] = cell;
      if (source.rowspan > 1) pending[column] = { cell, left: Math.min(source.rowspan, MAX_SPAN) - 1 };
      column += 1;
    }
  }
  takeSpans();
  return slots;
}

/** 結合数の上限（HTML の規格の上限と同じ） */
const MAX_SPAN = 1000;
function cellContent(cell: SourceCell, context: ReaderContext): TracedText {
  if (cell.text === '') return EMPTY;
  for (const m of cell.text.matchAll(/<br\s*\/?>/g)) context.mark('line-break', { start: cell.start + m.index, end: cell.start + m.index + m[0].length });
  return closeSpacedCharacters(traced(cell.text, cell.start), context);
}

function markPipes(row: SourceRow, context: ReaderContext): void {
  const raw = context.source.text.slice(row.start, row.end);
  const bar = raw.includes('\t') ? undefined : /^\s*([|│┃])/.exec(raw)?.[1];
  if (bar === undefined) return;
  for (let at = raw.indexOf(bar); at >= 0; at = raw.indexOf(bar, at + 1)) context.mark('pipe', { start: row.start + at, end: row.start + at + 1 });
}

export function reportStrayRule(row: { start: number; end: number; line: number }, context: ReaderContext): void {
  context.report({
    code: 'text.stray-rule',
    severity: 'advice',
    line: row.line,
    spans: [{ start: row.start, end: row.end }],
    found: context.source.text.slice(row.start, row.end).trim(),
    confidence: 'certain',
  });
}

/** 升を TableHeaderRow / TableRow の木に移す。欠けた升は空のセルにする。 */
export function emitTable(table: TableDraft): void {
  const rows = [...table.header, ...table.body];
  const width = rows.reduce((most, r) => Math.max(most, r.slots.length), 0);
  const emitted = new Set<Cell>();
  const node = draft('Table');
  rows.forEach((row, r) => {
    const header = r < table.header.length;
    row.node.tag = header ? 'TableHeaderRow' : 'TableRow';
    for (let c = 0; c < width; c += 1) {
      const cell = row.slots[c];
      if (cell && emitted.has(cell)) continue;
      const column = draft(header ? 'TableHeaderColumn' : 'TableColumn', cellSentences(cell?.text ?? EMPTY));
      if (cell) {
        emitted.add(cell);
        let down = 1;
        while (rows[r + down]?.slots[c] === cell) down += 1;
        let right = 1;
        while (row.slots[c + right] === cell) right += 1;
        if (down > 1) column.attr['rowspan'] = String(down);
        if (right > 1) column.attr['colspan'] = String(right);
        if (cell.inferred) column.inferred = true;
      }
      row.node.children.push(column);
    }
    node.children.push(row.node);
  });
  // 表題の後、備考の前
  const remarksAt = table.node.children.findIndex((c) => typeof c !== 'string' && c.tag === 'Remarks');
  table.node.children.splice(remarksAt < 0 ? table.node.children.length : remarksAt, 0, node);
}

/** セルの中の改行（<br>・改行）ごとに一つの文。空のセルも空の文を一つ持つ。 */
function cellSentences(text: TracedText): Draft[] {
  const sentences: Draft[] = [];
  const breaks = /<br\s*\/?>|\n/g;
  let at = 0;
  for (let m = breaks.exec(text.text); ; m = breaks.exec(text.text)) {
    const part = trimTraced(sliceTraced(text, at, m ? m.index : text.text.length));
    sentences.push(draft('Sentence', readInline(part.text), spansOf(part)));
    if (!m) break;
    at = m.index + m[0].length;
  }
  if (sentences.length > 1) sentences.forEach((s, i) => (s.num = String(i + 1) as NonNullable<Draft['num']>));
  return sentences;
}

/** 表を行に書く。 */
export function writeTable(struct: Element): string[] {
  const lines: string[] = [];
  for (const table of childrenOf(struct, 'Table')) {
    const rows = childrenOf(table, 'TableRow', 'TableHeaderRow');
    const grid: string[][] = rows.map(() => []);
    rows.forEach((row, r) => {
      let c = 0;
      for (const cell of childrenOf(row, 'TableColumn', 'TableHeaderColumn')) {
        while (grid[r]![c] !== undefined) c += 1;
        const down = Math.min(Number(cell.attr['rowspan'] ?? 1) || 1, rows.length - r);
        const right = Math.min(Number(cell.attr['colspan'] ?? 1) || 1, MAX_SPAN);
        for (let y = 0; y < down; y += 1) for (let x = 0; x < right; x += 1) grid[r + y]![c + x] = y > 0 ? UP : x > 0 ? LEFT : writeCell(cell);
        c += right;
      }
    });
    const width = grid.reduce((most, r) => Math.max(most, r.length), 1);
    const headers = rows.findIndex((r) => r.tag !== 'TableHeaderRow');
    const headerCount = headers < 0 ? rows.length : headers;
    const rule = width === 1 ? '| --- |' : Array(width).fill('---').join('\t');
    grid.forEach((cells, r) => {
      if (r === headerCount && (headerCount > 0 || needsRule(grid))) lines.push(rule);
      const filled = Array.from({ length: width }, (_, c) => cells[c] ?? '');
      lines.push(width === 1 ? `| ${filled[0]} |` : writeRow(filled));
    });
    if (headerCount === rows.length && rows.length > 0) lines.push(rule);
  }
  return lines;
}

/** 行末の空欄はタブを残す。全部が空の行は、空白の行と区別するため縦線で書く。 */
const writeRow = (cells: readonly string[]): string => (cells.every((c) => c === '') ? `|${cells.map(() => '  ').join('|')}|` : cells.join('\t'));

/** 見出しの無い表が、見出しのある表や字下げの文に見えるときは、先に --- を置いて表であることを示す。 */
function needsRule(grid: readonly (readonly string[])[]): boolean {
  const first = (grid[0] ?? []).map((c): Cell => ({ text: traced(c, 0), header: false, inferred: false }));
  return isHeaderRow({ slots: first, line: 0, node: draft('TableRow') }) || looksIndented(grid);
}

/** どの行も「標目＋本文」か、字下げ・行末のタブだけで、列が揃っていない。 */
export function looksIndented(rows: readonly (readonly string[])[]): boolean {
  return rows.every((cells) => {
    const filled = cells.filter((c) => c !== '');
    if (filled.some((c) => c === UP || c === LEFT || isRule(c))) return false;
    if (filled.length === 0) return true;
    if (filled.length === 1) return cells.length <= 2 && !/^[をにのがはへとでもや、。]/.test(filled[0]!);
    return filled.length === 2 && isBareLabel(filled[0]!);
  });
}

/** 標目・条名だけの欄。 */
function isBareLabel(text: string): boolean {
  const label = labelledLine(`${text} `);
  return (label !== undefined && label.bodyAt >= text.length) || articleLine(text)?.bodyAt === text.length;
}

function writeCell(cell: Element): string {
  return childElements(cell)
    .map((child) => writeInline(child).trim())
    .join('<br>')
    .replace(/[\t\n]/g, ' ');
}
