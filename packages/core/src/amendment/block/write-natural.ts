import { isElement, type Content, type Element } from '../../text/element.js';
import { labelOf, type LabelForms } from '../../text/label.js';
import { GROUP_TAGS, PROVISION_TAGS, SENTENCE_TAG, type ProvisionTag, type Tag } from '../../text/tag.js';
import { isRun, writeRun } from '../run.js';
import { isAppendix, type BlockKind } from './block-cursor.js';
import { EMPTY_TEXT, escapeFirst, writeEscaped, writeEscapedLabel } from './block-escape.js';
import { FIG_LINE, groupOf, INDENT, isAmendingText, isParenthesized, isRow, labelToken, REMARKS_LINE } from './block-line.js';
import { readMark, writeMark } from './block-mark.js';
import { appendixShape, RELATED_MARK, relatedStart } from './read-appendix.js';
import { isLeafTag } from './read-body.js';
import { QUOTE_PLACE } from './read-provision.js';
import { writeTableLines } from './write-table.js';

/** 並びを書くのに要るもの。 */
export interface BlockWriter {
  readonly labels: LabelForms;
  readonly kind: BlockKind;
  readonly owner: Tag;
  /** 条・項の行の桁 */
  readonly base: number;
  /** 元に戻ることを確かめながら並びを書く（印の中・欄の中） */
  readonly nested: (content: readonly Content[], owner: Tag, base: number) => string[];
  /** 並びの一番上の標目を、印「〔号 甲〕」で言う */
  readonly markHeads?: true;
}

/** 一つの要素を、配字どおりの行にする。配字で表せない形なら undefined（印を付けて書くことになる）。 */
export function writeNatural(element: Element, writer: BlockWriter): string[] | undefined {
  const { tag } = element;
  const { base } = writer;
  const shape = appendixShape(writer.owner);
  if (shape && (tag === shape.text?.[0] || tag === 'ArithFormula')) return writeAppendixText(element, writer, shape.text);
  if (tag === 'List') return writeList(element, base + holderDepth(writer.owner) + 2);
  if (tag === 'AmendProvision') return writeAmendProvision(element, writer, base + 2);
  if (tag === 'Article') return writeArticle(element, writer);
  if (isProvision(element)) return writeProvision(element, writer, provisionIndent(tag as ProvisionTag, writer));
  if ((GROUP_TAGS as readonly Tag[]).includes(tag)) return writeGroup(element, writer, 3);
  if (isAppendix(tag)) return writeAppendix(element, writer);
  if (tag === 'TableStruct' || tag === 'Table' || tag === 'TableRow' || tag === 'TableHeaderRow' || tag === 'TableColumn') return writeTableLines(element, writer, base);
  if (tag === 'FigStruct') return writeFigure(element, base);
  if (tag === 'Remarks') return writeRemarks(element, writer, base);
  if (tag === 'Closing' || tag === 'SignatureBlock') return writeClosing(element, base);
  if (tag === 'Preamble' || tag === 'MainProvision') return writeSequence(element.children, writer);
  if (tag === 'SupplProvision') return writeSuppl(element, writer);
  if (tag === 'TOC' || tag.startsWith('TOC')) return writeTocEntry(element, tag === 'TOC' ? base : base + 1);
  if (isLeafTag(tag)) return isRun(element) ? [leafLine(element, base)] : writeLeafQuoting(element, writer);
  return undefined;
}

const isProvision = (element: Element): boolean => (PROVISION_TAGS as readonly Tag[]).includes(element.tag);
const holderDepth = (owner: Tag): number => Math.max((PROVISION_TAGS as readonly Tag[]).indexOf(owner), 0);
const line = (indent: number, text: string): string => INDENT.repeat(indent) + text;

function provisionIndent(tag: ProvisionTag, { kind, base }: BlockWriter): number {
  const depth = PROVISION_TAGS.indexOf(tag);
  return base + (kind === 'appendix' ? Math.max(depth - 1, 0) : depth);
}

/** 題名・章名は深く、ほかの文は一字下げ。 */
function leafLine(element: Element, base: number): string {
  const text = printedText(element, () => false);
  const deep = /^(?:LawTitle|(?:Part|Chapter|Section|Subsection|Division)Title|SupplProvisionLabel)$/.test(element.tag);
  return line(base + (deep ? 3 : 1), text);
}

/** 文の印字。structural に当たるものは先頭を逃がす。 */
function printedText(run: Element, structural: (text: string) => boolean): string {
  const text = writeEscaped(writeRun(run));
  if (text === '') return EMPTY_TEXT;
  return readMark(text) !== undefined || text === EMPTY_TEXT || structural(text) ? escapeFirst(text) : text;
}

