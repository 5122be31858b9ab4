import type { Quote } from '../operation.js';
import { foldWords, type FoldedText } from './fold-words.js';
import type { TextRange } from './sentence-part.js';

/** 文字列の中の引用のすべて（重ならない）。 */
export function findQuote(text: string, { text: from, until }: Quote): TextRange[] {
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

/** 字体と括弧の幅を揃え、ルビを除いて探す。folded は text を揃えたもの。 */
export function findFolded(text: string, folded: FoldedText, quote: Quote): TextRange[] {
  const even = { text: foldWords(quote.text).text, ...(quote.until === undefined ? {} : { until: foldWords(quote.until).text }) };
  return findQuote(folded.text, even).map(({ start, end }) => whole(text, folded.original(start), folded.original(end - 1) + 1));
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
