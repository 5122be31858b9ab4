import type { NumeralForm } from '../../../kernel/numeral.js';
import type { Element, NodeId } from '../../../text/element.js';
import type { Location } from '../../location.js';
import type { Operation } from '../../operation.js';
import type { Cell, Grid } from '../../table/table-grid.js';
import { labelOfCell, renamedCell, tableNames, type RowRange, type TableNames } from '../../table/table-names.js';
import { writeRowLine } from '../../table/row-line.js';
import type { ScopedRun } from '../scoped-run.js';
import { wordOperations } from '../words/word-operations.js';
import type { RowPair } from './pair-rows.js';
import { cellSteps, isOnlyCell, rowLocation, rowSteps } from './table-address.js';
import type { TableChange } from './table-change.js';
import { withTexts } from './with-texts.js';

export interface CellWords {
  readonly operations: readonly Operation[];
  /** 字句の操作だけで言えたときの、操作のもとになった run（旧の印字と新の印字） */
  readonly runs?: readonly ScopedRun[];
  /** 字句を改めた後の表（標目はまだもとのまま） */
  readonly table: Element;
  /** 後で「オの項をカの項とし」と移す行（旧の行の番号 → 新しい標目） */
  readonly relabelled: ReadonlyMap<number, string>;
  /** 項の全部を改める行（旧の行の番号） */
  readonly rewritten: ReadonlySet<number>;
}

interface CellChange {
  readonly cell: Cell;
  readonly after: string;
  /** 行の呼び名になる欄か。名で呼ぶ操作が済んでから改める */
  readonly naming: boolean;
}

/** 引用を表の全体で決める、変わった欄の数と欄の数の積の上限 */
const MAX_COMPARED = 200_000;
/** 引用で置き換える、欄の字数の上限。これより長い欄の全部は「次のように改める」 */
const SHORT_CELL = 20;
const UNQUOTABLE = /[「」『』｜《》↵［］]/;

/** 対応する行の、変わった欄を字句で改める。 */
export function cellWords(change: TableChange, base: Grid, next: Grid, pairs: readonly RowPair[]): CellWords | undefined {
  const names = tableNames(change.base);
  const relabelled = new Map<number, string>();
  const changes = collectChanges({ base, next, pairs, names, relabelled, digits: change.profile.digits });
  if (changes === undefined) return undefined;
  if (changes.size === 0) return { operations: [], runs: [], table: change.base, relabelled, rewritten: new Set() };
  const rewritten = new Set<number>();
  const drafted = draft(change, { base, names, changes, rewritten });
  if (drafted === undefined) return undefined;
  const texts = new Map<NodeId, string>();
  for (const { cell, after } of changes.values()) if (!rewritten.has(cell.row)) texts.set(cell.element.id, after);
  return { ...drafted, table: withTexts(change.base, texts), relabelled, rewritten };
}

interface Collecting {
  readonly base: Grid;
  readonly next: Grid;
  readonly pairs: readonly RowPair[];
  readonly names: TableNames;
  readonly relabelled: Map<number, string>;
  readonly digits: NumeralForm;
}

/** 変わった欄。結合した欄は、掛かる行のどれかの対応から見つける。食い違えば undefined。 */
function collectChanges({ base, next, pairs, names, relabelled, digits }: Collecting): Map<Cell, CellChange> | undefined {
  const changes = new Map<Cell, CellChange>();
  const seen = new Map<Cell, string>();
  const headers = Array.from({ length: base.headers }, (_, row): RowPair => ({ base: row, next: row }));
  for (const { base: a, next: b } of [...headers, ...pairs]) {
    if (a === undefined || b === undefined) continue;
    const first = base.rows[a]!.cells.findIndex((cell) => cell !== undefined && cell.row === a && cell.rowspan === 1);
    for (const [column, cell] of base.rows[a]!.cells.entries()) {
      const now = next.rows[b]!.cells[column];
      if (cell === undefined || cell.column !== column || now === undefined) continue;
      if (seen.has(cell)) {
        if (seen.get(cell) !== now.text) return undefined;
        continue;
      }
      seen.set(cell, now.text);
      const naming = column === first;
      const after = naming && a >= base.headers ? keepLabel({ cell, after: now.text, row: a, names, relabelled, digits }) : now.text;
      if (after !== cell.text) changes.set(cell, { cell, after, naming: column === 0 || naming });
    }
  }
  return changes;
}

/** 標目だけが変わった行は、字句でなく項の移しで言う。 */
function keepLabel({ cell, after, row, names, relabelled, digits }: { cell: Cell; after: string; row: number; names: TableNames; relabelled: Map<number, string>; digits: NumeralForm }): string {
  const [old, now] = [labelOfCell(cell.text), labelOfCell(after)];
  if (old === undefined || now === undefined || old === now) return after;
  const step = rowSteps(names, { from: row, to: row + 1 }, digits)?.at(-1);
  if (step?.kind !== 'row' || step.name !== old) return after;
  relabelled.set(row, now);
  return renamedCell(after, now, old);
}

