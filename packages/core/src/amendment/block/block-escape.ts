/**
 * ブロックの一行に印字する文字列の、読み手に分かる逃がし方。
 *
 * - ［空白 2］    行頭・行末の全角空白（字数）
 * - ［字 ｜］     表の罫線や印と紛れる一字
 * - ［字 U+0009］ 目に見えない一字
 * - ［空］        文字が無いこと
 */
const ESCAPE = /［字 (?:U\+([0-9A-F]{4,6})|([^\n]))］|［空白 ([0-9]{1,6})］|［空］/gu;
/** 逃がしの印そのものに読める所 */
const OPENING = /［(?=字 |空白 [0-9]|空］)/g;
/** 行の中に置けない字: 制御文字・行の区切り・対にならないサロゲート */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const EDGE = /^[\s　]+|[\s　]+$/g;

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
  return inner.replace(EDGE, (spaces) => (/^　+$/.test(spaces) ? `［空白 ${spaces.length}］` : [...spaces].map(codePoint).join('')));
}

/** 印「〔号 …〕」の中の標目。 */
export const writeEscapedLabel = (label: string): string => writeEscaped(label).replace(/[〔〕]|：$/g, codePoint);

/** 表の欄の中身。前後の全角空白は罫線で分かるので、そのまま置く。 */
export function writeEscapedCell(text: string): string {
  let out = text.replace(OPENING, '［字 ［］').replace(UNPRINTABLE, codePoint).replace(/^ +| +$/g, (spaces) => [...spaces].map(codePoint).join(''));
  out = out.replace(/｜(?![^｜《》]+《[^《》]+》)/g, '［字 ｜］').replace(/^([^｜《》]+)《(?=[^《》]+》)/, '$1［字 《］');
  return /^(?:[↑←]|-+|―+)$|^［(?:縦|横)|^〔/.test(out) ? escapeFirst(out) : out;
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
