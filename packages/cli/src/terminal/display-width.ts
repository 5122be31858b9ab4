import { eastAsianWidth } from 'get-east-asian-width';

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });
const INVISIBLE = /^[\p{Cc}\p{Cf}\p{M}\u{E0100}-\u{E01EF}]+$/u;

/** 見た目の一字（異体字選択子や結合文字は前の字に付く）に分ける。 */
export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * 端末での幅（半角を1と数える）。幅の曖昧な文字（①や…）は、はみ出さないように広い方で数える。
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const g of graphemes(text)) width += graphemeWidth(g);
  return width;
}

export function graphemeWidth(grapheme: string): number {
  if (INVISIBLE.test(grapheme)) return 0;
  // 半角カナの濁点・半濁点は前の字に付くが、一桁を占める。
  const marks = grapheme.slice(1).match(/[ﾞﾟ]/g)?.length ?? 0;
  return eastAsianWidth(grapheme.codePointAt(0)!, { ambiguousAsWide: true }) + marks;
}

/** 右に空白を足して幅をそろえる。 */
export function padDisplay(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
