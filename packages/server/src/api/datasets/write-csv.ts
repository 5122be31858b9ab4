import type { CellValue, Column } from './dataset.js';

const BOM = '\uFEFF';

/**
 * CSV（RFC 4180、BOM付き UTF-8、CRLF）。「行政データにおける機械可読性に関するルール」に沿い、
 * 一つの記録を一行に収め（値の中の改行は空白に）、値の無い欄は空にする。
 */
export function writeCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map((column) => quote(column.header)), ...rows.map((row) => columns.map((column) => writeCell(column.value(row))))];
  return BOM + lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

function writeCell(value: CellValue): string {
  if (value === null) return '';
  return typeof value === 'string' ? quote(guard(value)) : String(value);
}

/** 表計算ソフトが式として動かす書き出し（= + - @ とその全角、タブ、復帰）の前に「'」を置く。 */
function guard(text: string): string {
  const oneLine = text.replace(/\r\n|[\r\n\u2028\u2029]/g, ' ');
  return /^[\s]*[=+\-@＝＋－＠\t]/u.test(oneLine) ? `'${oneLine}` : oneLine;
}

function quote(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
