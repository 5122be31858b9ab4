import { NUMERAL_CLASS } from '../../kernel/numeral.js';
import { joinOpenQuotes } from '../parse/join-open-quotes.js';
import type { AmendmentLine } from '../parse/parse-amendment.js';
import { isSupplLabel } from './read-suppl.js';

/** 空でない行と、原文の行番号（1から）。行末の空白は除く。引用の中の改行（目次の項目など）では切らない。 */
export function printedLines(text: string): AmendmentLine[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/).flatMap((line, i) => {
    const body = line.trimEnd();
    return body.trim() === '' ? [] : [{ text: body, line: i + 1 }];
  });
  return joinOpenQuotes(lines);
}

const PLACE = new RegExp(`^[　 ]?(?:第[${NUMERAL_CLASS}]|[${NUMERAL_CLASS}]+番目の|附則|別表|別記|様式|題名|前文|本則|目次|制定文|次の表|付録|別紙)`);
const DONE = /(?:改める|加える|削る|とする|付する|繰り下げる|繰り上げる)。$/;
/** 改正文らしい行か（字下げは一字まで） */
export const looksAmending = (line: string): boolean => DONE.test(line.slice(-8)) && PLACE.test(line);

/** ブロックが続く改正文 */
const WITH_BLOCK = /次の[^「」]{1,30}(?:改める|加える)。$/;
const hasBlock = (line: string | undefined): boolean => line !== undefined && looksAmending(line) && WITH_BLOCK.test(line.slice(-40));

const IN_FORCE = /から(?:施行|適用)する|効力を生|施行の日|施行期日/;

/**
 * 文書の附則の題の行。改められる附則の本文（直前の改正文のブロック）や目次の「附則」ではない、最後のもの。
 * 枠のない改め文では、施行のことを言う附則だけをみる。
 */
export function findSuppl(lines: readonly AmendmentLine[], start: number, framed: boolean): number | undefined {
  for (let i = lines.length - 1; i >= start; i -= 1) {
    if (!isSupplLabel(lines[i]!.text) || hasBlock(lines[i - 1]?.text)) continue;
    const clause = lines.slice(i + 1, i + 3).find((l) => !/^[　 ]*（[^（）]*）$/.test(l.text));
    if (clause && (IN_FORCE.test(clause.text) || (framed && !looksAmending(clause.text)))) return i;
  }
  return undefined;
}

const FORMULA = /^[　 ]*(?:この|上記|以上).{0,60}証するため/;
const DATE_LINE = /^[　 ]*(?:明治|大正|昭和|平成|令和)[　 ]*[0-9０-９元一二三四五六七八九十]*[　 ]*年[　 ]*[0-9０-９一二三四五六七八九十]*[　 ]*月[　 ]*[0-9０-９一二三四五六七八九十]*[　 ]*日$/;

/** 作成文（無ければ、附則の後の締結日の行）から後ろ。枠のない改め文には無い。 */
export function findClosing(lines: readonly AmendmentLine[], start: number, afterSuppl: boolean, framed: boolean): number | undefined {
  if (!framed && !afterSuppl) return undefined;
  for (let i = start + 1; i < lines.length; i += 1) {
    const { text } = lines[i]!;
    if ((FORMULA.test(text) && !hasBlock(lines[i - 1]?.text)) || (afterSuppl && DATE_LINE.test(text))) return i;
  }
  return undefined;
}
