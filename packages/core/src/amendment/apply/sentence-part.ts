import { cutAtDepthZero } from '../../text/cut-at-depth-zero.js';
import type { SentencePart } from '../location.js';
import { RUN_BREAK } from '../run.js';

/** run の印字の中の範囲 */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** 本文・ただし書・前段・中段・後段の範囲。その部分が無ければ undefined。 */
export function sentencePart(text: string, part: SentencePart): TextRange | undefined {
  const all = sentenceRanges(text);
  const proviso = all.findIndex(({ start }, i) => i > 0 && /^(?:ただし|但し)/.test(text.slice(start, start + 3)));
  // ただし書の後の「この場合において」は後段で、ただし書ではない
  const after = proviso < 0 ? -1 : all.findIndex(({ start }, i) => i > proviso && text.startsWith('この場合', start));
  const provisoEnd = after < 0 ? all.length : after;
  if (part === 'ただし書') return proviso < 0 ? undefined : span(all.slice(proviso, provisoEnd));
  if (part === '本文') return proviso < 0 ? undefined : span(all.slice(0, proviso));
  const steps = proviso < 0 ? all.map((s) => [s]) : [...grouped(all, proviso, provisoEnd)];
  if (steps.length < 2) return undefined;
  if (part === '前段') return span(steps[0]!);
  if (part === '後段') return span(steps.at(-1)!);
  return steps.length > 2 ? span(steps.slice(1, -1).flat()) : undefined;
}

/** ただし書を直前の文に付けて数える。ただし書が最後で、その前に二文以上あるときは、その文だけで前段・後段を数える。 */
function* grouped(all: readonly TextRange[], proviso: number, provisoEnd: number): Generator<TextRange[]> {
  if (provisoEnd === all.length && proviso >= 2) {
    for (const sentence of all.slice(0, proviso)) yield [sentence];
    return;
  }
  for (const sentence of all.slice(0, proviso - 1)) yield [sentence];
  yield all.slice(proviso - 1, provisoEnd);
  for (const sentence of all.slice(provisoEnd)) yield [sentence];
}

const span = (ranges: readonly TextRange[]): TextRange => ({ start: ranges[0]!.start, end: ranges.at(-1)!.end });

/** 文ごとの範囲（改行の記号は前の文にも後の文にも入れない）。 */
export function sentenceRanges(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  let lineStart = 0;
  for (const line of text.split(RUN_BREAK)) {
    let from = 0;
    for (const cut of cutAtDepthZero(line, '。')) {
      ranges.push({ start: lineStart + from, end: lineStart + cut + 1 });
      from = cut + 1;
    }
    if (from < line.length) ranges.push({ start: lineStart + from, end: lineStart + line.length });
    lineStart += line.length + RUN_BREAK.length;
  }
  return ranges;
}
