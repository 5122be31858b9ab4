import { isElement, type Element } from '../../text/element.js';
import type { Block } from '../operation.js';
import { readRowLine } from '../table/row-line.js';
import { spliceRows } from '../table/splice-rows.js';
import { collectRuns, freeze, kids, thaw, touch, type DraftNode } from './draft-tree.js';
import type { ApplySession } from './session.js';

/** 表の一行の印字か */
export const isTableLine = (line: string): boolean => line.length > 1 && line.startsWith('｜') && line.endsWith('｜');

/** 欄の中身が文字だけの行か。そうなら、升目に合わないのは行の誤りである */
export const isPlainRows = ({ lines }: Block): boolean => lines.every((line) => readRowLine(line) !== undefined);

/** 表の行を差し替える。升目に合わなければ何もせず false。 */
export function spliceTable(session: ApplySession, table: DraftNode, at: number, remove: number, lines: readonly string[]): boolean {
  const known = new Set(kids(table).map((r) => r.id));
  const spliced = spliceRows(freeze(table), at, remove, lines, session.newId);
  if (!spliced) return false;
  const kept = new Map<Element, DraftNode>(kids(table).map((c) => [freeze(c), c]));
  table.children = spliced.children.map((child) => (isElement(child) ? (kept.get(child) ?? thaw(child, table)) : child));
  touch(table);
  for (const row of kids(table)) {
    for (const run of collectRuns(row)) if (session.runs.has(run.id)) session.runNodes.set(run.id, run);
    if (known.has(row.id)) continue;
    session.addedBy.set(row.id, session.operation);
    session.trace(row, 'added');
  }
  return true;
}
