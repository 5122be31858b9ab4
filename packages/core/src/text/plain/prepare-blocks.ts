import { append } from '../../kernel/append.js';
import type { SourceLine, SourceRow } from '../source.js';
import { articleLine, isClosingFormula, isDateLine, isPageNumber, isRule } from './line-kind.js';
import type { ReaderContext } from './reader-context.js';
import { signatureRows } from './signature-rows.js';
import { closeSpacedCharacters } from './spaced-characters.js';
import { looksIndented, reportStrayRule } from './table.js';
import { joinTraced, sliceTraced, traced, trimTraced, type TracedText } from './traced-text.js';

/** 読取の直前の形。飾りを外した行と、表とみなす行の並び。 */
export type Block = LineBlock | TableBlock;
export interface LineBlock {
  readonly kind: 'line';
  readonly body: TracedText;
  readonly line: number;
  readonly indent: number;
  readonly heading: number;
  /** 直前の行との間に空行があった */
  readonly gapBefore: boolean;
}
export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly SourceRow[];
}

/**
 * 飾り（見出しの #、強調、箇条書きの点、ページ番号、罫線）を報告へ移し、
 * 表でないタブの行（「第1条→タブ→本文」）を行に戻し、空行で分かれた表の行をまとめる。
 */
export function prepareBlocks(context: ReaderContext): Block[] {
  const blocks: Block[] = [];
  let rows: SourceRow[] = [];
  let lastLine = 0;
  const flush = (): void => {
    if (rows.length === 0) return;
    append(blocks, closingLines(rows, blocks) ?? settleRows(rows, context));
    rows = [];
  };
  for (const block of context.source.blocks) {
    if (block.kind === 'row') rows.push(block);
    else {
      const made = prepareLine(block, block.line - lastLine > 1, context);
      if (made.length > 0) flush();
      blocks.push(...made);
    }
    lastLine = block.line;
  }
  flush();
  return blocks;
}

/** 締結文か締結日のすぐ後の表は、表に組まれた署名欄かもしれない。 */
function closingLines(rows: readonly SourceRow[], before: readonly Block[]): Block[] | undefined {
  const follows = before.slice(-4).some((b) => b.kind === 'line' && (isDateLine(b.body.text) || isClosingFormula(b.body.text)));
  const lines = follows ? signatureRows(rows) : undefined;
  return lines?.map(({ body, line, first }) => ({ kind: 'line', body, line, indent: 0, heading: 0, gapBefore: first }));
}

