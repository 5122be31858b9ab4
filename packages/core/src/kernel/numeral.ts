/** 数字の書きぶりと数の行き来。半角 3、全角 ３、漢数字 三・二十一・百五。 */
export type NumeralForm = 'kanji' | 'half' | 'full';

const KANJI_DIGITS = '〇一二三四五六七八九';
const KANJI_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const KANJI_VALUES: Readonly<Record<string, number>> = Object.fromEntries([...KANJI_DIGITS].map((c, i) => [c, i]).concat([['○', 0], ['零', 0], ['壱', 1], ['弐', 2], ['参', 3]]));

/** 全角の数字だけを半角に直す。ほかの文字は触らない。 */
export function halfDigits(text: string): string {
  return text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

export function fullDigits(text: string): string {
  return text.replace(/[0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}

/** 1〜9999 を漢数字（百八十三）に。 */
export function toKanji(n: number): string {
  if (n === 0) return '〇';
  let out = '';
  let rest = n;
  for (const [unit, value] of [['千', 1000], ['百', 100], ['十', 10]] as const) {
    const digit = Math.floor(rest / value);
    rest %= value;
    if (digit > 0) out += (digit > 1 ? KANJI_DIGITS[digit] : '') + unit;
  }
  return out + (rest > 0 ? KANJI_DIGITS[rest] : '');
}

/** 漢数字（位取り「百八十三」も桁並べ「一八三」も）を数に。読めなければ undefined。 */
function fromKanji(text: string): number | undefined {
  if (text === '') return undefined;
  if (/[十百千]/.test(text)) {
    let total = 0;
    let digit: number | undefined;
    let lastUnit = Infinity;
    for (const c of text) {
      const unit = KANJI_UNITS[c];
      if (unit !== undefined) {
        if (unit >= lastUnit) return undefined;
        total += (digit ?? 1) * unit;
        lastUnit = unit;
        digit = undefined;
      } else {
        if (digit !== undefined) return undefined;
        digit = KANJI_VALUES[c];
        if (digit === undefined) return undefined;
      }
    }
    return total + (digit ?? 0);
  }
  let total = 0;
  for (const c of text) {
    const digit = KANJI_VALUES[c];
    if (digit === undefined) return undefined;
    total = total * 10 + digit;
  }
  return total;
}

/** 半角・全角・漢数字・元（=1）を数に。読めなければ undefined。9桁を超えるものは番号ではない。 */
export function readNumeral(text: string): { value: number; form: NumeralForm } | undefined {
  if (text.length === 0 || text.length > 9) return undefined;
  if (/^[0-9]+$/.test(text)) return { value: Number(text), form: 'half' };
  if (/^[０-９]+$/.test(text)) return { value: Number(halfDigits(text)), form: 'full' };
  if (/^[0-9０-９]+$/.test(text)) return { value: Number(halfDigits(text)), form: 'half' };
  if (text === '元') return { value: 1, form: 'kanji' };
  const value = fromKanji(text);
  return value === undefined ? undefined : { value, form: 'kanji' };
}

export function writeNumeral(n: number, form: NumeralForm): string {
  if (form === 'kanji') return toKanji(n);
  return form === 'full' ? fullDigits(String(n)) : String(n);
}

/** 一文字でも数字になり得る文字の集まり（正規表現の文字クラスの中身）。 */
export const NUMERAL_CLASS = '0-9０-９〇一二三四五六七八九十百千';
