import type { TextItem } from './text-layer.js';

/** 紙面の一行。 */
export interface PageLine {
  readonly text: string;
  /** 左端と右端 */
  readonly x: number;
  readonly right: number;
  /** ベースライン */
  readonly y: number;
  readonly size: number;
  /** 行を作る断片。左から順 */
  readonly items: readonly TextItem[];
}

/** 断片をベースラインでまとめ、左から並べて行にする。上から順に返す。 */
export function pageLines(items: readonly TextItem[]): PageLine[] {
  const visible = items.filter((item) => item.text.trim() !== '').toSorted((a, b) => a.y - b.y || a.x - b.x);
  const lines: PageLine[] = [];
  let row: TextItem[] = [];
  for (const item of visible) {
    const first = row[0];
    if (first && item.y - first.y > 0.4 * Math.min(first.size, item.size)) {
      lines.push(lineOf(row));
      row = [];
    }
    row.push(item);
  }
  if (row.length > 0) lines.push(lineOf(row));
  return lines;
}

function lineOf(row: readonly TextItem[]): PageLine {
  const items = row.toSorted((a, b) => a.x - b.x);
  const parts: string[] = [];
  let before = '';
  let right = items[0]!.x;
  let size = 0;
  let y = 0;
  for (const item of items) {
    const own = item.text.replace(/[ \t]+/g, ' ').trim();
    parts.push(gapText(before, item, right), own);
    before = own;
    right = Math.max(right, item.x + item.width);
    size = Math.max(size, item.size);
    y = Math.max(y, item.y);
  }
  return { text: parts.join(''), x: items[0]!.x, right, y, size, items };
}

/** 断片の間の空き。全角の幅があれば全角空白（署名欄の広い空きは四つまで）、欧文の間は半角空白。 */
function gapText(before: string, item: TextItem, right: number): string {
  if (before === '') return '';
  const em = (item.x - right) / item.size;
  if (em >= 0.7) return '　'.repeat(Math.min(4, Math.max(1, Math.round(em))));
  const narrow = /[!-~]$/.test(before) && /^\s*[!-~]/.test(item.text);
  return em >= (narrow ? 0.15 : 0.35) ? ' ' : '';
}
