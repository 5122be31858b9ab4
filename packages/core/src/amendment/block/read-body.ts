import { isElement, type Content, type Element } from '../../text/element.js';
import { PROVISION_TAGS, type ProvisionTag, type Tag } from '../../text/tag.js';
import { splitSentences } from '../run.js';
import { appendixShape, readAppendix, supplAppendixAt } from './read-appendix.js';
import { articleHead, captionAt, readArticle, readParagraphHere } from './read-article.js';
import { isAppendix, peek, type BlockCursor, type TableKind } from './block-cursor.js';
import { EMPTY_TEXT, readEscaped } from './block-escape.js';
import { FIG_LINE, groupOf, isRow, OMITTED, REMARKS_LINE, type BlockLine } from './block-line.js';
import { readMark } from './block-mark.js';
import { readGroup } from './read-group.js';
import { levelOf, levels, type Levels } from './read-level.js';
import { readMarked } from './read-marked.js';
import { isProvisionTag, readAmendProvision, readFigure, readList, readProvision, sentenceHolder } from './read-provision.js';
import { readRemarks } from './read-remarks.js';
import { isTableTitle, readTitledTable } from './read-table-title.js';

/** 並びの終わりまで読む。 */
export function readBody(cursor: BlockCursor): Content[] {
  const out: Content[] = [];
  const readOne = oneReader(cursor);
  while (peek(cursor)) for (const child of readOne(cursor)) out.push(child);
  return out;
}

/** 今の行から一つの要素を読む。どれにも当たらない行は報告して飛ばす。 */
export function oneReader({ tags, kind, base }: BlockCursor): (cursor: BlockCursor) => readonly Content[] {
  const first = PROVISION_TAGS.filter((tag) => tags.has(tag));
  const frame = levels(kind === 'appendix' ? base : base + 1, kind === 'appendix' ? 'Item' : 'Paragraph', first);
  const counts = new Map<Tag, number>();
  const read = (cursor: BlockCursor): readonly Content[] => {
    const found = readOne(cursor, frame, counts, read);
    for (const child of found) if (isElement(child)) counts.set(child.tag, (counts.get(child.tag) ?? 0) + 1);
    return found;
  };
  return read;
}

function readOne(cursor: BlockCursor, frame: Levels, counts: ReadonlyMap<Tag, number>, again: (cursor: BlockCursor) => readonly Content[]): readonly Content[] {
  const line = peek(cursor)!;
  const position = (tag: Tag) => (counts.get(tag) ?? 0) + 1;
  const mark = readMark(line.text);
  if (mark) {
    if (articleHead(line)) return [readArticle(cursor, undefined)];
    if (!mark.nested && isProvisionTag(mark.tag)) return [readProvision(cursor, mark.tag, frame, position(mark.tag))];
    return [readMarked(cursor, line, mark)];
  }
  if (isRow(line.text)) return cursor.table(cursor, tableKind(cursor));
  if (isTableTitle(cursor) && tableKind(cursor) === 'TableStruct') return readTitledTable(cursor);
  const suppl = cursor.owner === 'SupplProvision' ? supplAppendixAt(line, cursor.base) : undefined;
  if (suppl) {
    const inner: BlockCursor = { ...cursor, owner: suppl, kind: 'appendix', tags: new Set() };
    const made = readAppendix(inner, suppl, oneReader(inner));
    cursor.at = inner.at;
    return [made];
  }
  if (cursor.kind === 'body') {
    const group = groupOf(line.text);
    if (group) return [readGroup(cursor, group, again)];
    const caption = captionAt(cursor);
    if (caption === 'article') {
      cursor.at += 1;
      return [readArticle(cursor, cursor.make.run('ArticleCaption', readEscaped(line.text)))];
    }
    if (articleHead(line)) return [readArticle(cursor, undefined)];
    if (caption === 'paragraph') return paragraph(cursor, position('Paragraph'));
  }
  const token = line.token;
  if (token) {
    const level = levelOf(token, line.indent, frame, undefined, cursor.labels);
    return level === 'Paragraph' ? paragraph(cursor, position(level)) : [readProvision(cursor, level, frame, position(level))];
  }
  if (REMARKS_LINE.test(line.text) && (cursor.kind === 'appendix' || cursor.tags.has('Remarks') || cursor.owner === 'TableStruct')) return [readRemarks(cursor)];
  if (FIG_LINE.test(line.text) && !holdsText(cursor.owner)) return [readFigure(cursor)];
  return readPlain(cursor, line, frame, position);
}

/** 図だけの行が、図（FigStruct）でなく様式や算式の中身になる所。 */
const holdsText = (owner: Tag): boolean => appendixShape(owner)?.text !== undefined || owner === 'Appdx' || owner === 'SupplProvisionAppdx';

