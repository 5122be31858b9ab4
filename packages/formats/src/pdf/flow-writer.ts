import type { Finding, SourceBuilder } from '@renkei/core';
import { spaceBetween } from './cell-text.js';
import type { FlowBlock, FlowLine, FlowTable } from './flow.js';
import { startsStructure } from './structural-start.js';

/** 並びを SourceText に書く。幅で折られた行をつなぎ、頁をまたぐ表を一つにする。 */
export function flowWriter(builder: SourceBuilder, pageWidth: number): (blocks: readonly FlowBlock[]) => Finding[] {
  return (blocks) => {
    const findings: Finding[] = [];
    const lines = blocks.filter((block): block is FlowLine => block.kind === 'line');
    const left = edge(lines.map(({ line }) => line.x), 'least') ?? lines.reduce((least, { line }) => Math.min(least, line.x), pageWidth);
    // 折返しの端。揃う行がなければ、左の余白と同じだけ右に余白があるとみる
    const right = edge(lines.filter(({ line }) => line.text.length >= 15).map(({ line }) => line.right), 'most') ?? pageWidth - left;
    const leading = usualLeading(lines);
    let joined = 0;
    let open: { text: string; first: FlowLine; last: FlowLine } | undefined;
    let lastTable: { block: FlowTable; number: number } | undefined;

    const flush = (): void => {
      if (open) builder.line(indent(open.first, left) + open.text);
      open = undefined;
    };
    const table = (block: FlowTable): void => {
      flush();
      const goesOn = lastTable !== undefined && block.page === lastTable.block.page + 1 && sameColumns(block.xs, lastTable.block.xs);
      const number = goesOn ? lastTable!.number : builder.nextTable();
      const repeated = goesOn && textOf(block.rows[0]!) === textOf(lastTable!.block.rows[0]!);
      if (repeated) findings.push({ code: 'source.page-furniture', severity: 'advice', at: { line: builder.lineNumber() }, found: textOf(block.rows[0]!), data: { part: 'repeated-table-header', page: block.page } });
      const rows = repeated ? block.rows.slice(1) : block.rows;
      if (!goesOn) findings.push({ code: 'source.table-recognised', severity: 'advice', at: { line: builder.lineNumber() }, confidence: block.ruled ? 'likely' : 'guess', data: { rows: rows.length, columns: block.xs.length - 1 } });
      for (const row of rows) builder.row(number, row);
      lastTable = { block: goesOn ? { ...block, rows: lastTable!.block.rows } : block, number };
    };

    for (const block of blocks) {
      if (block.kind === 'table') {
        table(block);
        continue;
      }
      lastTable = undefined;
      if (open && continues(open.last, block, right)) {
        open = { text: open.text + spaceBetween(open.text, block.line.text) + block.line.text, first: open.first, last: block };
        joined += 1;
        continue;
      }
      const apart = open !== undefined && block.page === open.last.page && block.line.y - open.last.line.y > leading * 1.6;
      flush();
      if (apart) builder.line('');
      open = { text: block.line.text, first: block, last: block };
    }
    flush();
    if (joined > 0) findings.push({ code: 'source.joined-lines', severity: 'advice', at: {}, confidence: 'likely', data: { count: joined } });
    return findings;
  };
}

/** 前の行が右端まで届いて文が終わらず、次の行が条や番号で始まらなければ、幅で折られた行。 */
function continues({ line: before, page }: FlowLine, { line, page: next }: FlowLine, right: number): boolean {
  if (before.right < right - 2.2 * before.size || Math.abs(before.size - line.size) > before.size * 0.2 || startsStructure(line.text)) return false;
  if (/[。]$/.test(before.text)) return next === page && line.x < before.x + before.size * 0.3 && line.x > before.x - before.size * 0.3 && !/^[\s　]/.test(line.text);
  return true;
}

/** 行頭の字下げ。二字を超える空きは中央寄せ・右寄せなので、字下げとみない。 */
function indent({ line }: FlowLine, left: number): string {
  const em = Math.round((line.x - left) / line.size);
  return em > 0 && em <= 2 ? '　'.repeat(em) : '';
}

/** 外れ値（欄外の注など）に引かれないよう、二つ以上の行が揃う端を採る。揃わなければ undefined。 */
function edge(values: readonly number[], which: 'least' | 'most'): number | undefined {
  const sorted = values.toSorted((a, b) => (which === 'least' ? a - b : b - a));
  return sorted.find((value, i) => sorted[i + 1] !== undefined && Math.abs(sorted[i + 1]! - value) < 12);
}

/** 行送りの中央値 */
function usualLeading(lines: readonly FlowLine[]): number {
  const gaps = lines.flatMap((block, i) => {
    const before = lines[i - 1];
    return before && before.page === block.page && block.line.y > before.line.y ? [block.line.y - before.line.y] : [];
  });
  const sorted = gaps.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Infinity;
}

const sameColumns = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((x, i) => Math.abs(x - b[i]!) <= 4);
const textOf = (row: FlowTable['rows'][number]): string => row.map((cell) => cell.text).join('\t');
