/**
 * 日本語の文章らしさ。ASCII 以外の一文字あたりの点。
 * 正しく読めた文は仮名と句読点で高くなり、読み違えた文は半角カナ・ラテン文字・珍しい漢字で低くなる。
 */
export function plausibility(text: string, damaged: number): number {
  let score = -1.5 * damaged;
  let count = damaged;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c >= 0x20 && c < 0x7f) continue;
    if (c === 0x09 || c === 0x0a || c === 0x0d || c === 0x0c || c === 0xfffd) continue;
    count += 1;
    score += pointsOf(c);
  }
  return count === 0 ? 0 : score / count;
}

function pointsOf(c: number): number {
  if (c >= 0x3000 && c <= 0x30ff) return 1; // 仮名・句読点・全角空白
  if (c >= 0xff01 && c <= 0xff5e) return 0.7; // 全角英数・括弧
  if (c >= 0x4e00 && c <= 0x9fff) return 0.3; // 漢字は読み違えでも現れる
  if (c >= 0xff61 && c <= 0xff9f) return -0.2; // 半角カナ
  if (c >= 0x2460 && c <= 0x24ff) return 0.3; // 丸数字
  if (c < 0x20 || (c >= 0x7f && c < 0xa0)) return -1; // 制御文字
  if (c >= 0xe000 && c <= 0xf8ff) return -0.5; // 外字
  return -0.4;
}
