import { insertBlankHeaders, isInitiativeTable, labelOfRow, rowKey, unfinished } from './initiative-table.js';
import { isRule } from './line-kind.js';
import type { ReaderContext } from './reader-context.js';
import { cellText, hasText, type TableDraft, type TableRowDraft } from './table.js';
import { EMPTY, joinTraced, spansOf } from './traced-text.js';

/** 一つの表だけで証明できる傷み: 繰り返した見出し、切れた行、抜けた見出しの列。 */
export function repairTable(table: TableDraft, context: ReaderContext): void {
  if (!isInitiativeTable(table)) return;
  dropRepeatedHeaders(table, context);
  rejoinCutRows(table, context);
  restoreHeaderColumns(table, context);
}

/** ページの頭で繰り返された見出し行は本文でない。 */
function dropRepeatedHeaders(table: TableDraft, context: ReaderContext): void {
  const keys = new Set(table.header.map(rowKey));
  table.body = table.body.filter((row) => {
    if (!keys.has(rowKey(row))) return true;
    context.report({
      code: 'text.repeated-header',
      severity: 'advice',
      line: row.line,
      spans: row.slots.flatMap((c) => (c ? spansOf(c.text) : [])),
      provision: table.place,
      found: rowKey(row),
      confidence: 'certain',
    });
    return false;
  });
}

/**
 * ページの切れ目で二つに割れた行をつなぐ。
 * 一列目が空で、前の行の文が終わっていない（または前の行に無い欄だけを持つ）行は、前の行の続き。
 */
function rejoinCutRows(table: TableDraft, context: ReaderContext): void {
  const kept: TableRowDraft[] = [];
  for (const row of table.body) {
    const prev = kept.at(-1);
    const filled = row.slots.map((cell, c) => ({ cell, c })).filter(({ cell }) => hasText(cell));
    const continues =
      prev !== undefined &&
      filled.length > 0 &&
      !filled.some(({ cell }) => isRule(cellText(cell))) &&
      labelOfRow(row) === '' &&
      filled.some(({ c }) => unfinished(prev.slots[c]) || !hasText(prev.slots[c])) &&
      filled.every(({ c }) => unfinished(prev.slots[c]) || !hasText(prev.slots[c]));
    if (!continues) {
      kept.push(row);
      continue;
    }
    const joined = filled.map(({ cell, c }) => {
      const before = prev.slots[c];
      const text = joinTraced(before?.text ?? EMPTY, cell!.text);
      prev.slots[c] = { text, header: false, inferred: false };
      return { before: cellText(before), after: cellText(cell) };
    });
    context.report({
      code: 'text.row-rejoined',
      severity: 'advice',
      line: row.line,
      spans: filled.flatMap(({ cell }) => spansOf(cell!.text)),
      node: prev.node,
      provision: `${table.place}${labelOfRow(prev)}`,
      found: joined.map((j) => j.after).join(' / '),
      assumed: joined.map((j) => j.before + j.after).join(' / '),
      confidence: 'certain',
    });
  }
  table.body = kept;
}

/** 見出しの欄が本体より少なく、後ろが役割欄なら、名と内容の間の空の見出しが失われている。 */
function restoreHeaderColumns(table: TableDraft, context: ReaderContext): void {
  const width = table.body.reduce((most, r) => Math.max(most, r.slots.length), 0);
  insertBlankHeaders(table, width, context);
}
