import { isElement, type Content, type Element } from '../../text/element.js';
import { PROVISION_TAGS, SENTENCE_TAG, type ProvisionTag, type Tag } from '../../text/tag.js';
import { splitSentences } from '../run.js';
import { peek, type BlockCursor } from './block-cursor.js';
import { EMPTY_TEXT, readEscaped } from './block-escape.js';
import { FIG_LINE, groupOf, isAmendingText, isArticleForm, isRow, REMARKS_LINE, type BlockLine } from './block-line.js';
import { readMark } from './block-mark.js';
import { depthOf, levelOf, noteLevel, type Levels } from './read-level.js';
import { readMarked } from './read-marked.js';
import { isTableTitle, readTitledTable } from './read-table-title.js';

export const isProvisionTag = (tag: Tag | undefined): tag is ProvisionTag => (PROVISION_TAGS as readonly (Tag | undefined)[]).includes(tag);

export interface ProvisionHead {
  readonly label: string;
  readonly rest: string;
  readonly forms: ReadonlySet<string>;
}

/** 項・号の行の標目と文。「〔号 甲〕…」の印、標目、標目の無い文の順に読む。 */
export function provisionHead(line: BlockLine): ProvisionHead {
  const mark = readMark(line.text);
  if (mark && !mark.nested && isProvisionTag(mark.tag)) return { label: readEscaped(mark.label ?? ''), rest: mark.rest, forms: new Set() };
  const token = line.token;
  return token ?? { label: '', rest: line.text, forms: new Set() };
}

/** 項・号・細分。今の行が頭であることは分かっているものとする。 */
export function readProvision(cursor: BlockCursor, tag: ProvisionTag, frame: Levels, position: number, before: readonly Element[] = []): Element {
  const line = peek(cursor)!;
  const head = provisionHead(line);
  cursor.at += 1;
  noteLevel(frame, tag, head.forms);
  // 標目の無い項の文は一字下がる
  const indent = tag === 'Paragraph' && head.rest === line.text ? Math.max(line.indent - 1, cursor.base) : line.indent;
  return cursor.make.labelled(tag, head.label, position, [...before, ...provisionContent(cursor, tag, head.rest, indent, frame)]);
}

/** 文と、その下の並び。indent は標目の桁。 */
export function provisionContent(cursor: BlockCursor, tag: ProvisionTag, printed: string, indent: number, frame: Levels): Content[] {
  const children: Content[] = [sentenceHolder(cursor, SENTENCE_TAG[tag], printed, indent)];
  let position = 0;
  for (let line = peek(cursor); line; line = peek(cursor)) {
    const child = readChild(cursor, tag, line, indent, frame, position + 1);
    if (child === undefined) break;
    if (child.some((c) => isElement(c) && isProvisionTag(c.tag))) position += 1;
    for (const c of child) children.push(c);
  }
  return children;
}

function readChild(cursor: BlockCursor, tag: ProvisionTag, line: BlockLine, indent: number, frame: Levels, position: number): readonly Content[] | undefined {
  const lower = PROVISION_TAGS[depthOf(tag) + 1];
  const mark = readMark(line.text);
  if (mark) {
    if (line.indent <= indent || OUTSIDE_PROVISION.has(mark.tag)) return undefined;
    if (!mark.nested && mark.tag === lower && lower !== undefined) return [readProvision(cursor, lower, frame, position)];
    return isProvisionTag(mark.tag) && mark.tag !== lower ? undefined : [readMarked(cursor, line, mark)];
  }
  // 別表の区分の下の表は、人が書けば桁を下げない
  if (isRow(line.text)) return line.indent >= indent || tag === 'Paragraph' || cursor.kind === 'appendix' ? cursor.table(cursor, 'TableStruct') : undefined;
  if (isTableTitle(cursor)) return readTitledTable(cursor);
  if (FIG_LINE.test(line.text)) return line.indent >= indent || tag === 'Paragraph' ? [readFigure(cursor)] : undefined;
  const token = line.token;
  if (token) {
    if ([...token.forms].some(isArticleForm)) return undefined;
    const level = levelOf(token, line.indent, frame, tag, cursor.labels);
    return lower !== undefined && depthOf(level) > depthOf(tag) ? [readProvision(cursor, lower, frame, position)] : undefined;
  }
  if (line.indent < indent + 2 || groupOf(line.text) !== undefined || REMARKS_LINE.test(line.text)) return undefined;
  return [isAmendingText(line.text) ? readAmendProvision(cursor) : readList(cursor)];
}

