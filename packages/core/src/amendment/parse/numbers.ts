import { NUMERAL_CLASS, readNumeral } from '../../kernel/numeral.js';
import type { ProvisionNum } from '../../text/element.js';

/** 数字一字（正規表現の文字クラス）。改め文の番号は漢数字・半角・全角のどれでもよい。 */
export const DIGIT = `[${NUMERAL_CLASS}○元]`;

/** 数字の並び */
export const NUMBER = `${DIGIT}+`;

/** 枝番号「の二の三」。後に「項」「部」が続く数字（第三条の二の項・第二条の一部）は枝番号ではない。六つまで */
export const BRANCHES = `(?:[のノ]${NUMBER}(?!${DIGIT}|[部級人円年月日分割倍]|項|欄|表)){0,6}`;

/** 「三」「３の２」を番号に。読めなければ undefined。 */
export function provisionNum(head: string, branches = ''): ProvisionNum | undefined {
  const parts = [head, ...branches.split(/[のノ]/).filter((b) => b !== '')].map((n) => readNumeral(n)?.value);
  return parts.includes(undefined) ? undefined : (parts.join('_') as ProvisionNum);
}

/** 一つの数。 */
export const count = (text: string): number | undefined => readNumeral(text)?.value;
