import type { SourceText } from '../source.js';

/** 字の間に入った空白。氏名の「田　辺」は割付けなので、全角は文書の大半で空いているときだけ */
export type Separator = ' ' | '　';

/** 空白で分けた切れ端の八割以上が一字である。 */
export function isSpaced(text: string, separator: Separator, atLeast: number): boolean {
  const parts = text.split(separator).filter((part) => part.trim() !== '');
  return parts.length >= atLeast && parts.filter((p) => [...p.trim()].length === 1).length >= parts.length * 0.8;
}

/** 文書の行の大半で字の間を空けている空白。そのときは短い行も詰める。 */
export function separatorThroughout(source: SourceText): Separator | undefined {
  const texts = source.blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : block.cells.map((c) => c.text))).filter((text) => text.length >= 9);
  return ([' ', '　'] as const).find((separator) => texts.length > 0 && texts.filter((text) => isSpaced(text, separator, 5)).length > texts.length * 0.6);
}
