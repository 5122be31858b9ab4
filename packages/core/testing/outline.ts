import { isElement, isLabelled, labelOf, textOf, type Content, type LawDocument } from '../src/index.js';

/** 文の入れ物は名を省き、文字だけを出す。 */
const SILENT = /^(Sentence|ClosingFormula|.*Sentence)$/;

/** 欄（Column）は ｜ で区切る。 */
const ownText = (content: Content): string =>
  isElement(content) && content.children.some((c) => isElement(c) && c.tag === 'Column') ? content.children.map(textOf).join('｜') : textOf(content);

/**
 * 木の見取り図。一行に一つの節点「要素名 標目: 文字」を字下げして並べる。
 * 試験の期待値を、人の読める形で書くためのもの。
 */
export function outline(document: LawDocument): string {
  const lines: string[] = [];
  const visit = (content: Content, depth: number): void => {
    if (!isElement(content)) return;
    if (SILENT.test(content.tag)) {
      for (const child of content.children) visit(child, depth);
      return;
    }
    const label = isLabelled(content.tag) && content.num !== undefined ? ` ${labelOf(content, document.labels) ?? ''}`.trimEnd() : '';
    const attr = Object.entries(content.attr).map(([k, v]) => ` ${k}=${v}`).join('');
    const own = content.children.filter((c) => !isElement(c) || SILENT.test(c.tag)).map(ownText).join('');
    lines.push(`${'  '.repeat(depth)}${content.tag}${label}${attr}${own === '' ? '' : `: ${own}`}`);
    for (const child of content.children) if (isElement(child) && !SILENT.test(child.tag)) visit(child, depth + 1);
  };
  visit(document.root, 0);
  return lines.join('\n');
}