function writeLeafQuoting(holder: Element, writer: BlockWriter): string[] | undefined {
  const quoting = writeQuoting(holder, writer, writer.base);
  return quoting && [line(writer.base + 1, quoting.text), ...quoting.lines];
}

/** 標目の無い行に置くと、標目・見出し・表などに読まれる文か。 */
const looksLikeStructure = (text: string): boolean =>
  labelToken(text) !== undefined || isParenthesized(text) || isRow(text) || FIG_LINE.test(text) || groupOf(text) !== undefined || REMARKS_LINE.test(text);

function writeSequence(children: readonly Content[], writer: BlockWriter): string[] | undefined {
  const lines: string[] = [];
  for (const child of children) {
    if (!isElement(child)) return undefined;
    const own = writeNatural(child, writer);
    if (own === undefined) return undefined;
    for (const l of own) lines.push(l);
  }
  return lines;
}

function writeArticle(article: Element, writer: BlockWriter): string[] | undefined {
  const { base, labels } = writer;
  const { markHeads: _, ...inner } = writer;
  const [caption, rest] = takeCaption(article, 'ArticleCaption');
  const lines: string[] = [];
  if (caption) {
    const text = captionText(caption);
    if (text === undefined) return undefined;
    lines.push(line(base + 1, text));
  }
  const label = printedLabel(article, writer);
  const [first, ...others] = rest;
  const joined = first && isElement(first) && first.tag === 'Paragraph' && (labelOf(first, labels) ?? '') === '' && firstIs(first, 'ParagraphSentence');
  if (!joined) lines.push(line(base, label));
  else {
    const content = writeContent(first, inner, base);
    if (content === undefined) return undefined;
    lines.push(line(base, `${label}${label.endsWith('〕') ? '' : INDENT}${content.text === '' ? EMPTY_TEXT : content.text}`), ...content.lines);
  }
  const following = writeParagraphs(joined ? others : rest, inner);
  return following && [...lines, ...following];
}

function writeParagraphs(children: readonly Content[], writer: BlockWriter): string[] | undefined {
  const lines: string[] = [];
  for (const child of children) {
    if (!isElement(child)) return undefined;
    const own = child.tag === 'Paragraph' ? writeNatural(child, writer) : isRun(child) ? [line(writer.base + 1, writeMark(child.tag, undefined, false) + printedText(child, () => false))] : undefined;
    if (own === undefined) return undefined;
    for (const l of own) lines.push(l);
  }
  return lines;
}

const firstIs = (element: Element, tag: Tag): boolean => {
  const [first] = element.children;
  return first !== undefined && isElement(first) && first.tag === tag;
};

function takeCaption(element: Element, tag: Tag): [Element | undefined, readonly Content[]] {
  const [first, ...rest] = element.children;
  return first !== undefined && isElement(first) && first.tag === tag ? [first, rest] : [undefined, element.children];
}

function captionText(caption: Element): string | undefined {
  const text = writeEscaped(writeRun(caption));
  return isRun(caption) && isParenthesized(text) ? text : undefined;
}

/** 標目。書きぶりの分からない標目は印で言う。 */
function printedLabel(element: Element, { labels, markHeads }: BlockWriter): string {
  const label = labelOf(element, labels) ?? '';
  return !markHeads && labelToken(label)?.label === label ? label : writeMark(element.tag, writeEscapedLabel(label), false);
}

function writeProvision(element: Element, writer: BlockWriter, indent: number): string[] | undefined {
  const { labels, owner, kind } = writer;
  const lines: string[] = [];
  const [caption, rest] = element.tag === 'Paragraph' ? takeCaption(element, 'ParagraphCaption') : [undefined, element.children];
  if (caption) {
    const text = captionText(caption);
    if (text === undefined) return undefined;
    lines.push(line(indent + 1, text));
  }
  const { markHeads: _, ...inner } = writer;
  const content = writeContent({ ...element, children: rest }, inner, indent);
  if (content === undefined) return undefined;
  const label = labelOf(element, labels) ?? '';
  const token = writer.markHeads ? undefined : labelToken(label);
  if (label !== '' && token?.label === label) lines.push(line(indent, content.text === '' ? label : `${label}${INDENT}${content.text}`));
  else if (label === '' && !writer.markHeads && (element.tag === 'Paragraph' || ((kind === 'appendix' || owner === 'Remarks') && element.tag === 'Item'))) {
    const text = content.text === '' ? EMPTY_TEXT : content.text;
    const shown = looksLikeStructure(text) ? escapeFirst(text) : text;
    const deeper = isAmendingText(shown) ? writeMark(element.tag, undefined, false) : '';
    lines.push(line(element.tag === 'Paragraph' ? indent + 1 : indent, deeper + shown));
  } else lines.push(line(indent, printedLabel(element, writer) + content.text));
  for (const l of content.lines) lines.push(l);
  return lines;
}

