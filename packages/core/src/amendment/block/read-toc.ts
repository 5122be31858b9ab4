import type { Content, Element } from '../../text/element.js';
import type { Tag } from '../../text/tag.js';
import { tocEntry, tocRank } from '../toc/toc-entry.js';
import { peek, type BlockCursor } from './block-cursor.js';
import { readEscaped } from './block-escape.js';
import { readMark } from './block-mark.js';
import { readMarked } from './read-marked.js';

export const TOC_TAGS: ReadonlySet<Tag> = new Set<Tag>(['TOC', 'TOCPart', 'TOCChapter', 'TOCSection', 'TOCSubsection', 'TOCDivision', 'TOCSupplProvision', 'TOCPreambleLabel', 'TOCAppdxTableLabel', 'TOCArticle', 'TOCLabel']);

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
  const { tag, num, titleTag, title, range } = tocEntry(peek(cursor)!.text);
  const rank = tocRank(tag);
  if (rank >= 0 ? rank <= above : above >= 0) return undefined;
  cursor.at += 1;
  if (titleTag === undefined) return cursor.make.run(tag, readEscaped(title));
  const ranges = range === undefined ? [] : [cursor.make.run('ArticleRange', readEscaped(range))];
  return cursor.make.element(tag, num === undefined ? {} : { num }, [cursor.make.run(titleTag, readEscaped(title)), ...ranges, ...(rank < 0 ? [] : readEntries(cursor, rank))]);
}
