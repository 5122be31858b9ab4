/**
 * 名と値の組の並びを一つの属性値に収める。「Delete=false Hide=false」。
 * 空白・=・%・引用符・制御文字は %XX（UTF-16 の1単位は %uXXXX）にするので、どんな値も元に戻る。
 */
export function writePairs(pairs: Iterable<readonly [string, string]>): string {
  const out: string[] = [];
  for (const [name, value] of pairs) out.push(`${escapeValue(name)}=${escapeValue(value)}`);
  return out.join(' ');
}

/** 書いた並びを読む。組になっていないものがあれば undefined。 */
export function readPairs(text: string): [string, string][] | undefined {
  if (text === '') return [];
  const pairs: [string, string][] = [];
  for (const piece of text.split(' ')) {
    const at = piece.indexOf('=');
    if (at < 1) return undefined;
    pairs.push([unescapeValue(piece.slice(0, at)), unescapeValue(piece.slice(at + 1))]);
  }
  return pairs;
}

/** 属性値に置ける形にする。ふつうの文字はそのまま。 */
export const escapeValue = (text: string): string =>
  text.replace(/[\u0000-\u0020=%"'&<>\u007f-\u00a0\ud800-\udfff\ufffe\uffff]/g, (c) => {
    const code = c.charCodeAt(0);
    return code < 0x100 ? `%${code.toString(16).padStart(2, '0')}` : `%u${code.toString(16).padStart(4, '0')}`;
  });

export const unescapeValue = (text: string): string => text.replace(/%(?:u([0-9a-f]{4})|([0-9a-f]{2}))/g, (_, unit: string | undefined, byte: string | undefined) => String.fromCharCode(Number.parseInt(unit ?? byte!, 16)));
