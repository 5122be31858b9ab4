import { VARIANT_GLYPHS } from '../../text/plain/variant-glyph.js';

/** 字体と括弧の幅を揃え、ルビの読みと印を除いた文字列。 */
export interface FoldedText {
  readonly text: string;
  /** 揃えた文字の位置を、元の文字列の位置に戻す */
  readonly original: (at: number) => number;
}

const BRACKETS: Readonly<Record<string, string>> = { '(': '（', ')': '）', '[': '［', ']': '］', '{': '｛', '}': '｝', '｢': '「', '｣': '」' };
const FOLDED = new RegExp(`[()[\\]{}｢｣${Object.keys(VARIANT_GLYPHS).join('')}]`, 'g');
const RUBY = /｜|《[^《》]*》/g;

export function foldWords(source: string): FoldedText {
  const even = source.replace(FOLDED, (c) => BRACKETS[c] ?? VARIANT_GLYPHS[c] ?? c);
  if (!even.includes('｜')) return { text: even, original: (at) => at };
  return { text: even.replace(RUBY, ''), original: (at) => originalPosition(even, at) };
}

/** 除いた印と読みの分だけ、位置をずらす。 */
function originalPosition(text: string, at: number): number {
  let removed = 0;
  for (const { index, 0: mark } of text.matchAll(RUBY)) {
    if (index - removed > at) break;
    removed += mark.length;
  }
  return at + removed;
}