function prepareLine(block: SourceLine, gapBefore: boolean, context: ReaderContext): LineBlock[] {
  if (isRule(block.text) && block.text.length >= 3) {
    reportStrayRule(block, context);
    return [];
  }
  if (isPageNumber(block.text)) {
    context.report({ code: 'text.page-number', severity: 'advice', line: block.line, spans: [{ start: block.start, end: block.end }], found: block.text, confidence: 'likely' });
    return [];
  }
  if (block.heading > 0) markHeading(block, context);
  let body = traced(block.text, block.start);
  body = stripMark(body, /^(?:[-*+・●]|&gt;|>)[\s　]+(?=[(（第別附ア-ン0-9０-９一二三四五六七八九十①-⑳⑴-⒇a-z])/, 'bullet', context);
  body = stripEmphasis(body, context);
  body = closeSpacedCharacters(body, context);
  return splitCaption(body).map((part, i) => ({ kind: 'line', body: part, line: block.line, indent: block.indent, heading: block.heading, gapBefore: gapBefore && i === 0 }));
}

/** 見出しと条が一行に組まれたもの（「（目的）　第1条　この協約は…」）を、見出しの行と条の行に分ける。 */
function splitCaption(body: TracedText): TracedText[] {
  const caption = /^[（(][^（）()]{1,40}[）)][\s　]*(?=第)/.exec(body.text);
  if (body.text === '') return [];
  if (!caption || !articleLine(body.text.slice(caption[0].length))) return [body];
  return [trimTraced(sliceTraced(body, 0, caption[0].length)), sliceTraced(body, caption[0].length)];
}

/** 行頭から見出しの # の位置を原文で探して記録する。HTML・docx の見出しには # が無い。 */
function markHeading(block: SourceLine, context: ReaderContext): void {
  const { text } = context.source;
  let at = block.start;
  while (at > 0 && /[ \t　]/.test(text[at - 1]!)) at -= 1;
  let from = at;
  while (from > 0 && text[from - 1] === '#') from -= 1;
  if (from < at) context.mark('heading', { start: from, end: at });
}

function stripMark(body: TracedText, pattern: RegExp, kind: 'bullet', context: ReaderContext): TracedText {
  const m = pattern.exec(body.text);
  if (!m) return body;
  const start = body.pieces[0]!.start;
  context.mark(kind, { start, end: start + m[0].trimEnd().length });
  return sliceTraced(body, m[0].length);
}

function stripEmphasis(body: TracedText, context: ReaderContext): TracedText {
  if (!/\*\*[^*]+\*\*/.test(body.text)) return body;
  let out: TracedText = { text: '', pieces: [] };
  let at = 0;
  for (const m of body.text.matchAll(/\*\*/g)) {
    const mark = sliceTraced(body, m.index, m.index + 2);
    context.mark('emphasis', { start: mark.pieces[0]!.start, end: mark.pieces[0]!.start + 2 });
    out = joinTraced(out, sliceTraced(body, at, m.index));
    at = m.index + 2;
  }
  return joinTraced(out, sliceTraced(body, at));
}

/** タブを含む行の並びを、表と、タブで間を空けただけの行とに分ける。 */
function settleRows(rows: readonly SourceRow[], context: ReaderContext): Block[] {
  if (isIndentedText(rows, context)) return rows.map((row) => rowAsLine(row, context));
  const blocks: Block[] = [];
  let run: SourceRow[] = [];
  for (const row of rows) {
    if (isArticleRow(row)) {
      if (run.length > 0) blocks.push({ kind: 'table', rows: run });
      run = [];
      blocks.push(rowAsLine(row, context));
    } else run.push(row);
  }
  if (run.length > 0) blocks.push({ kind: 'table', rows: run });
  return blocks;
}

/** 「第1条→タブ→本文」。表の中の条名（短い欄が並ぶ）とは、本文の長さと句点で見分ける。 */
function isArticleRow(row: SourceRow): boolean {
  const filled = row.cells.filter((c) => c.text !== '');
  const article = filled[0] && articleLine(filled[0].text);
  if (!article) return false;
  if (filled.length === 1) return row.cells.length <= 2 && article.bodyAt < filled[0]!.text.length;
  return filled.length === 2 && article.bodyAt >= filled[0]!.text.length && filled[1]!.text.endsWith('。');
}

/** 表の印（結合・見出し・矢印・区切り線）が一つも無く、どの行も「標目＋本文」か字下げだけのもの。 */
function isIndentedText(rows: readonly SourceRow[], context: ReaderContext): boolean {
  if (rows.some((row) => row.cells.some((c) => c.rowspan > 1 || c.colspan > 1 || c.header) || context.source.text[row.start + (context.source.text.slice(row.start, row.end).search(/\S/))] === '|')) return false;
  return looksIndented(rows.map((row) => row.cells.map((c) => c.text)));
}

function rowAsLine(row: SourceRow, context: ReaderContext): LineBlock {
  let body: TracedText = { text: '', pieces: [] };
  for (const cell of row.cells) {
    if (cell.text === '') continue;
    // タブは標目と本文の間の空白と同じ。木には入らないので、位置を持たない空白でつなぐ
    if (body.text !== '') body = joinTraced(body, { text: '　', pieces: [{ length: 1, start: cell.start - 1 }] });
    body = joinTraced(body, traced(cell.text, cell.start));
  }
  const lead = context.source.text.slice(row.start).search(/\S/);
  return { kind: 'line', body, line: row.line, indent: lead > 0 ? 2 : 0, heading: 0, gapBefore: false };
}
