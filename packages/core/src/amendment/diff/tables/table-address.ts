import { writeNumeral, type NumeralForm } from '../../../kernel/numeral.js';
import type { DraftingProfile } from '../../profile.js';
import type { Location, Step } from '../../location.js';
import type { Cell } from '../../table/table-grid.js';
import { cellsWithin, columnsNamed, labelOfCell, partNamed, rowsNamed, type Named, type RowRange, type TableNames } from '../../table/table-names.js';

/** 呼び名にすると、読み戻すときに切れ目を誤るもの */
const UNSAFE = /[「」『』｜↵《》［］\s]|の[項部欄表]|[左右上中下]欄|(?:、|及び|並びに)(?:同表|同条|同項|別表|様式|附則第|別記)|^(?:、|及び|並びに|又は|若しくは|から|まで|中|を|に|備考|注)/;
const NAME_LIMIT = 100;

const isSafe = (name: string): boolean => name !== '' && name.length <= NAME_LIMIT && !UNSAFE.test(name);

/**
 * ちょうどこれらの行を指す、項の呼び方。「アの項」、「経費の部人件費の項」。
 * 名が無いか同じ名の行がほかにあるときは、上から数えて「第五の項」。一行でなく、名でも呼べなければ undefined。
 */
export function rowSteps(names: TableNames, rows: RowRange, digits: NumeralForm): Step[] | undefined {
  return namedSteps(names, rows, digits) ?? ordinalSteps(names, rows, digits);
}

function ordinalSteps(names: TableNames, rows: RowRange, digits: NumeralForm): Step[] | undefined {
  if (rows.to !== rows.from + 1) return undefined;
  const name = `第${writeNumeral(rows.from - names.grid.headers + 1, digits)}`;
  const taken = rowsNamed(names, name);
  return 'count' in taken && taken.count === 0 ? [{ kind: 'row', name }] : undefined;
}

/** 「第五の項」が「別表第五」の項に読まれないよう、別表の表であることを言う。 */
export function rowLocation(table: Location, steps: Location): Location {
  const [row] = steps;
  const ordinal = row?.kind === 'row' && row.name.startsWith('第') && table.at(-1)?.kind === 'appendix';
  return ordinal ? [...table, { kind: 'table' }, ...steps] : [...table, ...steps];
}

function namedSteps(names: TableNames, rows: RowRange, digits: NumeralForm): Step[] | undefined {
  const index = indexOf(names);
  const own = index.byRange.get(`${rows.from} ${rows.to}`);
  const alone = () => aloneSteps(names, rows, own ?? []);
  // 横書きの例規は、左端の欄が何行にもわたれば部から呼ぶ。法令の読替えの表などは、紛れるときだけ部で絞る
  const range = index.partAt(rows.from);
  const merged = digits !== 'kanji' && range !== undefined && (rows.from !== range.from || rows.to !== range.to) && (names.grid.rows[range.from]?.cells[0]?.rowspan ?? 1) > 1;
  return merged ? (inPartSteps(names, rows, own ?? [], range) ?? alone()) : (alone() ?? inPartSteps(names, rows, own ?? [], range));
}

function aloneSteps(names: TableNames, rows: RowRange, own: readonly string[]): Step[] | undefined {
  const index = indexOf(names);
  for (const text of own) {
    for (const name of [labelOfCell(text), text]) {
      if (name === undefined || !isSafe(name)) continue;
      if (index.mayBeUnique(name) && points(rowsNamed(names, name), rows)) return [{ kind: 'row', name }];
    }
  }
  return undefined;
}

function inPartSteps(names: TableNames, rows: RowRange, own: readonly string[], range: TableNames['parts'][number] | undefined): Step[] | undefined {
  const partName = range && [range.label, range.name].find((n) => n !== undefined && isSafe(n));
  if (range === undefined || partName === undefined || rows.to > range.to || !points(partNamed(names, partName), range)) return undefined;
  for (const text of own) {
    for (const name of [labelOfCell(text), text]) {
      if (name !== undefined && isSafe(name) && points(rowsNamed(names, name, range), rows)) return [{ kind: 'part', name: partName }, { kind: 'row', name }];
    }
  }
  return undefined;
}

