/** 読み取ったままのマークアップ。まだ本文の木ではない。 */
export interface Markup {
  readonly name: string;
  /** 現れた順 */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Markup | string)[];
  /** 開始タグの終わりの位置（行・字とも1から）。 */
  readonly line: number;
  readonly column: number;
}

export const isMarkup = (child: Markup | string): child is Markup => typeof child !== 'string';

/** 中の文字をすべて順につなぐ。 */
export function markupText(child: Markup | string): string {
  if (!isMarkup(child)) return child;
  let text = '';
  for (const inner of child.children) text += markupText(inner);
  return text;
}
