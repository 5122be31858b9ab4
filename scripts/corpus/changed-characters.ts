import { diffChars } from 'diff';

/** 一つの行で違いを数え尽くすのをあきらめる編集の数。超えたら両側の全部が変わったとみる */
const MOST_EDITS = 4000;

/** 二つの文字列の間で、消えた字と加わった字の数。 */
export function changedCharacters(before: string, after: string): number {
  const changes = diffChars(before, after, { maxEditLength: MOST_EDITS });
  if (changes === undefined) return before.length + after.length;
  return changes.reduce((sum, part) => sum + (part.added || part.removed ? part.value.length : 0), 0);
}
