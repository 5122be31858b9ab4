import { childElements, type Element } from '../../text/element.js';
import { isRun, RUN_BREAK, writeRun } from '../run.js';
import { isTocHead } from './toc-entry.js';

/**
 * 目次は、項目ごとに一行の並びとして改める。
 *   目次中「第三章　雑則（第十条―第十五条）」を「第三章　公表（第十条・第十一条）
 *   　第四章　雑則（第十二条―第十七条）」に改める。
 * 引用の中の行の区切りは改行。官報の写しに多い ／ や、区切りのないものも読む。
 */

/** 目次の一行になる節点の並び（文書順）。中の節などは別の行になる。 */
export function tocNodes<T extends Element>(toc: T): T[] {
  const nodes: T[] = [];
  const visit = (holder: T): void => {
    for (const child of childElements(holder) as T[]) {
      if (!child.tag.startsWith('TOC')) continue;
      nodes.push(child);
      visit(child);
    }
  };
  visit(toc);
  return nodes;
}

/** 項目の題と条の範囲。項目そのものが文字を持つこともある。 */
export function tocRuns<T extends Element>(node: T): T[] {
  if (isRun(node)) return [node];
  return (childElements(node) as T[]).filter((c) => !c.tag.startsWith('TOC'));
}

/** 一行の印字。 */
export const tocText = (node: Element): string => tocRuns(node).map(writeRun).join('');

const BREAK = new RegExp(`\\r?\\n|${RUN_BREAK}`);
/** 一行に続けて引用された項目の切れ目: 条の範囲の後の、次の標目の前 */
const JOINED = /(?<=[）)])[／\s　]*(?=第[〇一二三四五六七八九十百千0-9０-９]{1,9}[編章節款目]|附[　 ]?則)|／(?=第|附)/;

/** 引用の中の行。字下げは除く。 */
export function quotedLines(text: string): string[] {
  return text.split(BREAK).flatMap((line) => {
    const own = line.replace(/^[\s　]+|[\s　]+$/g, '');
    const parts = own.split(JOINED).filter((p) => p !== '');
    return parts.length > 1 && parts.slice(1).every(isTocHead) ? parts : [own];
  });
}

export const hasLineBreak = (text: string): boolean => BREAK.test(text);