/** 項の中に来ない印。条や章の並びに返す。 */
const OUTSIDE_PROVISION: ReadonlySet<Tag | undefined> = new Set<Tag | undefined>([
  'Paragraph', 'ArticleCaption', 'ParagraphCaption', 'SupplNote', 'Article', 'Part', 'Chapter', 'Section', 'Subsection', 'Division', 'Remarks',
]);

export function readFigure(cursor: BlockCursor): Element {
  const [, src] = FIG_LINE.exec(peek(cursor)!.text)!;
  cursor.at += 1;
  const fig = cursor.make.element('Fig', src === '' ? {} : { attr: { src: readEscaped(src!) } });
  return cursor.make.element('FigStruct', {}, [fig]);
}

const LIST_TAGS = [['List', 'ListSentence'], ['Sublist1', 'Sublist1Sentence'], ['Sublist2', 'Sublist2Sentence'], ['Sublist3', 'Sublist3Sentence']] as const;

export function readList(cursor: BlockCursor, depth = 0): Element {
  const { text, indent } = peek(cursor)!;
  cursor.at += 1;
  const [tag, sentenceTag] = LIST_TAGS[depth]!;
  const children: Element[] = [cursor.make.run(sentenceTag, readEscaped(text))];
  for (let line = peek(cursor); line && depth + 1 < LIST_TAGS.length && line.indent > indent; line = peek(cursor)) {
    if (/^[〔｜|]/.test(line.text) || line.token || FIG_LINE.test(line.text) || isRow(line.text)) break;
    children.push(readList(cursor, depth + 1));
  }
  return cursor.make.element(tag, {}, children);
}

/** ほかの法令を改める附則の改正規定。新しい規定は「〔新規定：〕」の中にある。 */
export function readAmendProvision(cursor: BlockCursor): Element {
  const { text, indent } = peek(cursor)!;
  cursor.at += 1;
  const children: Content[] = [cursor.make.run('AmendProvisionSentence', readEscaped(text))];
  for (let line = peek(cursor); line && line.indent > indent; line = peek(cursor)) {
    const mark = readMark(line.text);
    if (mark?.tag !== 'NewProvision') break;
    children.push(readMarked(cursor, line, mark));
  }
  return cursor.make.element('AmendProvision', {}, children);
}

/** 文の中の表や図の場所 */
export const QUOTE_PLACE = '〔引用〕';

/** 文を持つ要素。「〔引用〕」の所には、続く「〔引用：〕」の中身が入る。 */
export function sentenceHolder(cursor: BlockCursor, tag: Tag, printed: string, indent: number): Element {
  const text = printed === EMPTY_TEXT ? '' : readEscaped(printed);
  const places = text.split(QUOTE_PLACE).length - 1;
  const quotes: Content[] = [];
  for (let line = peek(cursor); line && quotes.length < places && line.indent > indent; line = peek(cursor)) {
    const mark = readMark(line.text);
    if (mark?.tag !== 'QuoteStruct' || !mark.nested) break;
    quotes.push(readMarked(cursor, line, mark));
  }
  if (quotes.length === 0) return cursor.make.run(tag, text);
  const sentences = splitSentences(text).map((sentence) => {
    const pieces = sentence.split(QUOTE_PLACE);
    return cursor.make.element('Sentence', {}, pieces.flatMap((piece, i) => {
      const quote = i === 0 ? undefined : quotes.shift();
      return [...(i === 0 ? [] : [quote ?? QUOTE_PLACE]), ...cursor.make.inline(piece)];
    }));
  });
  return cursor.make.element(tag, {}, sentences);
}
