import { childOf, childrenOf, type Element } from '../../text/element.js';
import { writeRun } from '../run.js';
import { LEFT, UP, type Slot } from './row-line.js';

/**
 * 表の升目。結合された欄は、占めるすべての升に同じ Cell が入る。
 *
 * 用語: 行 row = 項（横書き）、欄 cell、升 slot = 行と列の一つの位置。
 */
export interface Grid {
  readonly rows: readonly GridRow[];
  readonly width: number;
  /** 見出し行（TableHeaderRow）の数。見出し行は先頭に続くものだけを数える */
  readonly headers: number;
  /** 升の取り合い・はみ出しが無いか。無いときだけ、行の印字から表を作り直せる */
  readonly regular: boolean;
}

export interface GridRow {
  readonly element: Element;
  readonly cells: readonly (Cell | undefined)[];
}

export interface Cell {
  readonly element: Element;
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
  /** 欄の印字。run でない欄（号や図を持つ）は中の run をつないだもの */
  readonly text: string;
}

/** HTML の規格の上限と同じ。壊れた値で升を際限なく作らない */
const MAX_COLUMNS = 1000;

/** 表の枠（TableStruct）でも表（Table）でもよい。 */
export function tableIn(element: Element): Element | undefined {
  return element.tag === 'Table' ? element : childOf(element, 'Table');
}

export function tableGrid(table: Element): Grid {
  const elements = childrenOf(table, 'TableRow', 'TableHeaderRow');
  const carried: { cell: Cell; left: number }[] = [];
  let regular = elements.length === table.children.length;
  let width = 0;
  const rows = elements.map((element, row): GridRow => {
    const cells: (Cell | undefined)[] = [];
    let column = 0;
    const take = (): void => {
      for (let above = carried[column]; above !== undefined && above.left > 0; above = carried[column]) {
        cells[column] = above.cell;
        above.left -= 1;
        column += 1;
      }
    };
    const own = childrenOf(element, 'TableColumn', 'TableHeaderColumn');
    if (own.length !== element.children.length) regular = false;
    for (const child of own) {
      take();
      const rowspan = span(child.attr['rowspan']);
      const colspan = span(child.attr['colspan']);
      if (row + rowspan > elements.length || column + colspan > MAX_COLUMNS) regular = false;
      const cell: Cell = { element: child, row, column, rowspan: Math.min(rowspan, elements.length - row), colspan, text: writeRun(child) };
      for (let n = 0; n < colspan && column < MAX_COLUMNS; n += 1) {
        if (n > 0 && (carried[column]?.left ?? 0) > 0) regular = false;
        cells[column] = cell;
        carried[column] = { cell, left: cell.rowspan - 1 };
        column += 1;
      }
    }
    take();
    // 行の欄より右に、上から続く欄が離れて残るとき
    for (let c = column; c < carried.length; c += 1) {
      const above = carried[c];
      if (above === undefined || above.left <= 0) continue;
      cells[c] = above.cell;
      above.left -= 1;
      if (c > column) regular = false;
    }
    width = Math.max(width, cells.length);
    return { element, cells };
  });
  const body = rows.findIndex((row) => row.element.tag === 'TableRow');
  const headers = body < 0 ? rows.length : body;
  if (rows.slice(headers).some((row) => row.element.tag !== 'TableRow')) regular = false;
  return { rows, width, headers, regular };
}

function span(attribute: string | undefined): number {
  const n = Number(attribute ?? 1);
  return Number.isInteger(n) && n > 0 ? n : 1;
}

/** 升の並び。結合された升は印になる。 */
export function slotsOf(grid: Grid, row: number): Slot[] {
  const { cells } = grid.rows[row]!;
  return Array.from({ length: cells.length }, (_, column): Slot => {
    const cell = cells[column];
    if (cell === undefined) return { text: '' };
    if (cell.row < row) return { mark: UP };
    return cell.column < column ? { mark: LEFT } : { text: cell.text };
  });
}

/** この行に始まる欄。 */
export function ownCells(grid: Grid, row: number): Cell[] {
  return grid.rows[row]!.cells.filter((cell, column): cell is Cell => cell !== undefined && cell.row === row && cell.column === column);
}
