import type { Content, Element } from '../../text/element.js';
import { peek, type BlockCursor } from './block-cursor.js';
import { readEscaped } from './block-escape.js';
import { FIG_LINE, groupOf, isArticleForm, isParenthesized, isRow, REMARKS_LINE, type BlockLine, type LabelToken } from './block-line.js';
import { readMark } from './block-mark.js';
import { levelOf, levels, noteLevel } from './read-level.js';
import { supplAppendixAt } from './read-appendix.js';
import { readMarked } from './read-marked.js';
import { provisionContent, readProvision } from './read-provision.js';

/** 条の行なら、その標目。「〔条 甲〕」の印も。 */
export function articleHead(line: BlockLine): { readonly label: string; readonly rest: string } | undefined {
  const mark = readMark(line.text);
  if (mark) return mark.tag === 'Article' && !mark.nested ? { label: readEscaped(mark.label ?? ''), rest: mark.rest } : undefined;
  const token = line.token;
  return token && isArticleToken(token) ? token : undefined;
}

export const isArticleToken = (token: LabelToken): boolean => [...token.forms].some(isArticleForm);

/** 見出しの行か。次の行が条か項のときだけ見出しになる。 */
export function captionAt(cursor: BlockCursor): 'article' | 'paragraph' | undefined {
  const line = peek(cursor);
  const next = cursor.lines[cursor.at + 1];
  if (!line || !next || !isParenthesized(line.text)) return undefined;
  if (articleHead(next)) return 'article';
  if (readMark(next.text)?.tag === 'Paragraph' || next.token) return 'paragraph';
  const plain = next.indent <= cursor.base + 1 && !isRow(next.text) && !isParenthesized(next.text) && !groupOf(next.text) && !FIG_LINE.test(next.text) && !REMARKS_LINE.test(next.text) && !next.text.startsWith('〔');
  return plain ? 'paragraph' : undefined;
}

export function readArticle(cursor: BlockCursor, caption: Element | undefined): Element {
  const line = peek(cursor)!;
  const { label, rest } = articleHead(line)!;
  cursor.at += 1;
  const children: Content[] = caption ? [caption] : [];
  let position = 0;
  if (rest !== '') {
    const frame = levels(cursor.base + 1, 'Paragraph');
    noteLevel(frame, 'Paragraph', new Set());
    frame.seen.delete('Paragraph');
    position = 1;
    children.push(cursor.make.labelled('Paragraph', '', 1, provisionContent(cursor, 'Paragraph', rest, line.indent, frame)));
  }
  for (let next = peek(cursor); next; next = peek(cursor)) {
    const paragraph = readParagraphHere(cursor, position + 1, true);
    if (paragraph === undefined) break;
    position += 1;
    children.push(paragraph);
  }
  return cursor.make.labelled('Article', label, 1, children);
}

/** 今の行が項の頭なら項を読む。within は条の中か。 */
export function readParagraphHere(cursor: BlockCursor, position: number, within: boolean): Content | undefined {
  const line = peek(cursor)!;
  const frame = levels(cursor.base + 1, 'Paragraph', ['Paragraph']);
  const mark = readMark(line.text);
  if (mark) {
    if (mark.tag === 'Paragraph' && !mark.nested) return readProvision(cursor, 'Paragraph', unbound(frame), position);
    const inArticle = within && line.indent > cursor.base && (mark.tag === 'Paragraph' || mark.tag === 'SupplNote' || mark.tag === 'ArticleCaption');
    return inArticle ? readMarked(cursor, line, mark) : undefined;
  }
  const caption = captionAt(cursor);
  if (caption === 'paragraph') {
    const printed = cursor.make.run('ParagraphCaption', readEscaped(line.text));
    cursor.at += 1;
    return readProvision(cursor, 'Paragraph', unbound(frame), position, [printed]);
  }
  if (caption === 'article' || isRow(line.text) || FIG_LINE.test(line.text) || groupOf(line.text) || REMARKS_LINE.test(line.text)) return undefined;
  const token = line.token;
  if (token) {
    if (isArticleToken(token)) return undefined;
    const level = levelOf(token, line.indent, levels(cursor.base + 1, 'Paragraph'), undefined, cursor.labels);
    return level === 'Paragraph' ? readProvision(cursor, 'Paragraph', unbound(frame), position) : undefined;
  }
  if (cursor.owner === 'SupplProvision' && supplAppendixAt(line, cursor.base)) return undefined;
  return line.indent <= cursor.base + 1 ? readProvision(cursor, 'Paragraph', unbound(frame), position) : undefined;
}

/** 項の下の階層は、項ごとに見直す。 */
const unbound = (frame: ReturnType<typeof levels>) => levels(frame.itemAt, 'Paragraph');
