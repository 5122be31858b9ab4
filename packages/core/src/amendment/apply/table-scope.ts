import type { Element } from '../../text/element.js';
import { cellsWithin, columnsNamed, labelOfCell, partNamed, rowsNamed, tableNames, type ColumnRange, type Named, type RowRange, type TableNames } from '../table/table-names.js';
import { findOutermost, runText, collectRuns, type DraftNode } from './draft-tree.js';
import { foldName, ordinalOf } from './fold-name.js';
import type { Scope, Span } from './scope.js';

/** 表の部・項・欄を、印字の名から探す。名の付き方は書く側（table-names）と一つで、数字や括弧の幅の違いだけをここで許す。 */

export const isTable = (node: DraftNode): boolean => node.tag === 'Table';

/** 場所の中の表。項や部の中なら、その項のある表。 */
export function tablesIn(scope: Scope): DraftNode[] {
  if (scope.table) return [scope.table];
  const found: DraftNode[] = [];
  for (const node of scope.nodes) {
    if (isTable(node)) found.push(node);
    else findOutermost(node, isTable, found);
  }
  return found;
}

/** 升目の関数は Element を受け、渡した木の節点をそのまま返す。 */
const nodesOf = (elements: readonly Element[]): DraftNode[] => elements as readonly Element[] as DraftNode[];

function wholeSpans(nodes: readonly DraftNode[]): Span[] {
  return nodes.flatMap((n) => collectRuns(n)).map((run) => ({ run, start: 0, end: runText(run).length }));
}

/** 表の行の範囲を指す場所 */
export function rowScope(kind: 'row' | 'part', table: DraftNode, rows: RowRange, names: TableNames = tableNames(table)): Scope {
  return {
    kind, table, rows,
    nodes: nodesOf(names.grid.rows.slice(rows.from, rows.to).map((r) => r.element)),
    spans: wholeSpans(nodesOf(cellsWithin(names, rows))),
  };
}

/** 当たらない表は数えず、一つに決まらない表は、その数だけの場所とみる。 */
function collect<T>(scope: Scope, find: (names: TableNames, table: DraftNode) => Named<T>, make: (found: T, table: DraftNode, names: TableNames) => Scope): Scope[] {
  return tablesIn(scope).flatMap((table) => {
    const names = tableNames(table);
    const named = find(names, table);
    if ('found' in named) return [make(named.found, table, names)];
    return Array.from({ length: named.count }, () => scope);
  });
}

export function findRows(scope: Scope, printed: string): Scope[] {
  return collect(scope, (names) => {
    const named = rowsNamed(names, printed, scope.rows);
    return 'found' in named || named.count > 0 ? named : looseRows(names, printed, scope.rows);
  }, (rows, table, names) => rowScope('row', table, rows, names));
}

/** 数字や括弧の幅、空白の違いを許し、番号の括弧を省いた法令名、「第二の項」「最後の項」も受ける。 */
function looseRows({ grid, names }: TableNames, printed: string, part: RowRange | undefined): Named<RowRange> {
  const name = foldName(printed);
  const inside = names.filter((n) => !part || (n.from >= part.from && n.to <= part.to));
  const ways: ((text: string) => boolean)[] = [
    (text) => foldName(text) === name,
    (text) => foldName(labelOfCell(text) ?? '') === name,
    (text) => name.length > 1 && foldName(text).replace(/\([^()]*\)/g, '') === name.replace(/\([^()]*\)/g, ''),
    (text) => name.length > 2 && foldName(text).startsWith(name) && /^[(。、]/.test(foldName(text).slice(name.length)),
  ];
  for (const way of ways) {
    const hits = inside.filter((n) => way(n.name));
    const outer = hits.filter((n) => n.depth === Math.min(...hits.map((h) => h.depth)));
    if (outer.length > 0) return outer.length === 1 ? { found: { from: outer[0]!.from, to: outer[0]!.to } } : { count: outer.length };
  }
  const [from, to] = [part?.from ?? grid.headers, part?.to ?? grid.rows.length];
  const nth = printed === '最後' ? to - from : printed.startsWith('第') ? ordinalOf(printed) : undefined;
  return nth !== undefined && nth >= 1 && from + nth <= to ? { found: { from: from + nth - 1, to: from + nth } } : { count: 0 };
}

export function findParts(scope: Scope, printed: string): Scope[] {
  return collect(scope, (names) => {
    const named = partNamed(names, printed);
    return 'found' in named || named.count > 0 ? named : looseRows(names, printed, scope.rows);
  }, (rows, table, names) => rowScope('part', table, rows, names));
}

export function findColumns(scope: Scope, printed: string): Scope[] {
  const found = collect(scope, (names) => {
    const named = columnsNamed(names, printed);
    return 'found' in named || named.count > 0 ? named : looseColumns(names, printed);
  }, (columns, table, names) => ({ kind: 'column', table, nodes: columnCells(names, scope.rows, columns), ...(scope.rows ? { rows: scope.rows } : {}) }));
  const cells = found.flatMap((s) => s.nodes);
  return found.length > 1 && cells.length > 0 && found.every((s) => s.kind === 'column') ? [{ kind: 'column', nodes: cells }] : found.filter((s) => s.nodes.length > 0);
}

/** この項に始まる欄が無ければ、上の行から及んでいる欄。 */
function columnCells(names: TableNames, rows: RowRange | undefined, columns: ColumnRange): DraftNode[] {
  const cells = nodesOf(cellsWithin(names, rows, columns));
  if (cells.length > 0 || !rows) return cells;
  const over = new Set<Element>();
  for (const row of names.grid.rows.slice(rows.from, rows.to)) for (const cell of row.cells.slice(columns.from, columns.to)) if (cell) over.add(cell.element);
  return nodesOf([...over]);
}

function looseColumns({ grid }: TableNames, printed: string): Named<ColumnRange> {
  const name = foldName(printed);
  const position = printed.replace(/欄$/, '');
  for (const row of grid.rows.slice(0, Math.max(grid.headers, 1))) {
    const at = row.cells.findIndex((c) => c !== undefined && foldName(c.text) === name);
    if (at >= 0) return { found: { from: at, to: at + row.cells[at]!.colspan } };
  }
  if (position === '上' || position === '左') return { found: { from: 0, to: 1 } };
  if (position === '下' || position === '右') return { found: { from: grid.width - 1, to: grid.width } };
  if (position === '中' && grid.width > 2) return { found: { from: 1, to: grid.width - 1 } };
  const nth = ordinalOf(position);
  return nth !== undefined && nth >= 1 && nth <= grid.width ? { found: { from: nth - 1, to: nth } } : { count: 0 };
}
