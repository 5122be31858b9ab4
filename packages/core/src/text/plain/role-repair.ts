import { insertBlankHeaders, isInitiativeTable, isRoleHeading, labelOfRow, rowKey, unfinished } from './initiative-table.js';
import type { ReaderContext } from './reader-context.js';
import { cellText, hasText, type Cell, type TableDraft, type TableRowDraft } from './table.js';
import { joinTraced, spansOf } from './traced-text.js';

/**
 * 文書の表を見比べて、失われた役割を補う。補ったものはすべて推定として報告する。
 *
 * 用語:
 * - 役割欄     : 見出しに「役割」を含む列
 * - 共通の役割 : 表全体で一つに結合されていた役割欄の文
 * - 断片       : ページの切れ目で文の後ろ（「を推進する。」）か初め（「両市が相互に連携・」）だけが残ったもの
 */

/**
 * 見出しも本体も同じ数の欄しかないが、同じ見出しのほかの表はどれももっと欄を持つ表。
 * 右端の役割の欄がすべての行から失われている（残る欄は内容であって役割でない）。
 */
function restoreLostRoleColumns(tables: readonly TableDraft[], context: ReaderContext): void {
  const widths = new Map<string, Set<number>>();
  const keyOf = (table: TableDraft): string => (table.header.length === 1 ? rowKey(table.header[0]!) : '');
  const widthOf = (table: TableDraft): number => table.header[0]!.slots.length;
  for (const table of tables) {
    const key = keyOf(table);
    if (key === '') continue;
    const known = widths.get(key) ?? new Set();
    widths.set(key, known.add(widthOf(table)));
  }
  for (const table of tables) {
    const [narrow, wide, ...others] = [...(widths.get(keyOf(table)) ?? [])].sort((a, b) => a - b);
    const lost = narrow !== undefined && wide !== undefined && others.length === 0 && widthOf(table) === narrow && table.header[0]!.slots.every(hasText);
    if (lost && narrow >= 2) insertBlankHeaders(table, wide, context);
  }
}

interface RoleColumn {
  readonly table: TableDraft;
  readonly at: number;
  readonly heading: string;
}

/** 文書の表を見比べて、結合の失われた役割欄を直す。 */
export function restoreRoles(tables: readonly TableDraft[], context: ReaderContext): void {
  const initiatives = tables.filter(isInitiativeTable);
  restoreLostRoleColumns(initiatives, context);
  const columns = initiatives.flatMap((table) => roleColumns(table));
  const evidence = new Map<string, CompleteRoles>();
  for (const column of columns) {
    const complete = evidence.get(column.heading) ?? completeRoles(columns, column.heading);
    evidence.set(column.heading, complete);
    restoreRoleColumn(column, complete, context);
  }
}

function roleColumns(table: TableDraft): RoleColumn[] {
  const header = table.header.at(-1)?.slots ?? [];
  return header.flatMap((cell, at) => (isRoleHeading(cellText(cell)) ? [{ table, at, heading: cellText(cell) }] : []));
}

/** 同じ見出しの列にある完結した役割の文（断片でないもの）。文書に何万とあっても引けるよう、初めと終わりの数文字で分けておく。 */
interface CompleteRoles {
  readonly endingWith: (fragment: string) => [text: string, count: number][];
  readonly startingWith: (fragment: string) => [text: string, count: number][];
  /** どの表にも同じ一つの文だけがあるときの、その文 */
  readonly only: Cell | undefined;
  readonly count: number;
}

const KEY_LENGTH = 12;

