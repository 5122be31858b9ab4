import { labelledLine } from './line-kind.js';
import type { ReaderContext } from './reader-context.js';
import { cellText, hasText, type Cell, type TableDraft, type TableRowDraft } from './table.js';
import { EMPTY, spansOf } from './traced-text.js';

/** 取組の表について、修復の規則が共に使う見方。 */

/** 役割欄の見出しか */
export const isRoleHeading = (text: string): boolean => /役割/.test(text);
/** 文が終わっていないセルか */
export const unfinished = (cell: Cell | undefined): boolean => hasText(cell) && !/[。．.）)」]$/.test(cellText(cell));
export const labelOfRow = (row: TableRowDraft): string => labelledLine(cellText(row.slots[0]))?.label ?? '';

/** 取組の表か。見出しに取組か役割があり、一列目の過半が標目で始まる。 */
export function isInitiativeTable(table: TableDraft): boolean {
  const heading = table.header.some((row) => row.slots.some((c) => /取組|取り組み|役割/.test(cellText(c))));
  const labelled = table.body.filter((row) => labelOfRow(row) !== '').length;
  return heading && labelled * 2 > table.body.filter((row) => hasText(row.slots[0])).length;
}

/** 行の文字を並べた、行どうしを比べる鍵 */
export const rowKey = (row: TableRowDraft): string => row.slots.map(cellText).filter((t) => t !== '').join('\t');

/** 名と内容の間の、失われた空の見出しを補う。 */
export function insertBlankHeaders(table: TableDraft, width: number, context: ReaderContext): void {
  const header = table.header.at(-1);
  if (!header || table.header.length !== 1) return;
  const missing = width - header.slots.length;
  if (missing <= 0 || !isRoleHeading(cellText(header.slots.at(-1)))) return;
  const found = header.slots.map(cellText).join('｜');
  const blanks: Cell[] = Array.from({ length: missing }, () => ({ text: EMPTY, header: true, inferred: true }));
  header.slots.splice(1, 0, ...blanks);
  context.report({
    code: 'text.header-column-restored',
    severity: 'advice',
    line: header.line,
    spans: header.slots.flatMap((c) => (c ? spansOf(c.text) : [])),
    node: header.node,
    provision: table.place,
    found,
    assumed: header.slots.map(cellText).join('｜'),
    confidence: 'certain',
    data: { columns: width },
  });
}
