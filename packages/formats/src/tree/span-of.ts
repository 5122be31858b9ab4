import type { Element } from '@renkei/core';

/** 欄が縦（rowspan）・横（colspan）に占める数。書かれていないか数でなければ 1。 */
export function spanOf(cell: Element, name: 'rowspan' | 'colspan'): number {
  const value = cell.attr[name];
  return value !== undefined && /^[1-9]\d{0,3}$/.test(value) ? Math.min(Number(value), 1000) : 1;
}
