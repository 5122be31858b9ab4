import type { NumeralForm } from '../../../kernel/numeral.js';
import type { Element, NodeId } from '../../../text/element.js';
import type { Location, Step } from '../../location.js';
import type { Operation } from '../../operation.js';
import { slotsOf, tableGrid, type Grid } from '../../table/table-grid.js';
import { writeRowLine } from '../../table/row-line.js';
import { spliceRows } from '../../table/splice-rows.js';
import { labelOfCell, renamedCell, tableNames, type TableNames } from '../../table/table-names.js';
import type { RowPair } from './pair-rows.js';
import { rowLocation, rowSteps } from './table-address.js';
import { withTexts } from './with-texts.js';

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
  readonly digits: NumeralForm;
}

/** 名を引き直す手間（行の数 × 操作の数）の上限 */
const MAX_WORK = 200_000;

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
  #names: TableNames;
  /** 名を控えた時の、旧の行の位置 */
  #rowsThen: ReadonlyMap<number, number> = new Map();
  #fresh = true;
  /** 加えた行・書き直した行の名 */
  readonly #added = new Set<string>();
  #ids = 0;

  constructor(planning: RowPlanning) {
    this.#planning = planning;
    this.table = planning.table;
    this.#names = tableNames(planning.table);
    this.#rows = planning.pairs.filter((pair) => pair.base !== undefined);
  }

  /** 入れ替わる新しい行が隣にない行を、前から削る。続く行は一度に言う。 */
  deletes(): boolean {
    this.#remember();
    for (const { base } of this.#gaps().filter((gap) => gap.next.length === 0)) {
      const steps = base.map((row) => this.#steps(row));
      if (steps.some((s) => s === undefined)) return false;
      const targets = steps.length < 3 ? steps.map((s) => ({ from: this.#location(s!) })) : [{ from: this.#location(steps[0]!), through: this.#location(steps.at(-1)!) }];
      this.operations.push({ targets, action: { kind: 'delete' } });
      if (!this.#splice(this.#at(base[0]!), base.length, [])) return false;
      const removed = new Set(base);
      this.#rows = this.#rows.filter((row) => !removed.has(row.base!));
    }
    return true;
  }

  /** 標目を替える。繰り下げは後ろから、繰り上げは前から、一項ずつ。移す先はいつも空いている。 */
  moves(): boolean {
    const { relabelled } = this.#planning;
    const moving = this.#rows.filter((row) => relabelled.has(row.base!)).map((row) => row.base!);
    if (moving.length === 0) return true;
    this.#remember();
    const texts = new Map<NodeId, string>();
    for (const row of runsOfMoves(moving, (row) => this.#lowers(row)).flat()) {
      const steps = this.#steps(row);
      const last = steps?.at(-1);
      const at = this.#at(row);
      const cell = this.#names.grid.rows[at]!.cells.find((c) => c !== undefined && c.row === at && c.rowspan === 1);
      if (steps === undefined || last?.kind !== 'row' || cell === undefined) return false;
      const name = relabelled.get(row)!;
      this.operations.push({ targets: [{ from: this.#location(steps) }], action: { kind: 'move', to: this.#location([...steps.slice(0, -1), { kind: 'row', name }]) } });
      texts.set(cell.element.id, renamedCell(cell.text, last.name, name));
    }
    this.table = withTexts(this.table, texts);
    return true;
  }

  /** 前から順に、項の全部を改め、新しい項を加える。 */
  blocks(): boolean {
    this.#remember();
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
    const steps = base.map((row) => this.#steps(row));
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
    const { headers } = this.#planning.next;
    if (at === headers + this.#rows.length) return { location: this.#planning.location, where: 'end' };
    const [previous, next] = [this.#rows[at - headers - 1]?.base, this.#rows[at - headers]?.base];
    const before = previous === undefined ? undefined : this.#steps(previous);
    if (before) return { location: this.#location(before), where: 'after' };
    const steps = next === undefined ? undefined : this.#steps(next);
    return steps && { location: this.#location(steps), where: 'before' };
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
      for (const row of rows) this.#note(row);
      const { headers } = this.#planning.next;
      const merged = this.#rows.slice(at - headers, at - headers + remove);
      this.#rows.splice(at - headers, remove, ...rows.map((next, k): RowPair => ({ ...(merged[k]?.base === undefined ? {} : { base: merged[k]!.base }), next })));
      return true;
    }
    return false;
  }

  #note(row: number): void {
    for (const cell of this.#planning.next.rows[row]!.cells) if (cell) for (const name of [cell.text, labelOfCell(cell.text)]) if (name !== undefined) this.#added.add(name);
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
    return rowLocation(this.#planning.location, steps);
  }

  /** いまの行の名を控える。行を加えるまでは、削っても移しても、残る行の名は変わらない。 */
  #remember(): void {
    this.#names = tableNames(this.table);
    this.#rowsThen = new Map(this.#rows.map((row, i) => [row.base!, this.#planning.next.headers + i]));
    this.#fresh = true;
  }

  /** 旧の行の、いまの呼び名。加えた行と同じ名や、数えて呼ぶ名は、いまの表で引き直す。 */
  #steps(row: number): Step[] | undefined {
    const then = this.#rowsThen.get(row);
    const steps = then === undefined ? undefined : this.#call(then);
    const last = steps?.at(-1);
    if (this.#fresh || (last?.kind === 'row' && !this.#added.has(last.name) && !last.name.startsWith('第'))) return steps;
    this.#work += this.#rows.length;
    if (this.#work > MAX_WORK) return undefined;
    const at = this.#at(row);
    return rowSteps(tableNames(this.table), { from: at, to: at + 1 }, this.#planning.digits);
  }

  #call(at: number): Step[] | undefined {
    return rowSteps(this.#names, { from: at, to: at + 1 }, this.#planning.digits);
  }

  #splice(at: number, remove: number, lines: readonly string[]): boolean {
    this.#work += this.#rows.length;
    const spliced = this.#work > MAX_WORK ? undefined : spliceRows(this.table, at, remove, lines, () => `row${(this.#ids += 1)}` as NodeId);
    if (spliced === undefined) return false;
    this.table = spliced;
    // 行の数が変われば、数えて呼ぶ名は変わる
    this.#fresh &&= lines.length === 0 && remove === 0;
    return true;
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
