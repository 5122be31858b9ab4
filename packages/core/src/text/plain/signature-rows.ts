import type { SourceCell, SourceRow } from '../source.js';
import { EMPTY, joinTraced, sliceTraced, traced, trimTraced, type TracedText } from './traced-text.js';

/**
 * 表に組まれた署名欄を行に戻す。HTML や Word では、甲と乙の欄を表で並べることが多い。
 *   甲 ｜ 湊市中央1番1号⏎湊市⏎湊市長　湊　太郎
 * 首長の職のある、文や取組の見出しを含まない表だけ。署名欄でなければ undefined。
 */
export interface SignatureRowLine {
  readonly body: TracedText;
  readonly line: number;
  /** 署名者の最初の行 */
  readonly first: boolean;
}

const MAX_ROWS = 40;

export function signatureRows(rows: readonly SourceRow[]): SignatureRowLine[] | undefined {
  if (rows.length > MAX_ROWS) return undefined;
  const texts = rows.flatMap((row) => row.cells.flatMap((cell) => cell.text.split('\n')));
  const signed = texts.some((text) => /(?:[市町村区]長|知事)[^。、はがを]{0,24}$/.test(text.trim()));
  if (!signed || texts.some((text) => /。$|^取組|役割/.test(text.trim()))) return undefined;
  return rows.flatMap(linesOfRow);
}

function linesOfRow(row: SourceRow): SignatureRowLine[] {
  const cells = row.cells.filter((cell) => cell.text.trim() !== '').map(linesOfCell);
  const single = cells.every((lines) => lines.length === 1);
  // 「湊市長｜湊　太郎」は一行。「甲｜住所⏎団体⏎職 氏名」は、甲を最初の行に付ける
  const lines = single ? [joinSpaced(cells.flat())] : cells.reduce((above, below) => (above.length === 1 ? [joinSpaced([above[0]!, below[0]!]), ...below.slice(1)] : [...above, ...below]));
  return lines.map((body, i) => ({ body, line: row.line, first: i === 0 }));
}

function linesOfCell(cell: SourceCell): TracedText[] {
  const whole = traced(cell.text, cell.start);
  const lines: TracedText[] = [];
  for (const m of cell.text.matchAll(/[^\n]+/g)) {
    const line = trimTraced(sliceTraced(whole, m.index, m.index + m[0].length));
    if (line.text !== '') lines.push(line);
  }
  return lines;
}

/** 欄の間の空白は木に入れるが、原文の位置は持たない（直前の文字に寄せる）。 */
function joinSpaced(parts: readonly TracedText[]): TracedText {
  return parts.reduce((joined, part) => (joined.text === '' ? part : joinTraced(joinTraced(joined, { text: '　', pieces: [{ length: 1, start: part.pieces[0]!.start - 1 }] }), part)), EMPTY);
}
