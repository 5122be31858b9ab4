import { isElement, type Element } from '@renkei/core';
import { holdsText } from './text-tags.js';

/** 書き出す要素。mark は、この要素が当たる木の要素（印として書かれる）。 */
export interface OutNode {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly (OutNode | string)[];
  readonly mark?: Element;
}

export function node(name: string, attributes: OutNode['attributes'], children: OutNode['children'], mark?: Element): OutNode {
  return mark === undefined ? { name, attributes, children } : { name, attributes, children, mark };
}

export const isNode = (child: OutNode | string): child is OutNode => typeof child !== 'string';

/** この木の要素の中に字下げの空白を書いてよいか。文字を持つ要素の中では、空白も本文になってしまう。 */
export const allowsLayout = (element: Element): boolean => !holdsText(element.tag) && element.children.every(isElement);