const points = (named: Named<RowRange>, rows: RowRange): boolean => 'found' in named && named.found.from === rows.from && named.found.to === rows.to;

/** 欄の場所。項と欄、列全体に掛かる欄、何行かに掛かる欄の順に、言えるところまで細かく言う。 */
export function cellSteps(names: TableNames, cell: Cell, profile: DraftingProfile): Location {
  const { grid } = names;
  if (cell.row < grid.headers) return [];
  const rows = { from: cell.row, to: cell.row + cell.rowspan };
  const column = columnStep(names, cell, profile);
  const whole = rows.from === grid.headers && rows.to === grid.rows.length && grid.rows.length - grid.headers > 1;
  if (whole) return column ? [column] : [];
  const steps = rowSteps(names, rows, profile.digits);
  if (steps === undefined) return [];
  return column ? [...steps, column] : steps;
}

/** 欄の呼び方。見出し行があれば見出しの名、無ければ上欄・下欄（横書きは左欄・右欄）。 */
export function columnStep(names: TableNames, cell: Cell, profile: DraftingProfile): Step | undefined {
  for (const name of columnNames(names, cell, profile)) {
    const named = columnsNamed(names, name);
    if ('found' in named && named.found.from <= cell.column && cell.column + cell.colspan <= named.found.to) return { kind: 'column', name };
  }
  return undefined;
}

function columnNames({ grid }: TableNames, cell: Cell, profile: DraftingProfile): string[] {
  const headers = grid.rows.slice(0, grid.headers).map(({ cells }) => headerOver(cells, cell.column)).filter((text) => isSafe(text) && !text.endsWith('欄') && !/^[前後次]/.test(text));
  if (headers.length > 0) return headers.toReversed();
  if (grid.headers > 0) return [];
  const vertical = profile.digits === 'kanji';
  if (grid.width === 2) return [(vertical ? ['上欄', '下欄'] : ['左欄', '右欄'])[cell.column] ?? ''];
  return grid.width === 3 ? [(vertical ? ['上欄', '中欄', '下欄'] : ['左欄', '中欄', '右欄'])[cell.column] ?? ''] : [];
}

/** 列の見出し。名の無い見出しの欄には、左の見出しが掛かる */
function headerOver(cells: readonly (Cell | undefined)[], column: number): string {
  for (let at = column; at >= 0; at -= 1) {
    const text = cells[at]?.text ?? '';
    if (text.trim() !== '') return text;
  }
  return '';
}

/** この欄だけを指す場所か */
export function isOnlyCell(names: TableNames, cell: Cell, steps: Location, rows: RowRange): boolean {
  const column = steps.at(-1);
  if (column?.kind !== 'column') return false;
  const named = columnsNamed(names, column.name);
  const cells = 'found' in named ? cellsWithin(names, rows, named.found) : [];
  return cells.length === 1 && cells[0] === cell.element;
}

interface NameIndex {
  readonly byRange: ReadonlyMap<string, readonly string[]>;
  /** 同じ名がいくつもある行を、何度も調べ直さない */
  readonly mayBeUnique: (name: string) => boolean;
  readonly partAt: (row: number) => TableNames['parts'][number] | undefined;
}

const indexes = new WeakMap<TableNames, NameIndex>();

function indexOf(names: TableNames): NameIndex {
  const known = indexes.get(names);
  if (known) return known;
  const byRange = new Map<string, string[]>();
  const counts = new Map<string, number>();
  for (const { name, from, to, depth } of names.names) {
    byRange.set(`${from} ${to}`, [...(byRange.get(`${from} ${to}`) ?? []), name]);
    const key = `${depth} ${name}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const parts = new Map<number, TableNames['parts'][number]>();
  for (const part of names.parts) if (part.to - part.from > 1) for (let row = part.from; row < part.to; row += 1) parts.set(row, part);
  const index: NameIndex = { byRange, mayBeUnique: (name) => (counts.get(`0 ${name}`) ?? 0) <= 1, partAt: (row) => parts.get(row) };
  indexes.set(names, index);
  return index;
}