function paragraph(cursor: BlockCursor, position: number): readonly Content[] {
  const made = readParagraphHere(cursor, position, false);
  if (made !== undefined) return [made];
  return [readProvision(cursor, 'Paragraph', levels(cursor.base + 1, 'Paragraph'), position)];
}

/** 標目の無い行。持ち主によって、項・文・備考の号・様式の中身などになる。 */
function readPlain(cursor: BlockCursor, line: BlockLine, frame: Levels, position: (tag: Tag) => number): readonly Content[] {
  const leaf = LEAVES.find((tag) => cursor.tags.has(tag));
  if (leaf !== undefined && !cursor.tags.has('Paragraph')) {
    return readLeaf(cursor, line, leaf);
  }
  if (cursor.tags.has('List')) return [readList(cursor)];
  if (cursor.tags.has('AmendProvision')) return [readAmendProvision(cursor)];
  if (cursor.owner === 'Remarks') return [readProvision(cursor, 'Item', frame, position('Item'))];
  if (cursor.owner === 'TableStruct' || cursor.owner === 'Table' || (OMITTED.test(line.text) && cursor.kind === 'appendix')) return unread(cursor, line);
  if (isAppendix(cursor.owner)) return readAppendixText(cursor, line, frame, position);
  const only = PROVISION_TAGS.filter((tag) => cursor.tags.has(tag));
  const tag: ProvisionTag = only.length > 0 && !only.includes('Paragraph') ? only[0]! : 'Paragraph';
  return tag === 'Paragraph' ? paragraph(cursor, position(tag)) : [readProvision(cursor, tag, frame, position(tag))];
}

/** 一行の文や見出し。 */
export function readLeaf(cursor: BlockCursor, line: BlockLine, tag: Tag): Element[] {
  cursor.at += 1;
  if (tag !== 'Sentence') return [sentenceHolder(cursor, tag, line.text, line.indent)];
  const text = line.text === EMPTY_TEXT ? '' : readEscaped(line.text);
  return splitSentences(text).map((sentence) => cursor.make.run(tag, sentence));
}

function readAppendixText(cursor: BlockCursor, line: BlockLine, frame: Levels, position: (tag: Tag) => number): readonly Content[] {
  const shape = appendixShape(cursor.owner)!;
  if (shape.text) {
    cursor.at += 1;
    const [struct, body] = shape.text;
    return [cursor.make.element(struct, {}, [cursor.make.run(body, readEscaped(line.text))])];
  }
  if (cursor.owner === 'Appdx' || cursor.owner === 'SupplProvisionAppdx') {
    cursor.at += 1;
    return [cursor.make.run('ArithFormula', readEscaped(line.text))];
  }
  return [readProvision(cursor, 'Item', frame, position('Item'))];
}

function unread(cursor: BlockCursor, line: BlockLine): readonly Content[] {
  cursor.at += 1;
  cursor.unread(line);
  return [];
}

/** 一つの文や見出しだけを加えるときの要素。 */
const LEAVES: readonly Tag[] = [
  'Sentence', 'ParagraphSentence', 'ItemSentence', 'Subitem1Sentence', 'Subitem2Sentence', 'Subitem3Sentence', 'Subitem4Sentence', 'Subitem5Sentence',
  'Subitem6Sentence', 'Subitem7Sentence', 'Subitem8Sentence', 'Subitem9Sentence', 'Subitem10Sentence', 'Column',
  'ArticleCaption', 'ParagraphCaption', 'LawTitle', 'EnactStatement', 'PartTitle', 'ChapterTitle', 'SectionTitle', 'SubsectionTitle', 'DivisionTitle',
  'SupplProvisionLabel', 'SupplNote', 'RelatedArticleNum', 'RemarksLabel', 'TableStructTitle', 'ArithFormula', 'ArithFormulaNum', 'ListSentence', 'ArticleRange',
  'AppdxTableTitle', 'AppdxStyleTitle', 'AppdxFormatTitle', 'AppdxNoteTitle', 'AppdxFigTitle', 'SupplProvisionAppdxTableTitle', 'SupplProvisionAppdxStyleTitle',
  'AmendProvisionSentence', 'ClosingFormula', 'ConclusionDate', 'SignatureLine', 'Style', 'Note', 'Format',
];

export const isLeafTag = (tag: Tag): boolean => LEAVES.includes(tag);

function tableKind({ owner, tags }: BlockCursor): TableKind {
  if (tags.has('TableStruct')) return 'TableStruct';
  if (owner === 'TableStruct' || tags.has('Table')) return 'Table';
  if (owner === 'TableRow' || owner === 'TableHeaderRow' || tags.has('TableColumn')) return 'TableColumn';
  return owner === 'Table' || tags.has('TableRow') || tags.has('TableHeaderRow') ? 'TableRow' : 'TableStruct';
}
