import { readEscaped, writeEscapedCell } from '../block/block-escape.js';
import { CELL_BLOCK } from '../block/read-table.js';
import { cutRow, isHeaderRule } from '../block/table-rows.js';

/** 表の一行の印字「｜アの欄｜イの欄｜」と、升の行き来。ブロックの表と同じ書きぶり。 */
export const UP = '↑';
export const LEFT = '←';

/** 結合の印か、欄の文字か */
export type Slot = { readonly mark: typeof UP | typeof LEFT } | { readonly text: string };

export const writeRowLine = (slots: readonly Slot[]): string => `｜${slots.map((slot) => ('mark' in slot ? slot.mark : writeEscapedCell(slot.text))).join('｜')}｜`;

/** 一行を升に分ける。表の一行でないもの、欄に号や図の並ぶものは undefined。 */
export function readRowLine(line: string): Slot[] | undefined {
  if (line.length < 2 || !line.startsWith('｜') || !line.endsWith('｜')) return undefined;
  const cells = cutRow(line);
  if (isHeaderRule(cells) || cells.some((cell) => cell.startsWith(CELL_BLOCK) || /^［[縦横]/.test(cell))) return undefined;
  return cells.map((cell): Slot => (cell === UP || cell === LEFT ? { mark: cell } : { text: readEscaped(cell) }));
}
