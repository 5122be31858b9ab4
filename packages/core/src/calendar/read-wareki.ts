import { readNumeral } from '../kernel/numeral.js';
import { ERAS, fromEra, type Era } from './era.js';
import { plainDate, type PlainDate } from './plain-date.js';

/**
 * 文字列の中の最初の日付を読む。和暦（平成29年3月30日、令和元年、二十九年、Ｈ29.3.30）と西暦。
 * 案の文書は日や月が空白（「令和4年3月　日」）なので、読めなかった理由も返す。
 */
export interface WarekiReading {
  /** 印字のまま */
  readonly found: string;
  readonly start: number;
  readonly end: number;
  readonly date: PlainDate | null;
  /** blank: 年月日のどれかが空白 / no-such-day: 暦にない / out-of-era: 元号の期間外（date は西暦に直した日） */
  readonly trouble?: 'blank' | 'no-such-day' | 'out-of-era';
  readonly era?: Era['name'];
}

const GAP = '[ \\u3000\\t]{0,8}';
const DIGITS = '[0-9０-９〇○零一二三四五六七八九十百元壱弐参]';
/** 一文字ずつ離れた OCR（「２ ９ 年」）も一つの数と読む。空白だけなら空（案の空欄）。 */
const NUMBER = `(${GAP}(?:${DIGITS}${GAP}){0,6})`;
const GLYPH_ERAS: Readonly<Record<string, string>> = { '㍾': '明治', '㍽': '大正', '㍼': '昭和', '㍻': '平成', '㋿': '令和' };
const KANJI_ERA = ERAS.map((e) => [...e.kanji].join(GAP)).join('|');
const WESTERN_NOTE = '(?:[（(][^）)年]{1,12}年[）)])?';

const LONG = new RegExp(
  `(?:(${KANJI_ERA}|[㍾㍽㍼㍻㋿])|(西暦)?(?=[0-9０-９〇一二]))${NUMBER}年${GAP}${WESTERN_NOTE}${NUMBER}月${NUMBER}日`,
);
const SHORT = new RegExp(`(?<![A-Za-zＡ-Ｚａ-ｚ])(${KANJI_ERA}|[MTSHRＭＴＳＨＲ])${GAP}(元|[0-9０-９]{1,2})[.．・/／]([0-9０-９]{1,2})[.．・/／]([0-9０-９]{1,2})(?![0-9０-９])`);

const squeeze = (text: string) => text.replace(/[ \u3000\t]/g, '');

export function readWareki(text: string): WarekiReading | undefined {
  const long = LONG.exec(text);
  const short = SHORT.exec(text);
  if (long && (!short || long.index <= short.index)) {
    return read(long, long[1], long[3]!, long[4]!, long[5]!);
  }
  return short ? read(short, short[1], short[2]!, short[3]!, short[4]!) : undefined;
}

function read(match: RegExpExecArray, eraText: string | undefined, ...parts: [string, string, string]): WarekiReading {
  const place = { found: match[0], start: match.index, end: match.index + match[0].length };
  const era = eraText === undefined ? undefined : eraOf(eraText);
  const named = era === undefined ? place : { ...place, era: era.name };
  const squeezed = parts.map(squeeze);
  if (squeezed.includes('')) return { ...named, date: null, trouble: 'blank' };
  const [year, month, day] = squeezed.map((p) => readNumeral(p)?.value) as [number?, number?, number?];
  if (year === undefined || month === undefined || day === undefined) return { ...named, date: null, trouble: 'no-such-day' };
  if (era === undefined) {
    const made = plainDate(year, month, day);
    return made.ok ? { ...named, date: made.value } : { ...named, date: null, trouble: 'no-such-day' };
  }
  const made = year < 1 ? undefined : fromEra(era, year, month, day);
  if (!made) return { ...named, date: null, trouble: 'no-such-day' };
  return made.inEra ? { ...named, date: made.date } : { ...named, date: made.date, trouble: 'out-of-era' };
}

function eraOf(text: string): Era | undefined {
  const squeezed = squeeze(text);
  const kanji = GLYPH_ERAS[squeezed] ?? squeezed;
  const initial = kanji.replace(/[Ａ-Ｚ]/, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  return ERAS.find((e) => e.kanji === kanji || e.initial === initial);
}
