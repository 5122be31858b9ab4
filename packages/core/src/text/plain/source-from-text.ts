import type { SourceBlock, SourceCell, SourceText } from '../source.js';

/**
 * 平文・Markdown を行と表の行に分ける。文字は一つも変えない。
 *
 * - 行の区切り: CRLF・LF・CR・NEL・U+2028・U+2029・改ページ
 * - 見出し: 行頭の #〜###### と空白
 * - 表の行: タブを含む行、または | で始まり | で終わる行（Markdown）、罫線の │ で囲まれた行
 */
export function sourceFromText(text: string): SourceText {
  const blocks: SourceBlock[] = [];
  const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029\f\v]/g;
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  let table = 0;
  let inTable = false;
  while (start <= text.length) {
    lineEnd.lastIndex = start;
    const m = lineEnd.exec(text);
    const end = m ? m.index : text.length;
    const raw = text.slice(start, end);
    if (isRow(raw)) {
      if (!inTable) table += 1;
      inTable = true;
      blocks.push({ kind: 'row', line, start, end, table, cells: cellsOf(raw, start) });
    } else {
      inTable = false;
      if (raw.trim() !== '') blocks.push(lineBlock(raw, start, line));
    }
    if (!m) break;
    start = end + m[0].length;
    line += 1;
  }
  return { text, blocks };
}

function isRow(raw: string): boolean {
  if (raw.includes('\t')) return raw.trim() !== '';
  return barOf(raw) !== undefined;
}

/** 欄を区切る縦線。行の初めと終わりにあるものだけ。 */
const barOf = (raw: string): string | undefined => /^\s*([|│┃]).*\1\s*$/.exec(raw)?.[1];

function lineBlock(raw: string, start: number, line: number): SourceBlock {
  const body = raw.trimStart();
  const heading = /^(#{1,6})(?=[\s　]|$)/.exec(body)?.[1]!.length ?? 0;
  const text = heading === 0 ? body.trimEnd() : body.slice(heading).trim();
  const offset = heading === 0 ? raw.length - body.length : raw.indexOf(text, raw.length - body.length + heading);
  let indent = 0;
  for (const c of raw.slice(0, raw.length - body.length)) indent += c === '\u3000' ? 2 : 1;
  return { kind: 'line', line, start: start + offset, end: start + offset + text.length, text, indent, heading };
}

function cellsOf(raw: string, start: number): SourceCell[] {
  const bar = raw.includes('\t') ? undefined : barOf(raw);
  const cells: SourceCell[] = [];
  let from = bar ? raw.indexOf(bar) + 1 : 0;
  const last = bar ? raw.lastIndexOf(bar) : raw.length;
  while (from <= last) {
    const next = raw.indexOf(bar ?? '\t', from);
    const to = next < 0 || next > last ? last : next;
    const cell = raw.slice(from, to);
    const lead = cell.length - cell.trimStart().length;
    const text = cell.trim();
    cells.push({ text, start: start + from + lead, end: start + from + lead + text.length, rowspan: 1, colspan: 1, header: false });
    from = to + 1;
    if (bar && to === last) break;
  }
  return cells;
}
