import { NUMERAL_CLASS } from '../../kernel/numeral.js';
import { isSpaced } from './character-spacing.js';
import type { ReaderContext } from './reader-context.js';
import { joinTraced, sliceTraced, spansOf, type TracedText } from './traced-text.js';

/**
 * 一字ごとに入った空白（「第 一 条 こ の 協 約 は」）を詰める。OCR が字の間を空けたもの。
 * 二つ以上続く空白は、もとからの空白とみて一つ残す。
 */

const MANY = 6;

export function closeSpacedCharacters(body: TracedText, context: ReaderContext): TracedText {
  const separator = context.spacedThroughout ?? ' ';
  if (!body.text.includes(separator) || !isSpaced(body.text, separator, context.spacedThroughout ? 2 : MANY)) return body;
  const kept = leadingGap(body.text);
  let out: TracedText = { text: '', pieces: [] };
  let at = 0;
  for (const m of body.text.matchAll(/[ 　]+/g)) {
    out = joinTraced(out, sliceTraced(body, at, m.index));
    if (m[0] !== separator || m.index === kept) out = joinTraced(out, sliceTraced(body, m.index, m.index + 1));
    at = m.index + m[0].length;
  }
  out = joinTraced(out, sliceTraced(body, at));
  if (out.text === body.text) return body;
  context.report({ code: 'text.spaced-characters', severity: 'advice', spans: extent(body), found: body.text, assumed: out.text, confidence: 'likely' });
  return out;
}

/** 報告の場所は、間の空白を含む一続きの範囲。 */
function extent(body: TracedText): { start: number; end: number }[] {
  const spans = spansOf(body);
  return spans.length === 0 ? [] : [{ start: spans[0]!.start, end: spans.at(-1)!.end }];
}

const ARTICLE_HEAD = new RegExp(`^第[ 　]*(?:[${NUMERAL_CLASS}][ 　]*)+条(?:[ 　]*の(?:[ 　]*[${NUMERAL_CLASS}])+)?(?=[ 　]+[^ 　にのをはがかまで及又若とや、。第])`);
const NUMBER_HEAD = /^[0-9０-９](?:[ 　]*[0-9０-９])?(?=[ 　]+[^ 　0-9０-９年月日回人歳次級類種件箇か所市町村者都県号条項割倍.．、])/;
const KANA_HEAD = /^[ア-ン](?=[ 　]+[^ 　ァ-ヶー、。])/;

/** 条名・標目の後の空白は、本文との区切りなので残す。その位置。 */
const leadingGap = (text: string): number => (ARTICLE_HEAD.exec(text) ?? NUMBER_HEAD.exec(text) ?? KANA_HEAD.exec(text))?.[0].length ?? -1;
