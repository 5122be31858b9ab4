import type { Element, NodeId } from '../../../text/element.js';
import type { Location, Step } from '../../location.js';
import type { Operation } from '../../operation.js';
import { slotsOf, tableGrid, type Grid } from '../../table/table-grid.js';
import { writeRowLine, type Slot } from '../../table/row-line.js';
import { spliceRows } from '../../table/splice-rows.js';
import { renamedCell, tableNames, type RowRange } from '../../table/table-names.js';
import type { RowPair } from './pair-rows.js';
import { rowSteps } from './table-address.js';

export interface RowPlan {
  readonly operations: readonly Operation[];
  readonly table: Element;
}

export interface RowPlanning {
  /** 字句を改めた後の表 */
  readonly table: Element;
  readonly location: Location;
  readonly next: Grid;
  readonly pairs: readonly RowPair[];
  readonly relabelled: ReadonlyMap<number, string>;
  readonly rewritten: ReadonlySet<number>;
}

/** 名を引き直す手間（行の数 × 操作の数）の上限 */
const MAX_WORK = 400_000;

/** 項を削り、移し、改め、加える。言えない行があれば undefined。 */
export function rowOperations(planning: RowPlanning): RowPlan | undefined {
  const drafting = new RowDraft(planning);
  const done = drafting.deletes() && drafting.moves() && drafting.blocks();
  return done ? { operations: drafting.operations, table: drafting.table } : undefined;
}

/** 今の表と、その行が旧のどの行・新のどの行か。 */
class RowDraft {
  readonly operations: Operation[] = [];
  table: Element;
  readonly #planning: RowPlanning;
  /** 今の表の本体の行 */
  #rows: RowPair[];
  #work = 0;
  #ids = 0;

  constructor(planning: RowPlanning) {
    this.#planning = planning;
    this.table = planning.table;
    this.#rows = planning.pairs.filter((pair) => pair.base !== undefined);
  }

