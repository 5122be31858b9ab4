/**
 * ブロックの一行に印字する文字列の、読み手に分かる逃がし方。
 *
 * - ［空白 2］    行頭・行末の全角空白（字数）
 * - ［字 ｜］     表の罫線や印と紛れる一字
 * - ［字 U+0009］ 目に見えない一字
 * - ［空］        文字が無いこと
 */
const ESCAPE = /［字 (?:U\+([0-9A-F]{4,6})|([^\n]))］|［空白 ([0-9]{1,4})］|［空］/gu;
/** 逃がしの印そのものに読める所 */
const OPENING = /［(?=字 |空白 [0-9]|空］)/g;
/** 行の中に置けない字: 制御文字・行の区切り・対にならないサロゲート */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** 一字を ［字 …］ にする。 */
export const escapeOne = (char: string): string => (/^[\s　]$/.test(char) ? codePoint(char) : `［字 ${char}］`);

/** 先頭の一字を逃がす。標目・見出し・改正規定などに読まれる文字列に使う。 */
export function escapeFirst(printed: string): string {
  const first = String.fromCodePoint(printed.codePointAt(0) ?? 0x5b57);
  return first === '［' && /^［(?:字 |空白 |空］)/.test(printed) ? printed : escapeOne(first) + printed.slice(first.length);
}

/** 文字列を行に印字できる形にする。空の文字列は空のまま（空であることを言う要があれば EMPTY_TEXT）。 */
export function writeEscaped(text: string): string {
  const inner = text.replace(OPENING, '［字 ［］').replace(UNPRINTABLE, codePoint);
  const start = inner.length - inner.trimStart().length;
  const end = Math.max(inner.trimEnd().length, start);
  if (start === 0 && end === inner.length) return inner;
  return writeSpaces(inner.slice(0, start)) + inner.slice(start, end) + writeSpaces(inner.slice(end));
}

/** 一つの印で言う空白の字数の上限 */
const MOST_SPACES = 9999;

function writeSpaces(spaces: string): string {
  if (spaces === '') return '';
  if (!/^　+$/.test(spaces)) return [...spaces].map(codePoint).join('');
  const full = Math.floor(spaces.length / MOST_SPACES);
  const rest = spaces.length % MOST_SPACES;
  return `［空白 ${MOST_SPACES}］`.repeat(full) + (rest > 0 ? `［空白 ${rest}］` : '');
}

/** 印「〔号 …〕」の中の標目。 */
export const writeEscapedLabel = (label: string): string => writeEscaped(label).replace(/[〔〕]|：$/g, codePoint);

/** 表の欄の中身。前後の全角空白は罫線で分かるので、そのまま置く。 */
export function writeEscapedCell(text: string): string {
  const printed = text.replace(OPENING, '［字 ［］').replace(UNPRINTABLE, codePoint);
  const inner = trimSpaces(printed);
  const before = inner === '' ? 0 : printed.indexOf(inner);
  const half = codePoint(' ');
  const edged = half.repeat(before) + inner + half.repeat(printed.length - inner.length - before);
  const out = edged.replace(/｜(?![^｜《》]+《[^《》]+》)/g, '［字 ｜］').replace(/^([^｜《》]+)《(?=[^《》]+》)/, '$1［字 《］');
  return /^(?:[↑←]|-+|―+)$|^［(?:縦|横)|^〔/.test(out) ? escapeFirst(out) : out;
}

/** 前後の半角空白を除く。表の欄の全角空白は中身である。 */
export function trimSpaces(text: string): string {
  let start = 0;
  while (text[start] === ' ') start += 1;
  let end = text.length;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return text.slice(start, end);
}

export const EMPTY_TEXT = '［空］';

/** 印字を元の文字列に戻す。 */
export function readEscaped(printed: string): string {
  if (!printed.includes('［')) return printed;
  return printed.replace(ESCAPE, (_, code: string | undefined, char: string | undefined, spaces: string | undefined) => {
    if (code !== undefined) {
      const value = Number.parseInt(code, 16);
      return value <= 0x10ffff ? String.fromCodePoint(value) : '';
    }
    return char ?? '　'.repeat(Number(spaces ?? 0));
  });
}

function codePoint(char: string): string {
  return `［字 U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}］`;
}

/** 号などの並ぶ欄の中身。行を ↵ でつなぐので、行の中の ↵ は逃がす。 */
export function writeStructuredCell(lines: readonly string[]): string {
  const joined = lines.map((line) => line.replace(/↵/g, '［字 ↵］')).join('↵');
  return joined.replace(OPENING, '［字 ［］').replace(/｜/g, '［字 ｜］');
}
