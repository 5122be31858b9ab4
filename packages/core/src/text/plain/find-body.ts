import { appdxLine, articleLine, groupLine, isCaptionShape, isClosingFormula, labelledLine, supplLine } from './line-kind.js';
import type { Block } from './prepare-blocks.js';
import { isTocLabel } from './toc.js';

/**
 * 本則の始まり: 目次・編章節・条（その見出しを含む）。
 * 条を持たない文書では、制定文の次、最初の標目・表・締結文。
 */
export function findBody(blocks: readonly Block[]): number {
  const line = (i: number): string | undefined => {
    const block = blocks[i];
    return block?.kind === 'line' ? block.body.text : undefined;
  };
  const find = (test: (text: string, i: number) => unknown, end: number): number => {
    for (let i = 0; i < end; i += 1) {
      const text = line(i);
      if (text !== undefined && test(text, i)) return i;
    }
    return end;
  };
  const structural = find((t) => isTocLabel(t) || groupLine(t) || articleLine(t), blocks.length);
  // 議案の「別紙」の行は、続く協約の案の表紙であって別表ではない
  const later = find((t, i) => supplLine(t) || (appdxLine(t) && !(i < structural && /^別[\s　]*紙$/.test(t))), blocks.length);
  const table = blocks.findIndex((b) => b.kind === 'table');
  const hasArticles = structural < later;
  const enacted = hasArticles ? -1 : find((t) => ENACTED.test(t), later);
  const loose = hasArticles
    ? find((t, i) => i > 0 && isClosingFormula(t), structural)
    : Math.min(enacted < later && enacted >= 0 ? enacted + 1 : later, find((t, i) => (i > 0 && labelledLine(t)) || isClosingFormula(t), later));
  const begin = Math.min(structural, later, loose, table < 0 ? blocks.length : table);
  const before = blocks[begin - 1];
  // 三字以上下がった行は題名か法令番号であって、条の見出しではない
  const captioned = before?.kind === 'line' && before.indent < 6 && begin < blocks.length && isCaptionShape(before.body.text) && line(begin) !== undefined && !appdxLine(line(begin)!) && !supplLine(line(begin)!);
  return captioned ? begin - 1 : begin;
}

/** 「…この政令を制定する。」で終わる制定文。 */
const ENACTED = /この[^、。]{1,12}を(?:制定|公布)する。$/;
