import { isElement, type Content, type Element } from '../../text/element.js';
import { labelOf } from '../../text/label.js';
import { PROVISION_TAGS, SENTENCE_TAG, type ProvisionTag, type Tag } from '../../text/tag.js';
import { isRun, writeRun } from '../run.js';
import { EMPTY_TEXT, escapeFirst, writeEscaped, writeEscapedLabel } from './block-escape.js';
import { INDENT, isAmendingText, isParenthesized, labelToken } from './block-line.js';
import { readMark, writeMark } from './block-mark.js';
import { indented, isProvision, looksLikeStructure, type BlockWriter } from './block-writer.js';
import { QUOTE_PLACE } from './read-provision.js';
import { writeAmendProvision, writeList } from './write-list.js';

export function provisionIndent(tag: ProvisionTag, { kind, base }: BlockWriter): number {
  const depth = PROVISION_TAGS.indexOf(tag);
  return base + (kind === 'appendix' ? Math.max(depth - 1, 0) : depth);
}

export function takeCaption(element: Element, tag: Tag): [Element | undefined, readonly Content[]] {
  const [first, ...rest] = element.children;
  return first !== undefined && isElement(first) && first.tag === tag ? [first, rest] : [undefined, element.children];
}

export function captionText(caption: Element): string | undefined {
  const text = writeEscaped(writeRun(caption));
  return isRun(caption) && isParenthesized(text) ? text : undefined;
}

/** 標目。書きぶりの分からない標目は印で言う。 */
export function printedLabel(element: Element, { labels, markHeads }: BlockWriter): string {
  const label = labelOf(element, labels) ?? '';
  return !markHeads && labelToken(label)?.label === label ? label : writeMark(element.tag, writeEscapedLabel(label), false);
}

export function writeProvision(element: Element, writer: BlockWriter, indent: number): string[] | undefined {
  const { labels, owner, kind } = writer;
  const lines: string[] = [];
  const [caption, rest] = element.tag === 'Paragraph' ? takeCaption(element, 'ParagraphCaption') : [undefined, element.children];
  if (caption) {
    const text = captionText(caption);
    if (text === undefined) return undefined;
    lines.push(indented(indent + 1, text));
  }
  const { markHeads: _, ...inner } = writer;
  const content = writeContent({ ...element, children: rest }, inner, indent);
  if (content === undefined) return undefined;
  const label = labelOf(element, labels) ?? '';
  const token = writer.markHeads ? undefined : labelToken(label);
  if (label !== '' && token?.label === label) lines.push(indented(indent, content.text === '' ? label : `${label}${INDENT}${content.text}`));
  else if (label === '' && !writer.markHeads && (element.tag === 'Paragraph' || ((kind === 'appendix' || owner === 'Remarks') && element.tag === 'Item'))) {
    const text = content.text === '' ? EMPTY_TEXT : content.text;
    const shown = looksLikeStructure(text) ? escapeFirst(text) : text;
    const deeper = isAmendingText(shown) ? writeMark(element.tag, undefined, false) : '';
    lines.push(indented(element.tag === 'Paragraph' ? indent + 1 : indent, deeper + shown));
  } else lines.push(indented(indent, printedLabel(element, writer) + content.text));
  for (const l of content.lines) lines.push(l);
  return lines;
}

/** 項・号の文と、その下の行。 */
export function writeContent(element: Element, writer: BlockWriter, indent: number): { text: string; lines: string[] } | undefined {
  const [first, ...rest] = element.children;
  if (first === undefined || !isElement(first) || first.tag !== SENTENCE_TAG[element.tag as ProvisionTag]) return undefined;
  const lines: string[] = [];
  const sentence = isRun(first) ? { text: printedSentence(first), lines } : writeQuoting(first, writer, indent);
  if (sentence === undefined) return undefined;
  const all = [...sentence.lines];
  for (const child of rest) {
    if (!isElement(child)) return undefined;
    const own = writeUnder(child, writer, indent);
    if (own === undefined) return undefined;
    for (const l of own) all.push(l);
  }
  return { text: sentence.text, lines: all };
}

function printedSentence(run: Element): string {
  const text = writeEscaped(writeRun(run));
  return readMark(text) !== undefined || text === EMPTY_TEXT ? escapeFirst(text) : text;
}

/** 「〔引用〕」の所に表や図の入る文。 */
export function writeQuoting(holder: Element, writer: BlockWriter, indent: number): { text: string; lines: string[] } | undefined {
  const lines: string[] = [];
  let text = '';
  for (const sentence of holder.children) {
    if (!isElement(sentence) || sentence.tag !== 'Sentence') return undefined;
    if (text !== '' && !text.endsWith('。')) text += '↵';
    for (const child of sentence.children) {
      if (!isElement(child) || child.tag !== 'QuoteStruct') text += writeRun(child);
      else {
        text += QUOTE_PLACE;
        lines.push(indented(indent + 2, writeMark(child.tag, undefined, true)), ...writer.nested(child.children, child.tag, indent + 3));
      }
    }
  }
  return { text: writeEscaped(text), lines };
}

function writeUnder(child: Element, writer: BlockWriter, indent: number): string[] | undefined {
  if (isProvision(child)) return child.tag === 'Paragraph' ? undefined : writeProvision(child, writer, indent + 1);
  if (child.tag === 'TableStruct') return writer.natural(child, { ...writer, base: indent });
  if (child.tag === 'FigStruct') return writer.natural(child, { ...writer, base: indent });
  if (child.tag === 'List') return writeList(child, indent + 2);
  if (child.tag === 'AmendProvision') return writeAmendProvision(child, writer, indent + 2);
  return [indented(indent + 1, writeMark(child.tag, undefined, true)), ...writer.nested(child.children, child.tag, indent + 2)];
}
