import { invariant } from '../../kernel/invariant.js';
import { labelOfRow, unfinished } from './initiative-table.js';
import type { LineBlock } from './prepare-blocks.js';
import type { ReaderContext } from './reader-context.js';
import { cellText, hasText, type TableDraft, type TableRowDraft } from './table.js';
import { joinTraced, spansOf } from './traced-text.js';

/** ページの切れ目でタブも失われ、表でない行になったセルの続きを、表のセルに戻す。 */

/** 表の最後のセルの文が終わっていないとき、直後の標目のない行はその続き（タブも失われた切れ目）。 */
export function joinCutCell(table: TableDraft, line: LineBlock, context: ReaderContext): boolean {
  const row = table.body.at(-1);
  const at = row?.slots.findLastIndex(hasText) ?? -1;
  if (!row || at < 1 || table.header.length === 0 || !unfinished(row.slots[at]) || !/[。、]$/.test(line.body.text)) return false;
  joinLastCell(table, line, context);
  return true;
}

/** 行を、表の最後のセルの続きとしてつなぐ。 */
export function joinLastCell(table: TableDraft, line: LineBlock, context: ReaderContext): void {
  const row = table.body.at(-1)!;
  const at = row.slots.findLastIndex(hasText);
  const before = row.slots[at]!;
  row.slots[at] = { ...before, text: joinTraced(before.text, line.body) };
  reportRejoined(table, row, line, before.text.text + line.body.text, context);
}

/** 行を、次の行の最初のセルの前半としてつなぐ。 */
export function joinCutLabel(table: TableDraft, row: TableRowDraft | undefined, line: LineBlock, context: ReaderContext): void {
  const cell = row?.slots[0];
  invariant(row !== undefined && cell !== undefined, '標目を分けた行の続きには、最初の欄がある');
  row.slots[0] = { ...cell, text: joinTraced(line.body, cell.text) };
  reportRejoined(table, row, line, cellText(row.slots[0]), context);
}

function reportRejoined(table: TableDraft, row: TableRowDraft, line: LineBlock, assumed: string, context: ReaderContext): void {
  context.report({
    code: 'text.row-rejoined',
    severity: 'advice',
    line: line.line,
    spans: spansOf(line.body),
    node: row.node,
    provision: `${table.place}${labelOfRow(row)}`,
    found: line.body.text,
    assumed,
    confidence: 'likely',
  });
}