interface Drafting {
  readonly base: Grid;
  readonly names: TableNames;
  readonly changes: ReadonlyMap<Cell, CellChange>;
  /** 字句でも欄でも言えず、項の全部を改める行 */
  readonly rewritten: Set<number>;
}

function draft(change: TableChange, { base, names, changes, rewritten }: Drafting): Pick<CellWords, 'operations' | 'runs'> | undefined {
  const touched = new Set([...changes.keys()].map((cell) => cell.row));
  const cells = [...allCells(base)].toSorted((x, y) => Number(changes.get(x)?.naming ?? false) - Number(changes.get(y)?.naming ?? false));
  const runs = cells.map((cell): ScopedRun => ({
    location: touched.has(cell.row) ? rowLocation(change.location, cellSteps(names, cell, change.profile)) : change.location,
    before: cell.text,
    after: changes.get(cell)?.after ?? cell.text,
  }));
  if (changes.size * cells.length > MAX_COMPARED) return draftByRow(change, { base, names, changes, rewritten }, cells, runs);
  return draftRuns({ change, base, names, changes, rewritten, around: change.around }, cells, runs);
}

/** 大きな表の多くの行が変わるときは、行ごとに引用を決める。ほかの行に同じ字句があっても、項を言えば当たらない。 */
function draftByRow(change: TableChange, drafting: Drafting, cells: readonly Cell[], runs: readonly ScopedRun[]): Pick<CellWords, 'operations'> | undefined {
  const rows = new Map<number, number[]>();
  cells.forEach((cell, i) => rows.set(cell.row, [...(rows.get(cell.row) ?? []), i]));
  const operations: Operation[] = [];
  for (const members of rows.values()) {
    const own = members.map((i) => runs[i]!);
    if (own.every((run) => run.before === run.after)) continue;
    if (own.some((run) => run.location.length <= change.location.length)) return undefined;
    const drafted = draftRuns({ change, ...drafting, around: [] }, members.map((i) => cells[i]!), own);
    if (drafted === undefined) return undefined;
    operations.push(...drafted.operations);
  }
  return { operations };
}

interface DraftingRuns extends Drafting {
  readonly change: TableChange;
  readonly around: readonly ScopedRun[];
}

function draftRuns({ change, base, names, changes, rewritten, around }: DraftingRuns, cells: readonly Cell[], runs: readonly ScopedRun[]): Pick<CellWords, 'operations' | 'runs'> | undefined {
  const { profile } = change;
  const own: Operation[] = [];
  const late: Operation[] = [];
  const plan = wordOperations([...runs, ...around], profile);
  const stuck = new Set(plan.rewrite.map((location) => JSON.stringify(location)));
  const redone = new Set<number>();
  // 字句で言えなかった欄は、欄の全部、それも言えなければ項の全部を改める
  const settled: ScopedRun[] = [];
  for (const [i, run] of runs.entries()) {
    const cell = cells[i]!;
    const target = changes.get(cell);
    const operation = target && stuck.has(JSON.stringify(run.location)) ? wholeCell(names, cell, target.after, run.location) : undefined;
    if (operation) (target!.naming ? late : own).push(operation);
    else if (target && stuck.has(JSON.stringify(run.location))) {
      if (cell.row < base.headers || cell.rowspan > 1 || rowSteps(names, { from: cell.row, to: cell.row + 1 }, profile.digits) === undefined) return undefined;
      redone.add(cell.row);
    }
    settled.push(operation ? { ...run, before: target!.after } : run);
  }
  if (own.length + late.length + redone.size === 0) return { operations: plan.operations, runs };
  for (const row of redone) rewritten.add(row);
  const left = settled.map((run, i) => (redone.has(cells[i]!.row) ? { ...run, after: run.before } : run));
  const again = wordOperations([...left, ...around], profile);
  return again.rewrite.length > 0 ? undefined : { operations: [...own, ...again.operations, ...late] };
}

function* allCells(grid: Grid): Generator<Cell> {
  for (const [r, row] of grid.rows.entries()) for (const [c, cell] of row.cells.entries()) if (cell !== undefined && cell.row === r && cell.column === c) yield cell;
}

/** 「アの項下欄中「五」を「六」に改める」又は「アの項下欄を次のように改める」。 */
function wholeCell(names: TableNames, cell: Cell, after: string, location: Location): Operation | undefined {
  const rows: RowRange = { from: cell.row, to: cell.row + cell.rowspan };
  if (!isOnlyCell(names, cell, location, rows)) return undefined;
  const quotable = cell.text !== '' && cell.text.length <= SHORT_CELL && after.length <= SHORT_CELL && !UNQUOTABLE.test(cell.text + after);
  if (!quotable) return { targets: [{ from: location }], action: { kind: 'replaceWhole', block: { lines: [writeRowLine([{ text: after }])] } } };
  const words = [{ text: cell.text }];
  return { targets: [{ from: location }], action: after === '' ? { kind: 'deleteWords', words } : { kind: 'replaceWords', words, to: after } };
}
