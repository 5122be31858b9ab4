import { fold } from './fold.js';

/** これより先は読まない。長い文を貼り付けても、索引を引く語の数が限られる。 */
const MOST_CHARACTERS = 400;

/** 引用符でくくった部分（閉じ忘れは末尾まで）か、空白で区切られた語 */
const TERM = /["＂“”]([^"＂“”]*)["＂“”]?|「([^」]*)」?|『([^』]*)』?|([^\s"＂“”「『]+)/gu;

/**
 * 検索の言葉を、すべて含むべき語に分けて畳む。
 * 例: 空き家　対策 → 空き家, 対策 / "観光 交流" → 観光 交流（続いたまま）
 */
export function parseQuery(text: string): string[] {
  const terms = new Set<string>();
  for (const found of text.slice(0, MOST_CHARACTERS).matchAll(TERM)) {
    const term = fold(found.slice(1).find((group) => group !== undefined) ?? '').trim();
    if (term !== '') terms.add(term);
  }
  return [...terms].filter((term) => ![...terms].some((other) => other !== term && other.includes(term)));
}
