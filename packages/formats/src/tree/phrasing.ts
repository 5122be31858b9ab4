import { isElement, LABEL_TAG, type Content, type Element, type Tag } from '@renkei/core';

const INLINE: ReadonlySet<Tag> = new Set<Tag>(['Sentence', 'Column', 'Ruby', 'Rt', 'Line', 'Sup', 'Sub', 'QuoteStruct', 'Fig', ...Object.values(LABEL_TAG)]);

/** 文の中に置かれる要素か。 */
export const isInline = (content: Content): boolean => !isElement(content) || INLINE.has(content.tag);

/** 文字と、文の中に置かれる要素だけからなるか。表などの塊を含めば偽。 */
export function isPhrasing(element: Element): boolean {
  return element.children.every((child) => !isElement(child) || (INLINE.has(child.tag) && isPhrasing(child)));
}
