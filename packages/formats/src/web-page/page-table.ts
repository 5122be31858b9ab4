import { htmlText, isHtmlElement, type HtmlElement } from './html-tree.js';

export interface PageRow {
  readonly cells: readonly { readonly element: HtmlElement }[];
  /** thead の中の行 */
  readonly head: boolean;
}

/** 表の行。入れ子の表の行は含まない。thead は先、tfoot は後に印字されるので、その順に並べる。 */
export function tableRows(table: HtmlElement): PageRow[] {
  const groups: Record<'thead' | 'tbody' | 'tfoot', PageRow[]> = { thead: [], tbody: [], tfoot: [] };
  const visit = (node: HtmlElement, group: 'thead' | 'tbody' | 'tfoot'): void => {
    for (const child of node.children) {
      if (!isHtmlElement(child)) continue;
      if (child.tag === 'tr') groups[group].push({ cells: cellsOf(child), head: group === 'thead' });
      else if (child.tag === 'thead' || child.tag === 'tbody' || child.tag === 'tfoot') visit(child, child.tag);
      else if (child.tag === 'td' || child.tag === 'th') groups[group].push({ cells: [{ element: child }], head: false });
      else if (child.tag === 'form' || child.tag === 'center') visit(child, group);
    }
  };
  visit(table, 'tbody');
  return [...groups.thead, ...groups.tbody, ...groups.tfoot];
}

const cellsOf = (row: HtmlElement): PageRow['cells'] =>
  row.children.filter((child): child is HtmlElement => isHtmlElement(child) && (child.tag === 'td' || child.tag === 'th')).map((element) => ({ element }));

/**
 * 体裁のための表か。
 * - role が presentation / none
 * - 一つの欄だけの表
 * - 欄が条（第1条…）そのものか、条を含む段落
 * - 中の表が文字のほとんどを持つ
 */
export function isLayoutTable(table: HtmlElement, rows: readonly PageRow[]): boolean {
  if (/^(presentation|none)$/.test(table.attr['role'] ?? '')) return true;
  const cells = rows.flatMap((row) => row.cells);
  if (cells.length <= 1) return true;
  const total = htmlText(table).trim().length;
  const nested = nestedTables(table);
  if (nested.length > 0 && nested.reduce((sum, t) => sum + htmlText(t).trim().length, 0) > total * 0.7) return true;
  if (rows.some((row) => row.head || row.cells.some((cell) => cell.element.tag === 'th'))) return false;
  return rows.some((row) => ARTICLE_CELL.test(htmlText(row.cells[0]?.element ?? '').trim()) || row.cells.some((cell) => blockTexts(cell.element).filter((text) => ARTICLE_LINE.test(text)).length > 0));
}

const ARTICLE_CELL = /^第[0-9０-９〇一二三四五六七八九十百]+条(の[0-9０-９一二三四五六七八九十]+)*$/;
const ARTICLE_LINE = /^第[0-9０-９〇一二三四五六七八九十百]+条(の[0-9０-９一二三四五六七八九十]+)*[\s　]/;

function nestedTables(node: HtmlElement): HtmlElement[] {
  return node.children.filter(isHtmlElement).flatMap((child) => (child.tag === 'table' ? [child] : nestedTables(child)));
}

/** 欄の中の段落の文字 */
function blockTexts(cell: HtmlElement): string[] {
  const inner = cell.children.filter(isHtmlElement).filter((child) => child.tag === 'p' || child.tag === 'div');
  return inner.length === 0 ? [htmlText(cell).trim()] : inner.flatMap(blockTexts);
}
