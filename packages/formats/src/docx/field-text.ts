/**
 * 結果を持たない EQ フィールドの文字。古い Word のふりがなと囲い文字は、本文の文字がこの命令の中にしかない。
 * 例: EQ \* jc2 \* "Font:ＭＳ 明朝" \* hps10 \o\ad(\s\up 9(うべ),宇部)
 */
export function fieldText(instruction: string): { readonly text: string; readonly reading: string } | undefined {
  if (!/^\s*EQ\b/i.test(instruction)) return undefined;
  const ruby = /\\o\s*(?:\\a[a-z]\s*)?\(\s*\\s\s*\\up\s*\d+\s*\(([^()]*)\)\s*[,;]\s*([^()]*)\)/i.exec(instruction);
  if (ruby) return { text: ruby[2]!.trim(), reading: ruby[1]!.trim() };
  const enclosed = /\\o\s*(?:\\a[a-z]\s*)?\(\s*([^(),;]*)\s*[,;]\s*([^()]*)\)/i.exec(instruction);
  if (enclosed) return { text: enclosed[2]!.trim(), reading: '' };
  return undefined;
}
