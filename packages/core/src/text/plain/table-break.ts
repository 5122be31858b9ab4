import { appdxLine, articleLine, groupLine, isCaptionShape, isClosingFormula, isDateLine, isRule, labelledLine, remarksLine, supplLine, type LabelledLine } from './line-kind.js';
import type { Block, LineBlock } from './prepare-blocks.js';
import type { SourceRow } from '../source.js';
import { unfinished } from './initiative-table.js';
import { cellText, hasText, type TableDraft } from './table.js';

/**
 * 表の途中で行が割り込み、表が二つに切れて見えるところ。
 *
 * - furniture: 割り込んだのは本文でない行（ページ番号、繰り返しの題）か、表のものでない行。後の表は前の表の続き
 * - cell     : 割り込んだのは、前の表の最後のセルの続き
 * - label    : 割り込んだのは、後の表の最初のセルの前半（「イ 広域」＋「的な交通網の強化」）
 */
export interface TableBreak {
  readonly kind: 'furniture' | 'cell' | 'label';
  readonly lines: readonly LineBlock[];
}

/** 割り込む行はページの切れ目の前後に置かれる数行まで */
const MAX_LINES = 4;
/** 標目のある行をさかのぼる範囲 */
const MAX_LOOKBACK = 50;

export function tableBreak(blocks: readonly Block[], at: number, table: TableDraft): TableBreak | undefined {
  const lines: LineBlock[] = [];
  for (let i = at; lines.length < MAX_LINES && blocks[i]?.kind === 'line'; i += 1) lines.push(blocks[i] as LineBlock);
  const after = blocks[at + lines.length];
  if (after?.kind !== 'table') return undefined;
  const rows = after.rows.slice(0, 4).filter((row) => !row.cells.every((c) => c.text === '' || isRule(c.text)));
  const repeated = rows[0] !== undefined && isHeaderAgain(rows[0], table);
  const [first, second] = repeated ? rows.slice(1) : rows;
  if (!first || table.header.length === 0) return undefined;
  const previous = lastLabel(table);
  if (lines.length === 1 && !repeated && cutsLabel(lines[0]!.body.text, first, second, previous)) return { kind: 'label', lines };
  if (!lines.every((line) => isAlien(line.body.text))) return undefined;
  const numbersOnly = lines.every((line) => isBareNumber(line.body.text));
  const continues = follows(previous, labelledLine(first.cells[0]?.text ?? ''));
  const opens = labelledLine(first.cells[0]?.text ?? '') !== undefined;
  if (!continues && !(numbersOnly && !opens && table.body.length > 0)) return undefined;
  const last = table.body.at(-1)?.slots.findLast(hasText);
  const joins = !numbersOnly && table.body.length > 0 && unfinished(last) && cellText(last).length > 1 && lines.at(-1)!.body.text.endsWith('。');
  return { kind: joins ? 'cell' : 'furniture', lines };
}

export const isBareNumber = (text: string): boolean => /^[0-9０-９]{1,4}$/.test(text);

/** 条・別表・標目など、表の外の本文を始める行でない。 */
const isAlien = (text: string): boolean =>
  isBareNumber(text) || !(articleLine(text) ?? appdxLine(text) ?? supplLine(text) ?? groupLine(text) ?? remarksLine(text) ?? labelledLine(text)) && !isCaptionShape(text) && !isClosingFormula(text) && !isDateLine(text);

function isHeaderAgain(row: SourceRow, table: TableDraft): boolean {
  const printed = row.cells.map((c) => c.text).filter((t) => t !== '').join('\t');
  return table.header.some((header) => header.slots.map(cellText).filter((t) => t !== '').join('\t') === printed);
}

function lastLabel(table: TableDraft): LabelledLine | undefined {
  for (let i = table.body.length - 1; i >= Math.max(0, table.body.length - MAX_LOOKBACK); i -= 1) {
    const label = labelledLine(cellText(table.body[i]!.slots[0]));
    if (label) return label;
  }
  return undefined;
}

/** 標目だけの行が前の表の次の番号を持ち、後の表の最初の欄がその続きから始まる。 */
function cutsLabel(text: string, first: SourceRow, second: SourceRow | undefined, previous: LabelledLine | undefined): boolean {
  const label = labelledLine(text);
  const head = first.cells[0]?.text ?? '';
  if (!label || label.bodyAt >= text.length || /[。．]$/.test(text) || head === '' || labelledLine(head) || first.cells.filter((c) => c.text !== '').length < 2) return false;
  const next = second && labelledLine(second.cells[0]?.text ?? '');
  const inOrder = previous ? follows(previous, label) : label.candidates.some((c) => c.num === '1');
  return inOrder && (next === undefined ? previous !== undefined : follows(label, next));
}

const follows = (before: LabelledLine | undefined, after: LabelledLine | undefined): boolean =>
  before !== undefined && after !== undefined && before.candidates.some((a) => after.candidates.some((b) => a.form === b.form && Number(b.num) === Number(a.num) + 1));
