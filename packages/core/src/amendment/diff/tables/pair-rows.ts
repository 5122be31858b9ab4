import { LEFT } from '../../table/row-line.js';
import { slotsOf, type Cell, type Grid } from '../../table/table-grid.js';
import { labelOfCell } from '../../table/table-names.js';
import { diffSequences } from '../words/diff-sequences.js';

/** 旧と新の同じ行。どちらかだけなら、削られた行・加えられた行。 */
export interface RowPair {
  readonly base?: number;
  readonly next?: number;
}

/** 総当たりで比べる、組の数の上限 */
const MAX_COMPARED = 20_000;
/** これより似ていなければ別の行とみる */
const SIMILAR = 0.4;
/** 行の呼び名が同じなら、中身が大きく変わっていても同じ行とみる */
const SAME_NAME = 0.5;

/** 本体の行を対応させる。まず標目のほかが同じ行、その間では似た行を、順に。 */
export function pairRows(base: Grid, next: Grid): RowPair[] {
  const [a, b] = [bodyRows(base), bodyRows(next)];
  const pairs: RowPair[] = [];
  let [i, j] = [0, 0];
  const end = { aStart: a.length, aEnd: a.length, bStart: b.length, bEnd: b.length };
  for (const edit of [...diffSequences(a.map((r) => r.key), b.map((r) => r.key)), end]) {
    for (; i < edit.aStart; i += 1, j += 1) pairs.push({ base: a[i]!.row, next: b[j]!.row });
    pairs.push(...pairSimilar(a.slice(edit.aStart, edit.aEnd), b.slice(edit.bStart, edit.bEnd)));
    [i, j] = [edit.aEnd, edit.bEnd];
  }
  return pairs;
}

interface BodyRow {
  readonly row: number;
  /** 標目を除いた行の印字 */
  readonly key: string;
  /** 行の呼び名になる印字（標目を除く） */
  readonly name: string;
  readonly texts: readonly (string | undefined)[];
}

/** 何行にもわたる欄は行の違いに数えない。加除で始まりの行が替わるだけだからである。 */
function bodyRows(grid: Grid): BodyRow[] {
  return grid.rows.slice(grid.headers).map((_, k) => {
    const row = grid.headers + k;
    const { cells } = grid.rows[row]!;
    const first = cells.findIndex((cell) => cell !== undefined && cell.row === row && cell.rowspan === 1);
    const texts = slotsOf(grid, row).map((slot, column): string | undefined => {
      if ('mark' in slot) return slot.mark === LEFT ? LEFT : undefined;
      if (spans(cells[column])) return undefined;
      return column === first ? slot.text.slice(labelOfCell(slot.text)?.length ?? 0) : slot.text;
    });
    return { row, key: JSON.stringify(texts), name: texts.find((t) => t !== undefined && t !== LEFT) ?? '', texts };
  });
}

const spans = (cell: Cell | undefined): boolean => (cell?.rowspan ?? 1) > 1;

function pairSimilar(a: readonly BodyRow[], b: readonly BodyRow[]): RowPair[] {
  if (a.length === 0) return b.map((r) => ({ next: r.row }));
  if (b.length === 0) return a.map((r) => ({ base: r.row }));
  const chosen = a.length * b.length > MAX_COMPARED ? sameNamed(a, b) : bestInOrder(a, b);
  const pairs: RowPair[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...chosen, [a.length, b.length] as const]) {
    for (; i < x; i += 1) pairs.push({ base: a[i]!.row });
    for (; j < y; j += 1) pairs.push({ next: b[j]!.row });
    if (x < a.length) pairs.push({ base: a[x]!.row, next: b[y]!.row });
    [i, j] = [x + 1, y + 1];
  }
  return pairs;
}

function sameNamed(a: readonly BodyRow[], b: readonly BodyRow[]): [number, number][] {
  const at = new Map(b.map((row, j) => [row.name, j]));
  const pairs: [number, number][] = [];
  let from = 0;
  for (const [i, row] of a.entries()) {
    const j = at.get(row.name);
    if (j === undefined || j < from) continue;
    pairs.push([i, j]);
    from = j + 1;
  }
  return pairs;
}

/** 似ている度合いの和が最も大きい、順を守った組み合わせ。 */
function bestInOrder(a: readonly BodyRow[], b: readonly BodyRow[]): [number, number][] {
  const [left, right] = [a.map((r) => bigrams(r.texts)), b.map((r) => bigrams(r.texts))];
  const score = a.map((x, i) => b.map((y, j) => likeness(x, y, left[i]!, right[j]!)));
  const best = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, score[i]![j]! > 0 ? score[i]![j]! + best[i + 1]![j + 1]! : 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (score[i]![j]! > 0 && best[i]![j] === score[i]![j]! + best[i + 1]![j + 1]!) pairs.push([i++, j++]);
    else if (best[i]![j] === best[i + 1]![j]) i += 1;
    else j += 1;
  }
  return pairs;
}

function likeness(a: BodyRow, b: BodyRow, left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (a.texts.length !== b.texts.length || a.texts.some((t, k) => (t === LEFT) !== (b.texts[k] === LEFT))) return 0;
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared += 1;
  const ratio = left.size + right.size === 0 ? 1 : (2 * shared) / (left.size + right.size);
  const named = a.name !== '' && a.name === b.name ? SAME_NAME : 0;
  return ratio + named >= SIMILAR ? ratio + named : 0;
}

function bigrams(texts: readonly (string | undefined)[]): Set<string> {
  const grams = new Set<string>();
  for (const text of texts) {
    if (text === undefined) continue;
    const padded = `^${text}$`;
    for (let i = 0; i + 1 < padded.length; i += 1) grams.add(padded.slice(i, i + 2));
  }
  return grams;
}
