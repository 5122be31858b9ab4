import { childElements } from '../../text/element.js';
import { ownCells, tableGrid } from '../table/table-grid.js';
import type { Target } from '../location.js';
import type { Action, Block } from '../operation.js';
import { markAdded, readNodes } from './block-nodes.js';
import { insertAt, kids, type DraftNode } from './draft-tree.js';
import type { Scope } from './scope.js';
import type { ApplySession } from './session.js';
import { isPlainRows, spliceTable } from './table-rows.js';
import { tablesIn } from './table-scope.js';

/** 表に項（行）を加える。 */
export function addRows(session: ApplySession, target: Target, scope: Scope, action: Extract<Action, { readonly kind: 'add' }>): boolean {
  const tables = tablesIn(scope);
  const table = action.where === 'before' ? tables[0] : tables.at(-1);
  if (!table || (tables.length > 1 && !scope.rows)) return session.refuse('amendment.location-ambiguous', target.from, { location: session.nameOf(target), count: tables.length });
  const { units } = action.what;
  const { lines } = action.block;
  const counted = units.find((u) => u.unit === '項' && u.count !== undefined);
  if (counted && counted.count !== lines.length) return session.refuse('amendment.count-mismatch', target.from, { unit: '項', expected: counted.count!, actual: lines.length });
  const grid = tableGrid(table);
  const at = scope.rows ? (action.where === 'before' ? scope.rows.from : scope.rows.to) : grid.rows.length;
  const before = lastName(table);
  if (!spliceTable(session, table, at, 0, lines) && !insertRows(session, target, table, at, action.block)) return false;
  // 「その他」の項は、最後に置くのが習いである
  if (at === grid.rows.length && before?.endsWith('その他')) session.warn('amendment.ordinary-row-last', target.from, { row: before }, { node: table.id });
  return true;
}

/** 欄に号の並ぶ行など、升目だけでは書けない行 */
function insertRows(session: ApplySession, target: Target, table: DraftNode, at: number, block: Block): boolean {
  if (isPlainRows(block)) return session.refuse('amendment.block-unread', target.from, {}, block.lines[0] ?? '');
  const rows = kids(table).filter((c) => c.tag === 'TableRow' || c.tag === 'TableHeaderRow');
  const made = readNodes(session, { target, block, tags: ['TableRow'], holder: table, model: rows.at(-1) });
  if (!made) return false;
  const next = rows[at];
  insertAt(table, next ? table.children.indexOf(next) : table.children.length, made);
  markAdded(session, made);
  return true;
}

/** 最後の行の、左端の欄の印字 */
function lastName(table: DraftNode): string | undefined {
  const grid = tableGrid(table);
  const cells = grid.rows.length > grid.headers ? ownCells(grid, grid.rows.length - 1) : [];
  return cells[0]?.text ?? (childElements(table).length > 0 ? undefined : '');
}
