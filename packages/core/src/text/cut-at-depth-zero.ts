const OPEN = '（(「『〔［[｛{【〈《';
const CLOSE = '）)」』〕］]｝}】〉》';

/** 括弧の深さが 0 の位置にある区切り文字の位置。閉じ過ぎた括弧は数えない。 */
export function cutAtDepthZero(text: string, separator: string): number[] {
  const cuts: number[] = [];
  if (!text.includes(separator)) return cuts;
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i]!;
    if (OPEN.includes(c)) depth += 1;
    else if (CLOSE.includes(c)) depth = Math.max(0, depth - 1);
    else if (c === separator && depth === 0) cuts.push(i);
  }
  return cuts;
}
