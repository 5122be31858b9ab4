import type { SourceBlock, SourceCell, SourceLine, SourceRow, SourceText } from './source.js';

/**
 * 文字の流れを持たない形式（HTML・docx・PDF）から SourceText を組み立てる。
 * 原文 text は、行を改行で、欄をタブでつないだもの。欄の中の改行はそのまま欄の文字に残る。
 */
export interface SourceBuilder {
  /** 一行を足す。空白だけの行は空行になり、ブロックにならない。 */
  readonly line: (text: string, heading?: number) => SourceLine | null;
  /** 表の一行を足す。table は nextTable() の番号 */
  readonly row: (table: number, cells: readonly CellInit[]) => SourceRow;
  readonly nextTable: () => number;
  /** 次に足す行の行番号 */
  readonly lineNumber: () => number;
  readonly build: () => SourceText;
}

export interface CellInit {
  readonly text: string;
  readonly rowspan?: number;
  readonly colspan?: number;
  readonly header?: boolean;
}

const LINE_ENDS = /\r\n|[\n\r\u0085\u2028\u2029\f\v]/g;

export function sourceBuilder(): SourceBuilder {
  const parts: string[] = [];
  const blocks: SourceBlock[] = [];
  let length = 0;
  let line = 1;
  let tables = 0;

  const append = (text: string): void => {
    parts.push(text);
    length += text.length;
  };

  return {
    line(raw, heading = 0) {
      const single = raw.replace(LINE_ENDS, ' ');
      const lead = single.length - single.trimStart().length;
      // Markdown の見出しの記号が文字として残った文書（平文を写したもの）も、見出しとして読む
      const mark = heading === 0 ? /^(#{1,6})[\s　]+(?=\S)/.exec(single.slice(lead)) : null;
      const from = lead + (mark?.[0].length ?? 0);
      const text = single.slice(from).trim();
      const start = length + from;
      const indent = text === '' ? 0 : widthOf(single.slice(0, lead));
      const block: SourceLine = { kind: 'line', line, start, end: start + text.length, text, indent, heading: mark?.[1]!.length ?? heading };
      append(`${single}\n`);
      line += 1;
      if (text === '') return null;
      blocks.push(block);
      return block;
    },
    row(table, inits) {
      const start = length;
      const cells: SourceCell[] = [];
      let lineEnds = 0;
      inits.forEach((init, i) => {
        if (i > 0) append('\t');
        const text = init.text.trim().replace(LINE_ENDS, '\n');
        cells.push({
          text,
          start: length,
          end: length + text.length,
          rowspan: init.rowspan ?? 1,
          colspan: init.colspan ?? 1,
          header: init.header ?? false,
        });
        append(text);
        lineEnds += text.split('\n').length - 1;
      });
      const block: SourceRow = { kind: 'row', line, start, end: length, cells, table };
      append('\n');
      line += 1 + lineEnds;
      blocks.push(block);
      return block;
    },
    nextTable: () => (tables += 1),
    lineNumber: () => line,
    build: () => ({ text: parts.join(''), blocks }),
  };
}

/** 行頭の空白の幅。全角は2と数える。 */
function widthOf(blank: string): number {
  let width = 0;
  for (const c of blank) width += c === '\u3000' ? 2 : c === '\t' ? 4 : 1;
  return width;
}
