import { parseAmendment } from '../parse/parse-amendment.js';
import { INDENT } from './block-line.js';

/** 改正規定の動詞で終わる行だけを、読んでみる */
const MAY_AMEND = /(?:改め|加え|削|とす|とし|下げ|上げ|さげ|あげ|付す|附す|付け|改正す|変更す|訂正す|追加す|設け|置)(?:る|く|除する)?[。．]?$/;
const AT_MARGIN = /^　?[^　]/;

/** 字下げが一字までの行が改正規定に読めるか。 */
export function readsAsAmending(line: string): boolean {
  if (!AT_MARGIN.test(line) || !MAY_AMEND.test(line) || line.trimStart().startsWith('｜')) return false;
  return parseAmendment(line).amendment.length > 0;
}

/** 改正規定に読める行を、二字まで下げる。ブロックの中の深い行は、改正規定に読まれない。 */
export function guardMargin(lines: readonly string[]): string[] {
  return lines.map((line) => (readsAsAmending(line) ? INDENT.repeat(2) + line.replace(/^　/, '') : line));
}
