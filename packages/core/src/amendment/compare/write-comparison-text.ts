import type { Comparison, ComparisonLine, ComparisonSpan } from '../comparison.js';

/** 一つの欄の幅（半角で数えた字数） */
const WIDTH = 44;

/** 新旧対照表の平文。左右二つの欄に並べ、変わった所を ⟦ ⟧ で囲む。 */
export function writeComparisonText(comparison: Comparison): string {
  const { left, newTitle, oldTitle, emptySide } = comparison;
  const rule = `├${'─'.repeat(WIDTH / 2)}┼${'─'.repeat(WIDTH / 2)}┤`;
  const side = (lines: readonly ComparisonLine[] | null, isNew: boolean): string[] => {
    if (lines === null) return emptySide === 'words' ? [isNew ? '（削る）' : '（新設）'] : [''];
    return lines.flatMap((line) => wrap('　'.repeat(line.indent) + printLine(line)));
  };
  const titles = left === 'new' ? [newTitle, oldTitle] : [oldTitle, newTitle];
  const out = [`┌${'─'.repeat(WIDTH / 2)}┬${'─'.repeat(WIDTH / 2)}┐`, beside([titles[0]!], [titles[1]!])];
  for (const row of comparison.rows) {
    const news = side(row.new, true);
    const olds = side(row.old, false);
    out.push(rule, left === 'new' ? beside(news, olds) : beside(olds, news));
  }
  out.push(`└${'─'.repeat(WIDTH / 2)}┴${'─'.repeat(WIDTH / 2)}┘`, '（⟦ ⟧の中は変わる部分）');
  return `${out.join('\n')}\n`;
}

function printLine(line: ComparisonLine): string {
  if (!line.cells) return line.spans.map(printSpan).join('');
  return `｜${line.cells.map((cell) => cell.spans.map(printSpan).join('').replaceAll('\n', '／')).join('｜')}｜`;
}

const printSpan = ({ text, changed }: ComparisonSpan): string => (changed ? `⟦${text}⟧` : text);

function beside(a: readonly string[], b: readonly string[]): string {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => `│${pad(a[i] ?? '')}│${pad(b[i] ?? '')}│`).join('\n');
}

const widthOf = (c: string): number => (/[ -~｡-ﾟ]/.test(c) ? 1 : 2);

function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const c of text) {
    if (width + widthOf(c) > WIDTH) {
      lines.push(line);
      line = '';
      width = 0;
    }
    line += c;
    width += widthOf(c);
  }
  return [...lines, line];
}

function pad(text: string): string {
  let width = 0;
  for (const c of text) width += widthOf(c);
  return text + ' '.repeat(Math.max(0, WIDTH - width));
}
