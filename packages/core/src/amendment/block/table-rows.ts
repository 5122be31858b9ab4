import { trimSpaces } from './block-escape.js';

/** 行の欄。span は属性の値のまま（無ければ 1）。 */
export interface RowCell {
  readonly content: string;
  readonly rowspan: string;
  readonly colspan: string;
}

const UP = '↑';
const LEFT = '←';

/**
 * 行を「｜欄｜欄｜」の印字にする。中身は逃がしてあるものとする。
 * 縦の結合の続きは ↑、横の結合の続きは ←。表の外へ続く結合など、枡目にできない結合があれば ［縦3・横2］ と言う。
 */
export function writeRows(rows: readonly (readonly RowCell[])[]): string[] {
  const printed = writeGrid(rows) ?? rows.map((row) => row.map((cell) => spanMark(cell) + cell.content));
  return printed.map((cells) => `｜${cells.join('｜')}｜`);
}

function spanMark({ rowspan, colspan }: RowCell): string {
  const parts = [...(rowspan === '1' ? [] : [`縦${rowspan}`]), ...(colspan === '1' ? [] : [`横${colspan}`])];
  return parts.length === 0 ? '' : `［${parts.join('・')}］`;
}

function writeGrid(rows: readonly (readonly RowCell[])[]): string[][] | undefined {
  const carried: number[] = [];
  const out: string[][] = [];
  for (const row of rows) {
    const line: string[] = [];
    const continueDown = (): boolean => {
      const rest = carried[line.length] ?? 0;
      if (rest === 0) return false;
      carried[line.length] = rest - 1;
      line.push(UP);
      return true;
    };
    for (const { content, rowspan, colspan } of row) {
      const down = spanValue(rowspan);
      const across = spanValue(colspan);
      if (down === undefined || across === undefined) return undefined;
      while (continueDown());
      for (let k = 0; k < across; k += 1) {
        if ((carried[line.length] ?? 0) > 0) return undefined;
        carried[line.length] = down - 1;
        line.push(k === 0 ? content : LEFT);
      }
    }
    while (continueDown());
    if (carried.slice(line.length).some((rest) => rest > 0) || line.every((c) => c === UP)) return undefined;
    out.push(line);
  }
  return carried.some((rest) => rest > 0) ? undefined : out;
}

/** 結合の数。枡目に書ける大きさのものだけ。 */
function spanValue(span: string): number | undefined {
  return /^[1-9][0-9]{0,2}$/.test(span) ? Number(span) : undefined;
}

/** 「｜欄｜欄｜」（タブや半角の | で区切ったものも）を欄の印字に切る。 */
export function cutRow(text: string): string[] {
  if (text.startsWith('｜')) return cutBars(text);
  if (text.startsWith('|')) return text.slice(1, text.length > 1 && text.endsWith('|') ? -1 : undefined).split('|').map(trimSpaces);
  return text.split('\t').map(trimSpaces);
}

function cutBars(text: string): string[] {
  const cells: string[] = [];
  let from = 1;
  let base = text.indexOf('《');
  let nextBar = text.indexOf('｜', 1);
  while (nextBar >= 0) {
    const bar = nextBar;
    nextBar = text.indexOf('｜', bar + 1);
    while (base >= 0 && base < bar) base = text.indexOf('《', base + 1);
    // ルビ「｜親文字《よみ》」の ｜ は罫線ではない
    const ruby = base > bar + 1 && (nextBar < 0 || base < nextBar) && /^[^｜《》]+》/.test(text.slice(base + 1, nextBar < 0 ? undefined : nextBar));
    const escaped = text.startsWith('［字 ｜］', bar - 3);
    if (!ruby && !escaped) {
      cells.push(text.slice(from, bar));
      from = bar + 1;
    }
  }
  if (from < text.length) cells.push(text.slice(from));
  return cells.map(trimSpaces);
}

/** 見出しの行の下の「｜---｜---｜」 */
export const isHeaderRule = (cells: readonly string[]): boolean => cells.length > 0 && cells.every((cell) => /^:?(?:-{2,}|―{2,}):?$/.test(cell));

export const headerRule = (columns: number): string => `｜${Array.from({ length: columns }, () => '---').join('｜')}｜`;

/** 印字した行を、結合を直した欄にする。ブロックの外の行から続く ↑ は、その行の欄に数えない。 */
export function readRows(lines: readonly (readonly string[])[]): RowCell[][] {
  interface Draft { content: string; rows: number; columns: number; first: number; explicit?: readonly [string, string] }
  let above: (Draft | undefined)[] = [];
  return lines
    .map((cells, r) => {
      const own: Draft[] = [];
      const here: (Draft | undefined)[] = [];
      cells.forEach((printed, column) => {
        if (printed === UP && (r === 0 || column < above.length)) {
          const owner = above[column];
          if (owner) owner.rows = r - owner.first + 1;
          here.push(owner);
          return;
        }
        const left = here[column - 1];
        if (printed === LEFT && left) {
          if (left.first === r) left.columns += 1;
          here.push(left);
          return;
        }
        const mark = /^［(?:縦([^・］]*))?・?(?:横([^］]*))?］/.exec(printed);
        const draft: Draft = {
          content: mark ? printed.slice(mark[0].length) : printed,
          rows: 1, columns: 1, first: r,
          ...(mark ? { explicit: [mark[1] ?? '1', mark[2] ?? '1'] as const } : {}),
        };
        own.push(draft);
        here.push(draft);
      });
      above = here;
      return own;
    })
    .map((row) => row.map(({ content, rows, columns, explicit }) => ({ content, rowspan: explicit?.[0] ?? String(rows), colspan: explicit?.[1] ?? String(columns) })));
}

