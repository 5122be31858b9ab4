import { childElements, type Element } from '../../text/element.js';
import type { ComparisonCell, ComparisonLine, ComparisonSpan } from '../comparison.js';
import { isRun } from '../run.js';
import type { ComparedTree } from './compared-tree.js';
import { markedRun } from './marked-run.js';
import { absent, OMITTED } from './omitted.js';

/** 欄や表の題名など、表の中の規定を刷る関数（互いに入れ子になる） */
type PrintInner = (node: Element, tree: ComparedTree, whole: boolean) => ComparisonLine[];
type MutableCell = { -readonly [K in keyof ComparisonCell]: ComparisonCell[K] };

/** 表。見出しの行と変わった行だけを刷り、変わらない行の続きは、欄を通した（略）の一行にする。 */
export function printTable(node: Element, tree: ComparedTree, all: boolean, printInner: PrintInner): ComparisonLine[] {
  const lines: ComparisonLine[] = [];
  for (const child of childElements(node)) {
    if (child.tag === 'Table') lines.push(...printRows(child, tree, all || tree.isWhole(child), printInner));
    else if (!isRow(child)) lines.push(...(all || tree.isTouched(child) ? printInner(child, tree, all) : [{ indent: 0, spans: [OMITTED] }]));
  }
  return node.tag === 'Table' ? printRows(node, tree, all, printInner) : lines;
}

const isRow = (node: Element): boolean => node.tag === 'TableRow' || node.tag === 'TableHeaderRow';

/** 結合した欄は、刷る行が続く間だけ結合したままにし、（略）をまたぐ先では（略）の欄にする。 */
function printRows(table: Element, tree: ComparedTree, all: boolean, printInner: PrintInner): ComparisonLine[] {
  const rows = childElements(table);
  const lines: ComparisonLine[] = [];
  const grid = slots(rows);
  let open = new Map<Element, MutableCell>();
  let omitting = false;
  const width = grid.reduce((widest, cells) => Math.max(widest, cells.length), 1);
  const wideRow = (span: ComparisonSpan): ComparisonLine => ({ indent: 0, spans: [], cells: [{ spans: [span], ...(width > 1 ? { colspan: width } : {}) }] });
  const missing = all ? undefined : tree.gaps(table);
  /** 反対側にだけ行がある所。上から次の行へ続く欄は結合したままにし、残りの欄を通して書く。 */
  const markGap = (after: Element | null, at: number): void => {
    if (!missing?.has(after === null ? null : after.id)) return;
    const following = new Set(grid[at + 1]);
    const through = grid[at] ?? [];
    const cells: MutableCell[] = [];
    let run = 0;
    const flush = (): void => {
      if (run > 0) cells.push({ spans: cells.length === 0 ? [absent(tree.side)] : [], ...(run > 1 ? { colspan: run } : {}) });
      run = 0;
    };
    const kept = new Map<Element, MutableCell>();
    for (let column = 0; column < width; column += 1) {
      const cell = through[column];
      const spanning = cell !== undefined && following.has(cell) ? open.get(cell) : undefined;
      if (cell === undefined || !spanning) run += 1;
      else {
        flush();
        if (!kept.has(cell)) spanning.rowspan = (spanning.rowspan ?? 1) + 1;
        kept.set(cell, spanning);
      }
    }
    flush();
    if (cells.length > 0) lines.push({ indent: 0, spans: [], cells });
    omitting = false;
    open = kept;
  };
  markGap(null, -1);
  rows.forEach((row, at) => {
    if (row.tag === 'TableRow' && !all && !tree.isTouched(row)) {
      if (!omitting) lines.push(wideRow(OMITTED));
      omitting = true;
      open = new Map();
      markGap(row, at);
      return;
    }
    omitting = false;
    const cells: MutableCell[] = [];
    const own = new Set(childElements(row));
    const next = new Map<Element, MutableCell>();
    for (const cell of new Set(grid[at])) {
      const spanning = open.get(cell);
      if (spanning) {
        spanning.rowspan = (spanning.rowspan ?? 1) + 1;
        next.set(cell, spanning);
        continue;
      }
      const printed = printCell(cell, tree, all || tree.isWhole(row), own.has(cell), printInner);
      cells.push(printed);
      next.set(cell, printed);
    }
    open = next;
    lines.push({ indent: 0, spans: [], cells });
    markGap(row, at);
  });
  return lines;
}

function printCell(cell: Element, tree: ComparedTree, all: boolean, own: boolean, printInner: PrintInner): MutableCell {
  const { colspan } = cell.attr;
  const shape = { ...(colspan === undefined || colspan === '1' ? {} : { colspan: Number(colspan) }), ...(cell.tag === 'TableHeaderColumn' ? { header: true } : {}) };
  if (!own) return { spans: [OMITTED], ...shape };
  const whole = all || tree.isWhole(cell);
  const inner = isRun(cell) ? [{ spans: markedRun(cell, tree.pieces.get(cell.id), tree.side, whole) }] : childElements(cell).flatMap((c) => printInner(c, tree, whole));
  return { spans: inner.flatMap((line, i) => (i === 0 ? line.spans : [{ text: '\n' }, ...line.spans])), ...shape };
}

/** 行ごとに、各列にある欄。上から結合してきた欄も入る。 */
function slots(rows: readonly Element[]): Element[][] {
  const grid: Element[][] = [];
  const hanging: { cell: Element; left: number }[] = [];
  for (const row of rows) {
    const cells: Element[] = [];
    const own = isRow(row) ? [...childElements(row)] : [];
    let column = 0;
    const takeHanging = (): boolean => {
      const above = hanging[column];
      if (!above || above.left === 0) return false;
      above.left -= 1;
      cells[column] = above.cell;
      column += 1;
      return true;
    };
    for (const cell of own) {
      while (takeHanging());
      const wide = Math.min(span(cell.attr['colspan']), MAX_SPAN);
      for (let i = 0; i < wide; i += 1) {
        cells[column] = cell;
        hanging[column] = { cell, left: span(cell.attr['rowspan']) - 1 };
        column += 1;
      }
    }
    while (takeHanging());
    grid.push(cells);
  }
  return grid;
}

/** 壊れた結合の数で表が膨らまないための上限 */
const MAX_SPAN = 1000;
const span = (text: string | undefined): number => (/^[1-9]\d{0,4}$/.test(text ?? '') ? Number(text) : 1);
