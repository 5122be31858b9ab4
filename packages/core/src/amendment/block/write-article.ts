import { isElement, type Content, type Element } from '../../text/element.js';
import { labelOf } from '../../text/label.js';
import type { Tag } from '../../text/tag.js';
import { isRun } from '../run.js';
import { EMPTY_TEXT } from './block-escape.js';
import { INDENT } from './block-line.js';
import { writeMark } from './block-mark.js';
import { indented, printedText, type BlockWriter } from './block-writer.js';
import { captionText, printedLabel, takeCaption, writeContent } from './write-provision.js';

export function writeArticle(article: Element, writer: BlockWriter): string[] | undefined {
  const { base, labels } = writer;
  const { markHeads: _, ...inner } = writer;
  const [caption, rest] = takeCaption(article, 'ArticleCaption');
  const lines: string[] = [];
  if (caption) {
    const text = captionText(caption);
    if (text === undefined) return undefined;
    lines.push(indented(base + 1, text));
  }
  const label = printedLabel(article, writer);
  const [first, ...others] = rest;
  const joined = first && isElement(first) && first.tag === 'Paragraph' && (labelOf(first, labels) ?? '') === '' && firstIs(first, 'ParagraphSentence');
  if (!joined) lines.push(indented(base, label));
  else {
    const content = writeContent(first, inner, base);
    if (content === undefined) return undefined;
    lines.push(indented(base, `${label}${label.endsWith('〕') ? '' : INDENT}${content.text === '' ? EMPTY_TEXT : content.text}`), ...content.lines);
  }
  const following = writeParagraphs(joined ? others : rest, inner);
  return following && [...lines, ...following];
}

function writeParagraphs(children: readonly Content[], writer: BlockWriter): string[] | undefined {
  const lines: string[] = [];
  for (const child of children) {
    if (!isElement(child)) return undefined;
    const own = child.tag === 'Paragraph' ? writer.natural(child, writer) : isRun(child) ? [indented(writer.base + 1, writeMark(child.tag, undefined, false) + printedText(child, () => false))] : undefined;
    if (own === undefined) return undefined;
    for (const l of own) lines.push(l);
  }
  return lines;
}

const firstIs = (element: Element, tag: Tag): boolean => {
  const [first] = element.children;
  return first !== undefined && isElement(first) && first.tag === tag;
};
