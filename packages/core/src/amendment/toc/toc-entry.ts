import { groupNum } from '../block/read-group.js';
import { groupOf } from '../block/block-line.js';
import type { ProvisionNum } from '../../text/element.js';
import { GROUP_TAGS, type Tag } from '../../text/tag.js';

/** 目次の一行から読める、項目の種類・題・条の範囲。 */
export interface TocEntry {
  readonly tag: Extract<Tag, `TOC${string}`>;
  readonly num?: ProvisionNum;
  /** 題の要素名。前文・別表の項目は、項目そのものが文字を持つので無い */
  readonly titleTag?: Tag;
  readonly title: string;
  readonly range?: string;
}

const RANGE = /[（(][^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)*[）)]$/;

/** 第三章　雑則（第十条―第十五条）。標目から章・節…を、末尾の括弧から条の範囲を読む。 */
export function tocEntry(text: string): TocEntry {
  const found = RANGE.exec(text);
  const title = (found ? text.slice(0, found.index) : text).trimEnd();
  const range = found ? { range: found[0] } : {};
  const group = groupOf(title);
  if (group) {
    const num = groupNum(title);
    return { tag: `TOC${group}`, ...(num === undefined ? {} : { num }), titleTag: `${group}Title`, title, ...range };
  }
  if (/^附[　 ]*則/.test(title)) return { tag: 'TOCSupplProvision', titleTag: 'SupplProvisionLabel', title, ...range };
  return { tag: /^前[　 ]*文$/.test(text) ? 'TOCPreambleLabel' : 'TOCAppdxTableLabel', title: text };
}

/** 編 0 … 目 4。章節でなければ -1。 */
export const tocRank = (tag: Tag): number => GROUP_TAGS.findIndex((group) => `TOC${group}` === tag);

/** 標目だけで項目と分かるか（第三章…、附則）。 */
export const isTocHead = (line: string): boolean => groupOf(line) !== undefined || /^附[　 ]*則(?:$|[（(])/.test(line);
