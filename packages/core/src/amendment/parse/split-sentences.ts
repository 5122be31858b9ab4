/** 文を句点で分ける。（）の中では分けない。 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i]!;
    if (c === '（' || c === '(') depth += 1;
    else if (c === '）' || c === ')') depth = Math.max(0, depth - 1);
    else if (c === '。' && depth === 0) {
      sentences.push(text.slice(from, i));
      from = i + 1;
    }
  }
  sentences.push(text.slice(from));
  return sentences.filter((s) => s.trim() !== '');
}
