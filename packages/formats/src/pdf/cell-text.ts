import { pageLines } from './page-lines.js';
import { startsStructure } from './structural-start.js';
import type { TextItem } from './text-layer.js';

/**
 * 欄の文字。欄の幅で折られた行はつなぎ、段落の切れ目は改行で残す。
 * right は同じ列でいちばん右に達した文字の端。そこまで届いた行は、折られた行とみる。
 */
export function cellText(items: readonly TextItem[], right: number): string {
  let text = '';
  let broken = false;
  for (const line of pageLines(items)) {
    if (text !== '') text += broken && !startsStructure(line.text) ? spaceBetween(text, line.text) : '\n';
    text += line.text;
    broken = line.right >= right - 2.2 * line.size && !/[。]$/.test(line.text);
  }
  return text;
}

/** つなぐ行の間。欧文どうしなら空白を置く。 */
export function spaceBetween(before: string, after: string): string {
  return /[A-Za-z0-9,.;:]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? ' ' : '';
}
