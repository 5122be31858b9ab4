import type { Brand } from '../kernel/brand.js';
import { err, ok, type Result } from '../kernel/result.js';

/** 全国地方公共団体コード（6桁）。5桁の団体番号に検査数字を付けたもの。 */
export type LocalGovernmentCode = Brand<string, 'LocalGovernmentCode'>;

export type LocalGovernmentCodeFailure =
  | { readonly code: 'local-government-code.malformed' }
  | { readonly code: 'local-government-code.no-such-prefecture'; readonly prefecture: string }
  | { readonly code: 'local-government-code.wrong-check-digit'; readonly expected: LocalGovernmentCode };

/** 都道府県コードは JIS X 0401 の 01〜47。 */
const PREFECTURE_COUNT = 47;
const WEIGHTS = [6, 5, 4, 3, 2];

/** 5桁（検査数字なし）または6桁を、検査数字を確かめた6桁にする。 */
export function localGovernmentCode(text: string): Result<LocalGovernmentCode, LocalGovernmentCodeFailure> {
  if (!/^[0-9]{5,6}$/.test(text)) return err({ code: 'local-government-code.malformed' });
  const prefecture = text.slice(0, 2);
  if (Number(prefecture) < 1 || Number(prefecture) > PREFECTURE_COUNT) return err({ code: 'local-government-code.no-such-prefecture', prefecture });
  const base = text.slice(0, 5);
  const expected = `${base}${checkDigit(base)}` as LocalGovernmentCode;
  return text.length === 5 || text === expected ? ok(expected) : err({ code: 'local-government-code.wrong-check-digit', expected });
}

/** 検査数字を除いた5桁の団体番号。国勢調査などの統計はこちらを使う。 */
export const fiveDigitsOf = (code: LocalGovernmentCode): string => code.slice(0, 5);

export const isPrefectureCode = (code: LocalGovernmentCode): boolean => code.slice(2, 5) === '000';

/** 検査数字: 重み 6,5,4,3,2 の和を 11 で割った余りを 11 から引き、その下一桁。 */
function checkDigit(base: string): number {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(base[i]), 0);
  return (11 - (sum % 11)) % 10;
}

/**
 * 地方公共団体の法人番号（13桁）。検査用数字 + 000020 + 団体コード6桁。
 * 行政手続における特定の個人を識別するための番号の利用等に関する法律施行令の検査用数字の算式による。
 */
export function corporateNumberOf(code: LocalGovernmentCode): string {
  const body = `000020${code}`;
  const sum = [...body].reverse().reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 2), 0);
  return `${9 - (sum % 9)}${body}`;
}
