import { fullDigits, toKanji } from '@renkei/core';

/** 段落番号の数え方（w:numFmt）。知らない名は算用数字にする。 */
export function formatNumber(format: string, n: number): string {
  return (FORMATS[format] ?? String)(n);
}

const GOJUON = [...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'];
const IROHA = [...'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン'];
const HALF_GOJUON = [...'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ'];
const HALF_IROHA = [...'ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ'];
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];
const DIGITS = [...'〇一二三四五六七八九'];
const LEGAL_DIGITS = [...'〇壱弐参四伍六七八九'];

/** 並びを使い切ったら初めから数え直す。 */
const cycle = (sequence: readonly string[]) => (n: number): string => sequence[(n - 1) % sequence.length] ?? String(n);
/** 一字の記号がある範囲だけ記号にし、それより先は算用数字で囲みを表す。 */
const glyphs = (first: string, count: number, beyond: (n: number) => string) => (n: number): string => (n >= 1 && n <= count ? String.fromCodePoint(first.codePointAt(0)! + n - 1) : beyond(n));

/** a, b … z, aa, bb … と同じ字を重ねる（Word の数え方）。 */
function letters(n: number): string {
  if (n < 1) return String(n);
  return 'abcdefghijklmnopqrstuvwxyz'.charAt((n - 1) % 26).repeat(Math.min(Math.ceil(n / 26), 10));
}

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  const units: readonly (readonly [number, string])[] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']];
  let rest = n;
  let out = '';
  for (const [value, mark] of units) {
    while (rest >= value) {
      out += mark;
      rest -= value;
    }
  }
  return out;
}

const kanji = (n: number): string => (n >= 0 && n <= 9999 ? toKanji(n) : String(n));
const digits = (table: readonly string[]) => (n: number): string => [...String(n)].map((d) => table[Number(d)] ?? d).join('');

const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: (n) => fullDigits(String(n)),
  decimalFullWidth2: (n) => fullDigits(String(n)),
  decimalEnclosedCircle: glyphs('①', 20, (n) => `(${n})`),
  decimalEnclosedCircleChinese: glyphs('①', 20, (n) => `(${n})`),
  decimalEnclosedParen: glyphs('⑴', 20, (n) => `(${n})`),
  decimalEnclosedFullstop: glyphs('⒈', 20, (n) => `${n}.`),
  numberInDash: (n) => `- ${n} -`,
  aiueo: cycle(HALF_GOJUON),
  aiueoFullWidth: cycle(GOJUON),
  iroha: cycle(HALF_IROHA),
  irohaFullWidth: cycle(IROHA),
  japaneseCounting: kanji,
  chineseCounting: kanji,
  chineseCountingThousand: kanji,
  taiwaneseCounting: kanji,
  taiwaneseCountingThousand: kanji,
  ideographDigital: digits(DIGITS),
  japaneseDigitalTenThousand: digits(DIGITS),
  taiwaneseDigital: digits(DIGITS),
  japaneseLegal: digits(LEGAL_DIGITS),
  ideographTraditional: cycle(STEMS),
  ideographZodiac: cycle(BRANCHES),
  ideographEnclosedCircle: glyphs('㊀', 10, kanji),
  lowerLetter: letters,
  upperLetter: (n) => letters(n).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
  ordinal: (n) => `${n}.`,
  none: () => '',
};
