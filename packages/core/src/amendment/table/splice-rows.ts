import { isElement, type Element, type NodeId } from '../../text/element.js';
import { readRun } from '../run.js';
import { LEFT, readRowLine, UP, type Slot } from './row-line.js';
import { tableGrid, type Cell, type Grid } from './table-grid.js';

/**
 * 表の行を、印字した行（row-line.ts）で差し替える。remove が 0 なら加える、lines が空なら削る。
 * 升目に合わない行（上に欄の無い ↑ など）のときは undefined。触れない欄は id も属性もそのまま残す。
 *
 * 結合された欄は項に含めない:
 * - 行の欄が表の欄より少なければ、右端の残りは、改める行ではもとの欄のまま、加える行では上（先頭なら下）の欄の続きとみる
 * - 削る行に始まり、削らない行へ続く欄は残る
 */
export function spliceRows(table: Element, at: number, remove: number, lines: readonly string[], newId: () => NodeId): Element | undefined {
  const grid = tableGrid(table);
  if (!grid.regular || at + remove > grid.rows.length) return undefined;
  const parsed = lines.map(readRowLine);
  if (parsed.some((slots) => slots === undefined || (grid.rows.length > 0 && slots.length > grid.width))) return undefined;
  const matrix = grid.rows.map((row, r) => piecesOf(row.cells, r));
  const place: Place = { grid, matrix, at, remove, newId };
  const added = parsed.map((slots, k) => newPieces(slots!, k, place));
  const elements = grid.rows.map((row) => row.element);
  const header = at < grid.headers && remove > 0;
  const rowElements = lines.map((_, k): Element => (k < remove ? elements[at + k]! : { tag: header ? 'TableHeaderRow' : 'TableRow', id: newId(), attr: {}, children: [] }));
  keepOverhang(place, matrix, lines.length);
  extendUpward(place, matrix, added, parsed[0]?.length ?? 0);
  matrix.splice(at, remove, ...added);
  elements.splice(at, remove, ...rowElements);
  return assemble(table, elements, matrix);
}

/** 升の中身: 欄の要素か結合の印 */
type Piece = Element | typeof UP | typeof LEFT;

const piecesOf = (cells: readonly (Cell | undefined)[], row: number): Piece[] =>
  cells.map((cell, column): Piece => (cell === undefined || cell.row < row ? UP : cell.column < column ? LEFT : cell.element));

interface Place {
  readonly grid: Grid;
  readonly matrix: readonly (readonly Piece[])[];
  readonly at: number;
  readonly remove: number;
  readonly newId: () => NodeId;
}

function newPieces(slots: readonly Slot[], k: number, place: Place): Piece[] {
  const { grid, matrix, at, remove } = place;
  const old = k < remove ? matrix[at + k]! : [];
  const width = grid.rows.length === 0 ? slots.length : widthAround(grid, at, remove);
  return Array.from({ length: Math.max(width, slots.length) }, (_, column): Piece => {
    const slot = slots[column];
    if (slot === undefined) return old[column] ?? UP;
    if ('mark' in slot) return slot.mark;
    const before = old[column];
    return isPiece(before) ? readRun(before, slot.text, place.newId) : newCell(slot.text, column, place);
  });
}

const isPiece = (piece: Piece | undefined): piece is Element => piece !== undefined && piece !== UP && piece !== LEFT;

/** 加える行の欄の数。隣の行に合わせる。 */
const widthAround = (grid: Grid, at: number, remove: number): number =>
  grid.rows[at + (remove > 0 ? 0 : -1)]?.cells.length ?? grid.rows[at]?.cells.length ?? grid.width;

/** 新しい欄。属性（罫線・揃え）は同じ列の隣の欄にならう。 */
function newCell(text: string, column: number, { grid, at, remove, newId }: Place): Element {
  const near = [at, at - 1, at + remove].map((row) => grid.rows[row]?.cells[column]).find((cell) => cell !== undefined && cell.element.tag === 'TableColumn');
  const { rowspan: _r, colspan: _c, ...attr } = near?.element.attr ?? {};
  const header = remove > 0 && at < grid.headers;
  return readRun({ tag: header ? 'TableHeaderColumn' : 'TableColumn', id: newId(), attr, children: [{ tag: 'Sentence', id: newId(), attr: {}, children: [] }] }, text, newId);
}

/** 削る行に始まり、削らない行へ続く欄の始まりを、残る行へ移す。 */
function keepOverhang({ grid, at, remove }: Place, matrix: readonly Piece[][], lines: number): void {
  const below = matrix[at + remove];
  if (remove <= lines || below === undefined) return;
  for (const [column, cell] of grid.rows[at + remove]!.cells.entries()) {
    if (cell === undefined || below[column] !== UP || cell.row < at + lines || cell.row >= at + remove) continue;
    below[column] = cell.column === column ? cell.element : LEFT;
  }
}

/** 本体の先頭に加えた行の、書かなかった右端の欄は、下の行の欄を上へ広げたものとみる。 */
function extendUpward({ grid, at, remove }: Place, matrix: readonly Piece[][], added: readonly Piece[][], written: number): void {
  const below = matrix[at];
  if (remove > 0 || at > grid.headers || added.length === 0 || below === undefined) return;
  for (let column = written; column < below.length; column += 1) {
    added[0]![column] = below[column]!;
    below[column] = UP;
  }
}

/** 升から表を組み立てる。結合の印が長方形にならなければ undefined。 */
function assemble(table: Element, elements: readonly Element[], matrix: readonly (readonly Piece[])[]): Element | undefined {
  const taken = matrix.map((row) => row.map((piece) => isPiece(piece)));
  const rows: Element[] = [];
  for (const [r, pieces] of matrix.entries()) {
    const children: Element[] = [];
    for (const [c, piece] of pieces.entries()) {
      if (!isPiece(piece)) continue;
      let right = 1;
      while (pieces[c + right] === LEFT && !taken[r]![c + right]) right += 1;
      let down = 1;
      while (matrix[r + down]?.[c] === UP && !taken[r + down]![c]) down += 1;
      for (let y = 0; y < down; y += 1) {
        for (let x = 0; x < right; x += 1) {
          if (y === 0 && x === 0) continue;
          const inside = matrix[r + y]![c + x];
          if ((y === 0 ? inside !== LEFT : inside !== UP) || taken[r + y]![c + x]) return undefined;
          taken[r + y]![c + x] = true;
        }
      }
      children.push(withSpans(piece, down, right));
    }
    const element = elements[r]!;
    const same = children.length === element.children.length && children.every((child, i) => child === element.children[i]);
    rows.push(same ? element : { ...element, children });
  }
  if (taken.some((row) => row.includes(false))) return undefined;
  const rest = table.children.filter((child) => !isElement(child) || (child.tag !== 'TableRow' && child.tag !== 'TableHeaderRow'));
  return { ...table, children: [...rest, ...rows] };
}

function withSpans(cell: Element, down: number, right: number): Element {
  const { rowspan = '1', colspan = '1', ...attr } = cell.attr;
  if (rowspan === String(down) && colspan === String(right)) return cell;
  return { ...cell, attr: { ...attr, ...(down > 1 ? { rowspan: String(down) } : {}), ...(right > 1 ? { colspan: String(right) } : {}) } };
}
