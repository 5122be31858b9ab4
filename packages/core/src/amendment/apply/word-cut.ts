import type { TextRange } from './sentence-part.js';

/** 引用が語の途中で切れていれば、前後を含む語。漢字・片仮名・数字の続きの途中で始まるか終わるとき。 */
export function cutWord(text: string, { start, end }: TextRange): string | undefined {
  const head = continues(text[start - 1], text[start]) ? runStart(text, start) : start;
  const tail = continues(text[end - 1], text[end]) ? runEnd(text, end) : end;
  // 漢字の熟語は辞書が無ければ切れ目が分からないので、片仮名と数字だけを確かな途中とみる
  return head === start && tail === end ? undefined : text.slice(head, tail);
}

const KINDS: readonly RegExp[] = [/[ァ-ヶー]/, /[0-9０-９]/, /[A-Za-zＡ-Ｚａ-ｚ]/, /[〇一二三四五六七八九十百千]/];
const kindOf = (c: string | undefined): number => (c === undefined ? -1 : KINDS.findIndex((k) => k.test(c)));

function continues(before: string | undefined, after: string | undefined): boolean {
  const kind = kindOf(before);
  return kind >= 0 && kind === kindOf(after);
}

function runStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && continues(text[start - 1], text[start])) start -= 1;
  return start;
}

function runEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && continues(text[end - 1], text[end])) end += 1;
  return end;
}
