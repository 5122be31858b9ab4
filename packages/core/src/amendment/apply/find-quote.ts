import { VARIANT_GLYPHS } from '../../text/plain/variant-glyph.js';
import type { Quote } from '../operation.js';
import type { TextRange } from './sentence-part.js';

/** 文字列の中の引用のすべて（重ならない）。folds なら、字体と括弧の幅を揃え、ルビを除いて探す。 */
export function findQuote(text: string, quote: Quote, folds: boolean): TextRange[] {
  if (!folds) return search(text, quote);
  const place = fold(text);
  return search(place.text, { text: fold(quote.text).text, ...(quote.until === undefined ? {} : { until: fold(quote.until).text }) })
    .map(({ start, end }) => whole(text, place.at[start]!, place.at[end - 1]! + 1));
}

function search(text: string, { text: from, until }: Quote): TextRange[] {
  const ranges: TextRange[] = [];
  if (from === '' || until === '') return ranges;
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, ranges.at(-1)!.end)) {
    if (until === undefined) {
      ranges.push({ start: at, end: at + from.length });
      continue;
    }
    const last = text.indexOf(until, at + from.length);
    if (last < 0) break;
    ranges.push({ start: at, end: last + until.length });
  }
  return ranges;
}

const BRACKETS: Readonly<Record<string, string>> = { '(': '（', ')': '）', '[': '［', ']': '］', '{': '｛', '}': '｝', '｢': '「', '｣': '」' };
const RUBY_MARK = /[｜《》]/;

/** 一字ずつ揃える。ルビの読みと印は除く。at は揃えた字の元の位置。 */
function fold(text: string): { readonly text: string; readonly at: readonly number[] } {
  let folded = '';
  const at: number[] = [];
  let inReading = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i]!;
    if (c === '《') inReading = true;
    if (!inReading && !RUBY_MARK.test(c)) {
      folded += BRACKETS[c] ?? VARIANT_GLYPHS[c] ?? c;
      at.push(i);
    }
    if (c === '》') inReading = false;
  }
  return { text: folded, at };
}

/** ルビの途中で切れないように広げる。 */
function whole(text: string, start: number, end: number): TextRange {
  let [from, to] = [start, end];
  const open = text.lastIndexOf('｜', start);
  if (open >= 0 && open < start && text.indexOf('》', open) >= start && !text.slice(open, start).includes('》')) from = open;
  const reading = text.indexOf('《', end);
  const mark = text.lastIndexOf('｜', end - 1);
  if (reading >= 0 && mark >= 0 && !text.slice(mark, reading).includes('》')) {
    const close = text.indexOf('》', reading);
    if (close >= 0) to = close + 1;
  }
  return { start: from, end: to };
}
