/**
 * jsonb は U+0000 と片割れのサロゲートを受け付けない。壊れた原文の文字はそのまま残したいので、
 * その文字だけを U+FDD0（文字として使われない符号位置）＋16進4桁に置き換えて入れ、読むときに戻す。
 */
const ESCAPE = '\u{FDD0}';

/** 値を jsonb に入れる文字列にする。 */
export function toJsonb(value: unknown): string {
  return JSON.stringify(value).replace(/\\(?:u([0-9a-f]{4})|.)|\u{FDD0}/gsu, (whole: string, hex: string | undefined) => {
    if (whole === ESCAPE) return `${ESCAPE}fdd0`;
    if (hex === undefined) return whole;
    return hex === '0000' || (hex >= 'd800' && hex <= 'dfff') ? ESCAPE + hex : whole;
  });
}

/** jsonb の文字列から値に戻す。 */
export function fromJsonb(text: string): unknown {
  return JSON.parse(text.includes(ESCAPE) ? text.replace(/\u{FDD0}([0-9a-f]{4})/gu, '\\u$1') : text);
}

/** text の列に入れる文字列。受け付けられない文字は U+FFFD（写しや検索の列だけに使う。正は jsonb の側）。 */
export function toText(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, '\u{FFFD}');
}