/** 項・号の文と、その下の行。 */
function writeContent(element: Element, writer: BlockWriter, indent: number): { text: string; lines: string[] } | undefined {
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
function writeQuoting(holder: Element, writer: BlockWriter, indent: number): { text: string; lines: string[] } | undefined {
  const lines: string[] = [];
  let text = '';
  for (const sentence of holder.children) {
    if (!isElement(sentence) || sentence.tag !== 'Sentence') return undefined;
    if (text !== '' && !text.endsWith('。')) text += '↵';
    for (const child of sentence.children) {
      if (!isElement(child) || child.tag !== 'QuoteStruct') text += writeRun(child);
      else {
        text += QUOTE_PLACE;
        lines.push(line(indent + 2, writeMark(child.tag, undefined, true)), ...writer.nested(child.children, child.tag, indent + 3));
      }
    }
  }
  return { text: writeEscaped(text), lines };
}

function writeUnder(child: Element, writer: BlockWriter, indent: number): string[] | undefined {
  if (isProvision(child)) return child.tag === 'Paragraph' ? undefined : writeProvision(child, writer, indent + 1);
  if (child.tag === 'TableStruct') return writeTableLines(child, writer, indent);
  if (child.tag === 'FigStruct') return writeFigure(child, indent);
  if (child.tag === 'List') return writeList(child, indent + 2);
  if (child.tag === 'AmendProvision') return writeAmendProvision(child, writer, indent + 2);
  return [line(indent + 1, writeMark(child.tag, undefined, true)), ...writer.nested(child.children, child.tag, indent + 2)];
}

function writeList(list: Element, indent: number): string[] | undefined {
  const [sentence, ...rest] = list.children;
  if (sentence === undefined || !isElement(sentence) || !sentence.tag.endsWith('Sentence') || !isRun(sentence)) return undefined;
  const lines = [line(indent, printedText(sentence, (text) => looksLikeStructure(text) && !isParenthesized(text)))];
  if (isAmendingText(lines[0]!.trimStart())) return undefined;
  for (const child of rest) {
    const own = isElement(child) ? writeList(child, indent + 1) : undefined;
    if (own === undefined) return undefined;
    for (const l of own) lines.push(l);
  }
  return lines;
}

function writeAmendProvision(amend: Element, writer: BlockWriter, indent: number): string[] | undefined {
  const [sentence, ...rest] = amend.children;
  if (sentence === undefined || !isElement(sentence) || sentence.tag !== 'AmendProvisionSentence' || !isRun(sentence)) return undefined;
  const text = printedText(sentence, () => false);
  if (!isAmendingText(text)) return undefined;
  const lines = [line(indent, text)];
  for (const child of rest) {
    if (!isElement(child) || child.tag !== 'NewProvision') return undefined;
    lines.push(line(indent + 1, writeMark(child.tag, undefined, true)), ...writer.nested(child.children, child.tag, indent + 2));
  }
  return lines;
}

function writeFigure(struct: Element, indent: number): string[] | undefined {
  const [fig, ...rest] = struct.children;
  if (fig === undefined || !isElement(fig) || fig.tag !== 'Fig' || rest.length > 0) return undefined;
  return [line(indent, `［図 ${writeEscaped(fig.attr['src'] ?? '')}］`)];
}

export function writeRemarks(remarks: Element, writer: BlockWriter, indent: number): string[] | undefined {
  const [label, ...rest] = remarks.children;
  if (label === undefined || !isElement(label) || label.tag !== 'RemarksLabel') return undefined;
  let head = writeEscaped(writeRun(label));
  if (REMARKS_LINE.exec(head)?.[1] !== head) return undefined;
  let sentences = '';
  const lines: string[] = [];
  for (const child of rest) {
    if (!isElement(child)) return undefined;
    if (child.tag === 'Sentence' && isRun(child) && lines.length === 0) sentences += (sentences === '' || sentences.endsWith('。') ? '' : '↵') + writeRun(child);
    else if (child.tag === 'Item') {
      const own = writeProvision(child, { ...writer, kind: 'appendix', owner: 'Remarks' }, indent + 1);
      if (own === undefined) return undefined;
      for (const l of own) lines.push(l);
    } else return undefined;
  }
  if (sentences !== '') head += INDENT + writeEscaped(sentences);
  return [line(indent, head), ...lines];
}

function writeGroup(group: Element, writer: BlockWriter, indent: number): string[] | undefined {
  const [title, ...rest] = group.children;
  if (title === undefined || !isElement(title) || title.tag !== `${group.tag}Title`) return undefined;
  const text = writeEscaped(writeRun(title));
  if (groupOf(text) !== group.tag) return undefined;
  const lines = [line(writer.base + indent, text)];
  for (const child of rest) {
    if (!isElement(child)) return undefined;
    const own = (GROUP_TAGS as readonly Tag[]).includes(child.tag) ? writeGroup(child, writer, indent + 1) : writeNatural(child, { ...writer, owner: group.tag });
    if (own === undefined) return undefined;
    for (const l of own) lines.push(l);
  }
  return lines;
}

function writeSuppl(suppl: Element, writer: BlockWriter): string[] | undefined {
  const [label, ...rest] = suppl.children;
  const labelled = label !== undefined && isElement(label) && label.tag === 'SupplProvisionLabel';
  const body = writeSequence(labelled ? rest : suppl.children, { ...writer, owner: 'SupplProvision' });
  if (!labelled) return body;
  const text = writeEscaped(writeRun(label));
  return body && /^附[　 ]*則/.test(text) ? [line(writer.base + 3, text), ...body] : undefined;
}

function writeAppendix(appendix: Element, writer: BlockWriter): string[] | undefined {
  const shape = appendixShape(appendix.tag)!;
  const [title, related, ...others] = appendix.children;
  if (title === undefined || !isElement(title) || title.tag !== shape.title || !isRun(title)) return undefined;
  const hasRelated = related !== undefined && isElement(related) && related.tag === 'RelatedArticleNum';
  const head = appendixHead(writeEscaped(writeRun(title)), hasRelated ? writeEscaped(writeRun(related)) : undefined);
  const lines = [line(writer.base, head)];
  const inner: BlockWriter = { ...writer, kind: 'appendix', owner: appendix.tag };
  for (const child of hasRelated ? others : appendix.children.slice(1)) {
    if (!isElement(child)) return undefined;
    for (const l of writeAppendixChild(child, inner)) lines.push(l);
  }
  return lines;
}

function appendixHead(title: string, related: string | undefined): string {
  if (related === undefined) return relatedStart(title) < title.length ? title + EMPTY_TEXT : title;
  const joined = title + related;
  return relatedStart(joined) === title.length && title === title.trimEnd() ? joined : title + RELATED_MARK + related;
}

/** 様式・記などの、文字か図だけの中身。 */
function writeAppendixText(child: Element, writer: BlockWriter, text: readonly [Tag, Tag] | undefined): string[] | undefined {
  if (child.tag === 'ArithFormula') return isRun(child) ? [line(writer.base, printedText(child, (t) => looksLikeStructure(t) && !FIG_LINE.test(t)))] : undefined;
  const [body, ...rest] = child.children;
  if (body === undefined || !isElement(body) || body.tag !== text?.[1] || rest.length > 0 || !isRun(body)) return undefined;
  return [line(writer.base, printedText(body, (t) => looksLikeStructure(t) && !FIG_LINE.test(t)))];
}

function writeAppendixChild(child: Element, writer: BlockWriter): string[] {
  return writeNatural(child, writer) ?? [line(writer.base, writeMark(child.tag, undefined, true)), ...writer.nested(child.children, child.tag, writer.base + 1)];
}

/** 締結文は一字、締結日は二字、署名欄は三字（二行目から四字）下げる。 */
function writeClosing(element: Element, base: number): string[] | undefined {
  const children = element.children.filter(isElement);
  if (element.tag === 'SignatureBlock') {
    if (children.length === 0 || children.some((child) => child.tag !== 'SignatureLine' || !isRun(child))) return undefined;
    return children.map((child, i) => line(base + (i === 0 ? 3 : 4), printedText(child, () => false)));
  }
  const lines: string[] = [];
  for (const child of children) {
    const own = child.tag === 'SignatureBlock' ? writeClosing(child, base) : isRun(child) ? [line(base + (child.tag === 'ConclusionDate' ? 2 : 1), printedText(child, () => false))] : undefined;
    if (own === undefined) return undefined;
    for (const l of own) lines.push(l);
  }
  return lines;
}

function writeTocEntry(entry: Element, indent: number): string[] | undefined {
  if (isRun(entry)) return [line(entry.tag === 'TOCLabel' ? indent - 1 : indent, printedText(entry, () => false))];
  const own: string[] = [];
  const lines: string[] = [];
  for (const child of entry.children) {
    if (!isElement(child)) return undefined;
    if (entry.tag === 'TOC' || child.tag.startsWith('TOC')) {
      const inner = writeTocEntry(child, indent + 1);
      if (inner === undefined) return undefined;
      for (const l of inner) lines.push(l);
    } else if (isRun(child) && lines.length === 0) own.push(writeEscaped(writeRun(child)));
    else return undefined;
  }
  return own.length === 0 ? lines : [line(indent, own.join('')), ...lines];
}

