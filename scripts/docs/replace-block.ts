/** 文書の中の、作り直せる囲みの中身を差し替える。囲みが無ければ undefined。 */
export function replaceBlock(text: string, name: string, made: string): string | undefined {
  const [open, close] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`];
  const from = text.indexOf(open);
  const to = text.indexOf(close, from);
  if (from < 0 || to < 0) return undefined;
  return `${text.slice(0, from + open.length)}\n${made.trimEnd()}\n${text.slice(to)}`;
}
