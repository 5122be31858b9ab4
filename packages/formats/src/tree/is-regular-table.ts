import { isElement, type Element } from '@renkei/core';

/** 行と欄だけからなる、ふつうの表か。迷子の文字や別の要素が混じれば偽。 */
export function isRegularTable(element: Element): boolean {
  const only = (parent: Element, ...tags: string[]) => parent.children.every((child) => isElement(child) && tags.includes(child.tag));
  return element.tag === 'Table' && only(element, 'TableHeaderRow', 'TableRow') && element.children.filter(isElement).every((row) => only(row, 'TableHeaderColumn', 'TableColumn'));
}
