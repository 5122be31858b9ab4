import { RUN_BREAK, splitSentences } from '../run.js';
import type { SentencePart } from '../location.js';

/** ただし書・後段の増減。残りの文は before → after の字句の問題になる。 */
export interface SentenceChange {
  readonly before: string;
  readonly after: string;
  /** 残りの文を呼ぶ名。全体なら無い */
  readonly scope?: SentencePart;
  readonly deleted?: SentencePart;
  readonly added?: { readonly part: 'ただし書' | '後段'; readonly text: string };
  readonly rewritten?: { readonly part: SentencePart; readonly text: string };
}

const isProviso = (sentence: string): boolean => /^(ただし|但し)、/.test(sentence);

/** 一つの項や号の文の変わり方を、ただし書・後段の単位で見る。当てはまらなければ undefined。 */
export function sentenceChange(before: string, after: string, rewriteRatio: number): SentenceChange | undefined {
  if (before.includes(RUN_BREAK) || after.includes(RUN_BREAK)) return undefined;
  const [old, now] = [splitSentences(before), splitSentences(after)];
  const [proviso, provisoNow] = [provisoAt(old), provisoAt(now)];
  // ただし書が最後の文のときだけ。その後に文が続けば、どこまでがただし書か決まらない
  if (proviso >= 0 || provisoNow >= 0) {
    if ((proviso >= 0 && proviso !== old.length - 1) || (provisoNow >= 0 && provisoNow !== now.length - 1)) return undefined;
    const main = (proviso < 0 ? old : old.slice(0, proviso)).join('');
    const mainNow = (provisoNow < 0 ? now : now.slice(0, provisoNow)).join('');
    if (!main.endsWith('。') || !mainNow.endsWith('。')) return undefined;
    if (proviso < 0) return { before: main, after: mainNow, added: { part: 'ただし書', text: now[provisoNow]! } };
    if (provisoNow < 0) return { before: main, after: mainNow, scope: '本文', deleted: 'ただし書' };
    if (old[proviso] !== now[provisoNow] && unlike(old[proviso]!, now[provisoNow]!, rewriteRatio)) {
      return { before: main, after: mainNow, scope: '本文', rewritten: { part: 'ただし書', text: now[provisoNow]! } };
    }
    if (old[proviso] === now[provisoNow] && main !== mainNow && unlike(main, mainNow, rewriteRatio)) {
      return { before: old[proviso]!, after: old[proviso]!, scope: 'ただし書', rewritten: { part: '本文', text: mainNow } };
    }
    return undefined;
  }
  if (old.length === 1 && now.length === 2 && old[0]!.endsWith('。') && !unlike(old[0]!, now[0]!, rewriteRatio)) {
    return { before: old[0]!, after: now[0]!, added: { part: '後段', text: now[1]! } };
  }
  if (old.length === 2 && now.length === 1 && old[0]!.endsWith('。') && !unlike(old[0]!, now[0]!, rewriteRatio)) {
    return { before: old[0]!, after: now[0]!, scope: '前段', deleted: '後段' };
  }
  if (old.length === 2 && now.length === 2 && old[1] !== now[1] && unlike(old[1]!, now[1]!, rewriteRatio) && !unlike(old[0]!, now[0]!, rewriteRatio)) {
    return { before: old[0]!, after: now[0]!, scope: '前段', rewritten: { part: '後段', text: now[1]! } };
  }
  return undefined;
}

const provisoAt = (sentences: readonly string[]): number => sentences.findIndex((s, i) => i > 0 && isProviso(s));

/** 共通の頭と尾を除いた部分が、割合を超えて変わったか。 */
function unlike(a: string, b: string, ratio: number): boolean {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return sharedPairs(a.slice(head, a.length - tail), b.slice(head, b.length - tail)) + head + tail < (1 - ratio) * Math.max(a.length, b.length);
}

/** 間に挟まれた部分に残る、同じ二字の数。 */
function sharedPairs(a: string, b: string): number {
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < a.length; i += 1) counts.set(a.slice(i, i + 2), (counts.get(a.slice(i, i + 2)) ?? 0) + 1);
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i += 1) {
    const left = counts.get(b.slice(i, i + 2)) ?? 0;
    if (left > 0) {
      shared += 1;
      counts.set(b.slice(i, i + 2), left - 1);
    }
  }
  return shared;
}
