import { NUMERAL_CLASS, readNumeral } from '../../kernel/numeral.js';

const KANJI_NUMBER = /[〇一二三四五六七八九十百千]+/g;
const NUMBER = new RegExp(`^[${NUMERAL_CLASS}]+$`);

/** 呼び名を比べる形にする: 空白を除き、英数字と括弧を半角に、漢数字・丸数字を算用数字に。 */
export function foldName(name: string): string {
  return name
    .replace(/[\s　]/g, '')
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[①-⑳]/g, (c) => String(c.charCodeAt(0) - 0x245f))
    .replace(/[⑴-⒇]/g, (c) => `(${c.charCodeAt(0) - 0x2473})`)
    .replace(KANJI_NUMBER, (run) => String(readNumeral(run)?.value ?? run));
}

/** 「二」「２」「第二」「(2)」の数。数でなければ undefined。 */
export function ordinalOf(name: string): number | undefined {
  const core = name.replace(/^第/, '').replace(/^[（(]|[）)]$/g, '');
  return NUMBER.test(core) ? readNumeral(core)?.value : undefined;
}
