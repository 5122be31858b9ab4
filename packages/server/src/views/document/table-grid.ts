import { childElements, type Element } from '@renkei/core';

/** 結合の数。HTML の上限（縦65534、横1000）を超える値や数でない値は結合なしとして扱う。 */
export function spanOf(cell: Element): { readonly rowSpan: number | undefined; readonly colSpan: number | undefined } {
  return { rowSpan: countOf(cell.attr.rowspan, 65_534), colSpan: countOf(cell.attr.colspan, 1000) };
}

function countOf(text: string | undefined, most: number): number | undefined {
  if (text === undefined || !/^\d{1,5}$/.test(text)) return undefined;
  const n = Number(text);
  return n > 1 && n <= most ? n : undefined;
}

/** 左端の列から始まる欄。上の行から縦に結合された欄が左端を占める行には無い。 */
export function firstColumns(rows: readonly Element[]): ReadonlyMap<Element, Element> {
  const firsts = new Map<Element, Element>();
  let covered = 0;
  for (const row of rows) {
    if (covered > 0) {
      covered -= 1;
      continue;
    }
    const cell = childElements(row)[0];
    if (cell === undefined) continue;
    firsts.set(row, cell);
    covered = (spanOf(cell).rowSpan ?? 1) - 1;
  }
  return firsts;
}
