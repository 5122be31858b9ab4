import { isHtmlElement, perElement, textStart, type HtmlElement } from './html-tree.js';

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
  if (nestedLength(table) > textLength(table) * 0.7) return true;
  if (rows.some((row) => row.head || row.cells.some((cell) => cell.element.tag === 'th'))) return false;
  return rows.some((row) => row.cells.some((cell, i) => (i === 0 && ARTICLE_CELL.test(textStart(cell.element).trim())) || startsArticle(cell.element)));
}

const ARTICLE_CELL = /^第[0-9０-９〇一二三四五六七八九十百]+条(の[0-9０-９一二三四五六七八九十]+)*$/;
const ARTICLE_LINE = /^第[0-9０-９〇一二三四五六七八九十百]+条(の[0-9０-９一二三四五六七八九十]+)*[\s　]/;

/** 空白を除いた文字の数 */
const textLength: (element: HtmlElement) => number = perElement((element) => element.children.reduce((sum, child) => sum + (isHtmlElement(child) ? textLength(child) : child.replace(/\s+/g, '').length), 0));

/** 中の表が持つ文字の数 */
function nestedLength(element: HtmlElement): number {
  return element.children.filter(isHtmlElement).reduce((sum, child) => sum + (child.tag === 'table' ? textLength(child) : NESTABLE.has(child.tag) ? nestedLength(child) : 0), 0);
}

/** 表の欄と、欄の中で表を包むもの */
const NESTABLE = new Set(['thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'div', 'p', 'center', 'form', 'font', 'span', 'section', 'article']);

/** 欄が、条（第1条…）で始まる段落を持つか */
function startsArticle(cell: HtmlElement): boolean {
  const paragraphs = cell.children.filter(isHtmlElement).filter((child) => child.tag === 'p' || child.tag === 'div');
  return paragraphs.length === 0 ? ARTICLE_LINE.test(textStart(cell).trim()) : paragraphs.some(startsArticle);
}