function completeRoles(columns: readonly RoleColumn[], heading: string): CompleteRoles {
  const counts = new Map<string, number>();
  let example: Cell | undefined;
  for (const column of columns) {
    if (column.heading !== heading) continue;
    for (const cell of new Set(column.table.body.map((r) => r.slots[column.at]))) {
      if (cell && hasText(cell) && !cell.inferred && !startsMidSentence(cellText(cell)) && !unfinished(cell)) {
        counts.set(cellText(cell), (counts.get(cellText(cell)) ?? 0) + 1);
        example = cell;
      }
    }
  }
  const bucketsBy = (cut: (text: string, length: number) => string): ((fragment: string) => readonly string[]) => {
    const byLength = new Map<number, Map<string, string[]>>();
    return (fragment) => {
      const length = Math.min(fragment.length, KEY_LENGTH);
      const bucket = byLength.get(length) ?? new Map<string, string[]>();
      if (!byLength.has(length)) {
        byLength.set(length, bucket);
        for (const text of counts.keys()) {
          const texts = bucket.get(cut(text, length));
          if (texts) texts.push(text);
          else bucket.set(cut(text, length), [text]);
        }
      }
      return bucket.get(cut(fragment, length)) ?? [];
    };
  };
  const bySuffix = bucketsBy((text, length) => text.slice(-length));
  const byPrefix = bucketsBy((text, length) => text.slice(0, length));
  const counted = (texts: readonly string[]): [string, number][] => texts.map((text) => [text, counts.get(text)!]);
  return {
    endingWith: (fragment) => counted(bySuffix(fragment).filter((text) => text.endsWith(fragment))),
    only: counts.size === 1 ? example : undefined,
    count: counts.size === 1 ? [...counts.values()][0]! : 0,
    startingWith: (fragment) => counted(byPrefix(fragment).filter((text) => text.startsWith(fragment))),
  };
}

/** 文の途中から始まっている（を・がや活用語尾で始まる）。 */
const startsMidSentence = (text: string): boolean => /^(?:[をが、。っゃゅょーん]|して|する|した|され|させ|れる|られ)/.test(text);
/** 助詞かもしれない字で始まる。「にぎわいの創出」「はしご車の配備」のような名もあるので、これだけでは断片としない。 */
const mayStartMidSentence = (text: string): boolean => /^[にのはへとでもや]/.test(text);

function restoreRoleColumn(column: RoleColumn, complete: CompleteRoles, context: ReaderContext): void {
  const { table, at } = column;
  joinSplitRole(column, complete, context);
  const absent = table.body.filter((row) => row.slots[at] === undefined);
  const printed = table.body.filter((row) => hasText(row.slots[at]));
  // 結合を失った列に一つだけ残り、ほかの表の文の終わりと同じものも、断片とみる
  const lone = absent.length > 0 && new Set(printed.map((row) => row.slots[at])).size === 1;
  const isFragment = (text: string): boolean => startsMidSentence(text) || ((lone || mayStartMidSentence(text)) && complete.endingWith(text).some(([whole]) => whole.length > text.length));
  const isHead = (cell: Cell | undefined): boolean => unfinished(cell) && complete.startingWith(cellText(cell)).length > 0;
  const fragments = printed.filter((row) => isFragment(cellText(row.slots[at])) || isHead(row.slots[at]));
  for (const row of fragments) completeFragment(row, column, complete, context);
  if (absent.length === 0) return;
  if (printed.length === 0) {
    fillLostColumn(column, complete, context);
    return;
  }
  if (new Set(printed.map((row) => row.slots[at])).size === 1) spread(column, printed[0]!, context);
  else fillDown(column, context);
}

/** 結合セルの文が折り返しごとに続く行へ分かれて残ったもの（「両市が相互に連携・協力」＋「して、取組を推進する。」）を、初めの行に戻す。 */
function joinSplitRole({ table, at }: RoleColumn, complete: CompleteRoles, context: ReaderContext): void {
  for (let r = table.body.length - 1; r > 0; r -= 1) {
    const [head, tail] = [table.body[r - 1]!, table.body[r]!];
    const [before, after] = [head.slots[at], tail.slots[at]];
    if (!before || !after || before === after || !unfinished(before) || !hasText(after)) continue;
    const joined = joinTraced(before.text, after.text);
    const proved = complete.startingWith(joined.text).length > 0;
    if (!proved && !startsMidSentence(cellText(after))) continue;
    head.slots[at] = { text: joined, header: false, inferred: false };
    tail.slots[at] = undefined;
    context.report({
      code: 'text.row-rejoined',
      severity: 'advice',
      line: tail.line,
      spans: spansOf(after.text),
      node: head.node,
      provision: `${table.place}${labelOfRow(head)}`,
      found: cellText(after),
      assumed: joined.text,
      confidence: proved ? 'certain' : 'likely',
    });
  }
}

