import type { Content, Element } from '../../text/element.js';
import { GROUP_TAGS, type Tag } from '../../text/tag.js';
import { peek, type BlockCursor } from './block-cursor.js';
import { readEscaped } from './block-escape.js';
import { groupOf } from './block-line.js';
import { readMark } from './block-mark.js';
import { groupNum } from './read-group.js';
import { readMarked } from './read-marked.js';

const RANGE = /[（(][^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)*[）)]$/;
export const TOC_TAGS: ReadonlySet<Tag> = new Set<Tag>(['TOC', 'TOCPart', 'TOCChapter', 'TOCSection', 'TOCSubsection', 'TOCDivision', 'TOCSupplProvision', 'TOCPreambleLabel', 'TOCAppdxTableLabel', 'TOCArticle', 'TOCLabel']);
const rank = (tag: Tag): number => GROUP_TAGS.findIndex((g) => `TOC${g}` === tag);

/** 目次の行。「目次」の行から始まれば目次の全部、そうでなければその一部。 */
export function readToc(cursor: BlockCursor): Content[] {
  const out: Content[] = [];
  const line = peek(cursor);
  if (line && /^目[　 ]*次$/.test(line.text)) {
    cursor.at += 1;
    const label = cursor.make.run('TOCLabel', readEscaped(line.text));
    if (cursor.tags.has('TOCLabel') && !cursor.tags.has('TOC')) out.push(label, ...readEntries(cursor, -1));
    else out.push(cursor.make.element('TOC', {}, [label, ...readEntries(cursor, -1)]));
    return out;
  }
  return readEntries(cursor, -1);
}

function readEntries(cursor: BlockCursor, above: number): Content[] {
  const out: Content[] = [];
  for (let line = peek(cursor); line; line = peek(cursor)) {
    const mark = readMark(line.text);
    if (mark) {
      if (above >= 0) break;
      out.push(readMarked(cursor, line, mark));
      continue;
    }
    const entry = readEntry(cursor, above);
    if (entry === undefined) break;
    out.push(entry);
  }
  return out;
}

function readEntry(cursor: BlockCursor, above: number): Element | undefined {
  const { text } = peek(cursor)!;
  const range = RANGE.exec(text);
  const head = (range ? text.slice(0, range.index) : text).trimEnd();
  const ranges = range ? [cursor.make.run('ArticleRange', readEscaped(range[0]))] : [];
  const group = groupOf(head);
  if (group) {
    const tag = `TOC${group}` as const;
    if (rank(tag) <= above) return undefined;
    cursor.at += 1;
    const num = groupNum(head);
    return cursor.make.element(tag, num === undefined ? {} : { num }, [cursor.make.run(`${group}Title`, readEscaped(head)), ...ranges, ...readEntries(cursor, rank(tag))]);
  }
  if (above >= 0) return undefined;
  cursor.at += 1;
  if (/^附[　 ]*則/.test(head)) return cursor.make.element('TOCSupplProvision', {}, [cursor.make.run('SupplProvisionLabel', readEscaped(head)), ...ranges]);
  if (/^前[　 ]*文$/.test(text)) return cursor.make.run('TOCPreambleLabel', readEscaped(text));
  return cursor.make.run('TOCAppdxTableLabel', readEscaped(text));
}
