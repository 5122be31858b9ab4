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
  const spread = isSpread(items);
  let text = '';
  let before = '';
  let right = items[0]!.x;
  let size = 0;
  let y = 0;
  for (const item of items) {
    const own = item.text.replace(/[ \t]+/g, ' ').trim();
    text += gapText(text, before, item, right, spread) + own;
    before = own;
    right = Math.max(right, item.x + item.width);
    size = Math.max(size, item.size);
    y = Math.max(y, item.y);
  }
  return { text, x: items[0]!.x, right, y, size, items };
}

/** 断片の間の空き。全角の幅があれば全角空白（署名欄の広い空きは四つまで）、半角の幅があれば半角空白。 */
function gapText(line: string, before: string, item: TextItem, right: number, spread: boolean): string {
  if (before === '') return '';
  const em = (item.x - right) / item.size;
  if (em >= 0.7) return '　'.repeat(Math.min(4, Math.max(1, Math.round(em))));
  const after = item.text.trimStart();
  const narrow = /[!-~]$/.test(before) && /^[!-~]/.test(after);
  if (em >= (narrow ? 0.15 : 0.35)) return ' ';
  return em >= HALF_SPACE && !spread && (isPlain(before.at(-1)!) && isPlain(after[0]!) || (NUMBER_HEAD.test(line) && !/^[!-~年月日回人歳次級類種件箇か所市町村者都県号条項割倍通から、。]/.test(after))) ? ' ' : '';
}

/** 書体の半角空白は四分の一ほどの幅しかないことがある（「第1条 この」「ア 医療」）。 */
const HALF_SPACE = 0.2;
/** 数字と和文の間は、空白が無くても少し空けて組むことがある。行頭の番号の後だけは区切りとみる。 */
const NUMBER_HEAD = /^(?:[0-9０-９]{1,2}|[(（].{1,3}[)）])$/u;
/** 欧字・数字・約物でない。約物の前後は、空白が無くても空いて見える。 */
const isPlain = (c: string): boolean => !/[!-~、。，．・「」『』（）【】]/.test(c);

/** 行の幅に合わせて字の間を広げた行では、空きは空白でない。 */
function isSpread(items: readonly TextItem[]): boolean {
  let gaps = 0;
  items.forEach((item, i) => {
    const previous = items[i - 1];
    const em = previous ? (item.x - previous.x - previous.width) / item.size : 0;
    if (em >= 0.05 && em < 0.35) gaps += 1;
  });
  return gaps > 3 && gaps * 4 > items.length;
}