/** 一つも残らなかった役割の欄。同じ見出しのほかの表がみな同じ一文なら、それを補う。 */
function fillLostColumn({ table, at, heading }: RoleColumn, { only, count }: CompleteRoles, context: ReaderContext): void {
  // 補った文は原文のこの位置に無いので、原文の位置を持たない
  const cell: Cell | undefined = only && { text: { text: cellText(only), pieces: [] }, header: false, inferred: true };
  if (cell) for (const row of table.body) row.slots[at] = cell;
  context.report({
    code: 'text.role-column-lost',
    severity: 'warning',
    line: table.body[0]?.line ?? 0,
    spans: [],
    node: table.node,
    provision: table.place,
    ...(cell ? { assumed: cellText(cell), confidence: 'guess' as const } : {}),
    data: { heading, rows: table.body.length, evidence: count },
  });
}

/** 断片を、同じ見出しのほかの表にある、同じ終わり方（初め方）の文で補う。 */
function completeFragment(row: TableRowDraft, column: RoleColumn, complete: CompleteRoles, context: ReaderContext): void {
  const cell = row.slots[column.at]!;
  const fragment = cellText(cell);
  const wholes = unfinished(cell) && !startsMidSentence(fragment) ? complete.startingWith(fragment) : complete.endingWith(fragment);
  const candidates = wholes.filter(([text]) => text.length > fragment.length).sort((a, b) => b[1] - a[1]);
  const [best] = candidates;
  const spans = spansOf(cell.text);
  const common = { severity: 'warning' as const, line: row.line, spans, node: row.node, provision: `${column.table.place}${labelOfRow(row)}`, found: fragment };
  if (!best) {
    context.report({ ...common, code: 'text.merged-cell-lost', data: { heading: column.heading } });
    return;
  }
  row.slots[column.at] = { text: { text: best[0], pieces: cell.text.pieces }, header: false, inferred: true };
  context.report({
    ...common,
    code: 'text.merged-cell-completed',
    assumed: best[0],
    confidence: candidates.length === 1 ? 'likely' : 'guess',
    data: { heading: column.heading, evidence: best[1], candidates: candidates.length },
  });
}

/** 表に一つだけ残った役割は、表全体の結合セルだった。 */
function spread(column: RoleColumn, printed: TableRowDraft, context: ReaderContext): void {
  const { table, at } = column;
  const cell = printed.slots[at]!;
  const extended = table.body.filter((row) => row.slots[at] === undefined);
  for (const row of extended) {
    row.slots[at] = cell;
    row.node.inferred = true;
  }
  context.report({
    code: 'text.merged-cell-restored',
    severity: 'warning',
    line: printed.line,
    spans: spansOf(cell.text),
    node: printed.node,
    provision: table.place,
    found: cellText(cell),
    assumed: cellText(cell),
    confidence: 'likely',
    data: { heading: column.heading, row: labelOfRow(printed), rows: table.body.length },
  });
}

/** 役割が行の組ごとに違うときは、上の行の結合が続いているとみる。 */
function fillDown(column: RoleColumn, context: ReaderContext): void {
  const { table, at } = column;
  table.body.forEach((row, r) => {
    if (row.slots[at] !== undefined) return;
    const above = table.body[r - 1]?.slots[at];
    if (!above || !hasText(above)) return;
    row.slots[at] = above;
    row.node.inferred = true;
    context.report({
      code: 'text.merged-cell-restored',
      severity: 'warning',
      line: row.line,
      spans: [],
      node: row.node,
      provision: `${table.place}${labelOfRow(row)}`,
      assumed: cellText(above),
      confidence: 'guess',
      data: { heading: column.heading, row: labelOfRow(row), rows: 1 },
    });
  });
}
