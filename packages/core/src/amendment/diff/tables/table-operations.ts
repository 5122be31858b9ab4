import type { Operation } from '../../operation.js';
import { isRun } from '../../run.js';
import { slotsOf, tableGrid, type Grid } from '../../table/table-grid.js';
import type { ScopedRun } from '../scoped-run.js';
import { cellWords } from './cell-words.js';
import { pairRows } from './pair-rows.js';
import { rowOperations } from './row-operations.js';
import type { TableChange } from './table-change.js';

export interface TablePlan {
  readonly operations: readonly Operation[];
  /** 字句だけで言えたときの run。周りの規定の字句と併せて言えることがある（別表中「A」を「B」に） */
  readonly runs?: readonly ScopedRun[];
}

/**
 * 一つの表を改める操作: 変わった欄は字句で、行は項の加除と移動で言う。
 * 列や結合が変わる、行の呼び名で言い尽くせないときは undefined（表の全部を改める）。
 *
 * 順序は、字句 → 項の削り → 項の移し → 項の加え。行は、その操作の直前の名で呼ぶ。
 */
export function tableOperations(change: TableChange): TablePlan | undefined {
  const [base, next] = [tableGrid(change.base), tableGrid(change.next)];
  if (!base.regular || !next.regular || base.width !== next.width || base.headers !== next.headers || base.rows.length === base.headers) return undefined;
  if (!sameHeaders(base, next) || [...base.rows, ...next.rows].some((row) => row.cells.some((cell) => cell && !isRun(cell.element)))) return undefined;
  const pairs = pairRows(base, next);
  const words = cellWords(change, base, next, pairs);
  if (words === undefined) return undefined;
  const rows = rowOperations({ table: words.table, location: change.location, next, pairs, relabelled: words.relabelled, rewritten: words.rewritten, digits: change.profile.digits });
  if (rows === undefined || !sameGrid(tableGrid(rows.table), next)) return undefined;
  return { operations: [...words.operations, ...rows.operations], ...(rows.operations.length === 0 && words.runs ? { runs: words.runs } : {}) };
}

const marksOf = (grid: Grid, row: number): string => slotsOf(grid, row).map((slot) => ('mark' in slot ? slot.mark : '欄')).join('');

function sameHeaders(base: Grid, next: Grid): boolean {
  for (let row = 0; row < base.headers; row += 1) if (marksOf(base, row) !== marksOf(next, row)) return false;
  return true;
}

function sameGrid(a: Grid, b: Grid): boolean {
  return a.rows.length === b.rows.length && a.rows.every((_, row) => JSON.stringify(slotsOf(a, row)) === JSON.stringify(slotsOf(b, row)));
}