  /** 入れ替わる新しい行が隣にない行を、前から削る。続く行は一度に言う。 */
  deletes(): boolean {
    const gone = this.#gaps().filter((gap) => gap.next.length === 0 && gap.base.length > 0);
    for (const { base } of gone) {
      const steps = base.map((row) => this.#steps({ from: this.#at(row), to: this.#at(row) + 1 }));
      if (steps.some((s) => s === undefined)) return false;
      const targets = steps.length < 3 ? steps.map((s) => ({ from: this.#location(s!) })) : [{ from: this.#location(steps[0]!), through: this.#location(steps.at(-1)!) }];
      this.operations.push({ targets, action: { kind: 'delete' } });
      const from = this.#at(base[0]!);
      if (!this.#splice(from, base.length, [])) return false;
      const removed = new Set(base);
      this.#rows = this.#rows.filter((row) => !removed.has(row.base!));
    }
    return true;
  }

  /** 標目を替える。繰り下げは後ろから、繰り上げは前から、一項ずつ。 */
  moves(): boolean {
    const moving = this.#rows.filter((row) => this.#planning.relabelled.has(row.base!)).map((row) => row.base!);
    for (const run of runsOfMoves(moving, (row) => this.#lowers(row))) {
      for (const row of run) {
        const at = this.#at(row);
        const steps = this.#steps({ from: at, to: at + 1 });
        const last = steps?.at(-1);
        if (steps === undefined || last?.kind !== 'row') return false;
        const name = this.#planning.relabelled.get(row)!;
        this.operations.push({ targets: [{ from: this.#location(steps) }], action: { kind: 'move', to: this.#location([...steps.slice(0, -1), { kind: 'row', name }]) } });
        const grid = tableGrid(this.table);
        const slots: Slot[] = slotsOf(grid, at);
        const first = grid.rows[at]!.cells.findIndex((cell) => cell !== undefined && cell.row === at && cell.rowspan === 1);
        const cell = slots[first];
        if (cell === undefined || 'mark' in cell) return false;
        slots[first] = { text: renamedCell(cell.text, last.name, name) };
        if (!this.#splice(at, 1, [writeRowLine(slots)])) return false;
      }
    }
    return true;
  }

  /** 前から順に、項の全部を改め、新しい項を加える。 */
  blocks(): boolean {
    for (const pair of this.#planning.pairs) {
      if (pair.base === undefined || pair.next === undefined || !this.#planning.rewritten.has(pair.base)) continue;
      if (!this.#rewrite([pair.base], [pair.next])) return false;
    }
    for (const { base, next, after } of this.#gaps()) {
      if (next.length === 0) continue;
      if (!(base.length > 0 ? this.#rewrite(base, next) : this.#add(next, after))) return false;
    }
    return true;
  }

  #rewrite(base: readonly number[], next: readonly number[]): boolean {
    const at = this.#at(base[0]!);
    const steps = base.map((_, k) => this.#steps({ from: at + k, to: at + k + 1 }));
    if (steps.some((s) => s === undefined)) return false;
    const target = { from: this.#location(steps[0]!), ...(steps.length > 1 ? { through: this.#location(steps.at(-1)!) } : {}) };
    return this.#write({ at, remove: base.length, rows: next, operation: (block) => ({ targets: [target], action: { kind: 'replaceWhole', block: { lines: block } } }) });
  }

  /** after は、前の行の旧の番号。無ければ先頭 */
  #add(next: readonly number[], after: number | undefined): boolean {
    const { headers } = this.#planning.next;
    const previous = after === undefined ? undefined : this.#at(after);
    const at = previous === undefined ? headers : previous + 1;
    const place = this.#place(at);
    if (place === undefined) return false;
        return this.#write({
      at, remove: 0, rows: next,
      operation: (lines) => ({ targets: [{ from: place.location }], action: { kind: 'add', where: place.where, what: { units: [] }, block: { lines } } }),
    });
  }

  /** 加える所: 末尾なら「次のように加える」、そうでなければ前の項の次か、次の項の前。 */
  #place(at: number): { readonly location: Location; readonly where: 'end' | 'after' | 'before' } | undefined {
    const total = this.#planning.next.headers + this.#rows.length;
    if (at === total) return { location: this.#planning.location, where: 'end' };
    const before = at > this.#planning.next.headers ? this.#steps({ from: at - 1, to: at }) : undefined;
    if (before) return { location: this.#location(before), where: 'after' };
    const next = this.#steps({ from: at, to: at + 1 });
    return next && { location: this.#location(next), where: 'before' };
  }

  /** 右端の、ほかの行にも掛かる欄は項に含めないので、書かない（「両市の役割」の結合セル）。 */
  #shortLine(row: number): string {
    const { next } = this.#planning;
    const { cells } = next.rows[row]!;
    let end = cells.length;
    while (end > 1 && (cells[end - 1]?.rowspan ?? 1) > 1) end -= 1;
    return writeRowLine(slotsOf(next, row).slice(0, end));
  }

  /** 行を書く。結合した欄を省いて新しい表のとおりにならなければ、省かずに書く。 */
  #write({ at, remove, rows, operation }: { at: number; remove: number; rows: readonly number[]; operation: (lines: readonly string[]) => Operation }): boolean {
    const before = this.table;
    const full = (row: number): string => writeRowLine(slotsOf(this.#planning.next, row));
    for (const lines of [rows.map((row) => this.#shortLine(row)), rows.map(full)]) {
      if (!this.#splice(at, remove, lines)) continue;
      const grid = tableGrid(this.table);
      const right = rows.every((row, k) => JSON.stringify(slotsOf(grid, at + k)) === JSON.stringify(slotsOf(this.#planning.next, row)));
      if (!right) {
        this.table = before;
        continue;
      }
      this.operations.push(operation(lines));
      const { headers } = this.#planning.next;
      const merged = this.#rows.slice(at - headers, at - headers + remove);
      this.#rows.splice(at - headers, remove, ...rows.map((next, k): RowPair => ({ ...(merged[k]?.base === undefined ? {} : { base: merged[k]!.base }), next })));
      return true;
    }
    return false;
  }

  /** 対応する行にはさまれた、削る行と加える行のまとまり。 */
  #gaps(): { readonly base: readonly number[]; readonly next: readonly number[]; readonly after: number | undefined }[] {
    const gaps: { base: number[]; next: number[]; after: number | undefined }[] = [];
    let open: { base: number[]; next: number[]; after: number | undefined } | undefined;
    let last: number | undefined;
    for (const { base, next } of this.#planning.pairs) {
      if (base !== undefined && next !== undefined) {
        open = undefined;
        last = base;
        continue;
      }
      if (open === undefined) gaps.push((open = { base: [], next: [], after: last }));
      if (base !== undefined) open.base.push(base);
      if (next !== undefined) open.next.push(next);
    }
    return gaps;
  }

  #lowers(row: number): boolean {
    const pair = this.#rows.find((r) => r.base === row);
    return pair?.next !== undefined && pair.next >= row;
  }

  /** 旧の行の、今の表での位置 */
  #at(row: number): number {
    return this.#planning.next.headers + this.#rows.findIndex((r) => r.base === row);
  }

  #location(steps: readonly Step[]): Location {
    return [...this.#planning.location, ...steps];
  }

  #steps(rows: RowRange): Step[] | undefined {
    this.#work += this.#rows.length;
    return this.#work > MAX_WORK ? undefined : rowSteps(tableNames(this.table), rows);
  }

  #splice(at: number, remove: number, lines: readonly string[]): boolean {
    this.#work += this.#rows.length;
    const spliced = this.#work > MAX_WORK ? undefined : spliceRows(this.table, at, remove, lines, () => `row${(this.#ids += 1)}` as NodeId);
    if (spliced) this.table = spliced;
    return spliced !== undefined;
  }
}

/** 同じ向きに移す行の続き。繰り下げは後ろから並べる。 */
function runsOfMoves(rows: readonly number[], lowers: (row: number) => boolean): number[][] {
  const runs: number[][] = [];
  let down: boolean | undefined;
  for (const row of rows) {
    if (lowers(row) === down) runs.at(-1)!.push(row);
    else runs.push([row]);
    down = lowers(row);
  }
  return runs.map((run) => (lowers(run[0]!) ? run.toReversed() : run));
}
