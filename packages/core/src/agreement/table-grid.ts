import { childElements, childrenOf, type Element } from '../text/element.js';
import type { LabelForms } from '../text/label.js';
import { cellLines } from './document-parts.js';

/** 結合を展開した表。結合された欄は、占めるすべての位置に同じ GridCell が入る。 */
export interface TableGrid {
  readonly header: readonly GridRow[];
  readonly body: readonly GridRow[];
  readonly width: number;
}

export interface GridRow {
  readonly element: Element;
  readonly cells: readonly (GridCell | undefined)[];
}

export interface GridCell {
  readonly element: Element;
  readonly lines: readonly string[];
  readonly text: string;
}

/** 連携の表に現れ得る列の数を超える結合数は、壊れた値と見て詰める。 */
const MAX_COLUMNS = 64;

export function tableGrid(table: Element<'Table'>, labels: LabelForms): TableGrid {
  const rows = childrenOf(table, 'TableHeaderRow', 'TableRow');
  const carried: { cell: GridCell; rowsLeft: number }[] = [];
  let width = 0;
  const grid = rows.map((row) => {
    const cells: (GridCell | undefined)[] = [];
    let column = 0;
    const takeCarried = () => {
      for (let above = carried[column]; above && above.rowsLeft > 0; above = carried[column]) {
        cells[column] = above.cell;
        above.rowsLeft -= 1;
        column += 1;
      }
    };
    for (const element of childElements(row)) {
      takeCarried();
      const lines = cellLines(element, labels);
      const cell: GridCell = { element, lines, text: lines.join('\n') };
      const rowspan = span(element.attr['rowspan']);
      for (let n = Math.min(span(element.attr['colspan']), MAX_COLUMNS); n > 0 && column < MAX_COLUMNS; n--) {
        cells[column] = cell;
        carried[column] = { cell, rowsLeft: rowspan - 1 };
        column += 1;
      }
    }
    takeCarried();
    width = Math.max(width, cells.length);
    return { element: row, cells };
  });
  const headerCount = grid.findIndex((row) => row.element.tag !== 'TableHeaderRow');
  const split = headerCount < 0 ? grid.length : headerCount;
  return { header: grid.slice(0, split), body: grid.slice(split), width };
}

function span(attribute: string | undefined): number {
  const n = Number(attribute);
  return Number.isInteger(n) && n > 0 ? n : 1;
}
