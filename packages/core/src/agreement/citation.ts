import { NUMERAL_CLASS, readNumeral } from '../kernel/numeral.js';
import { comparisonForm } from './comparison-form.js';

/** 地方自治法の条項の引用。 */
export interface Citation {
  /** 「252の2」。算用数字 */
  readonly article: string;
  readonly paragraph: string | null;
}

const NUMBER = `[${NUMERAL_CLASS}]{1,9}`;
const PARENS = '(?:[(][^()]{0,80}(?:[(][^()]{0,80}[)][^()]{0,80}){0,3}[)])?';
/** 「法」だけの略称は、前の字が漢字なら別の法律の名の一部。 */
const ACT = new RegExp(`(?:地方自治法|自治法|同法|(?<![\\p{Script=Han}])法)${PARENS}第(${NUMBER})条((?:の${NUMBER}){0,3})(?:第(${NUMBER})項)?`, 'gu');

/** 地方自治法の引用を順に。「地方自治法（昭和22年法律第67号）第252条の2第1項」→ 252の2, 1。 */
export function localAutonomyActCitations(text: string): Citation[] {
  const found: Citation[] = [];
  for (const m of comparisonForm(text).matchAll(ACT)) {
    const numbers = [m[1]!, ...m[2]!.split('の').slice(1)].map(arabic);
    if (numbers.includes(undefined)) continue;
    found.push({ article: numbers.join('の'), paragraph: m[3] === undefined ? null : (arabic(m[3]) ?? null) });
  }
  return found;
}

const arabic = (text: string): string | undefined => {
  const value = readNumeral(text)?.value;
  return value === undefined ? undefined : String(value);
};

/** 連携協約の条（地方自治法第252条の2）。同じ番号は平成26年の改正まで協議会の条だった。 */
export const COOPERATION_ARTICLE = '252の2';
