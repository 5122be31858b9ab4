/** 索引の語が多すぎて tsvector（1 MB まで）に入らない見出しの印。必ず候補になり、本文で確かめられる。 */
const OVERFLOW = '\u{FDD1}';
const MOST_BYTES = 500_000;

/** 畳んだ文字列の、1文字と2文字の並び。一語の検索が索引だけで候補を絞れる。 */
export function gramsOf(...foldedTexts: readonly string[]): string[] {
  const grams = new Set<string>();
  let bytes = 0;
  for (const text of foldedTexts) {
    let before = '';
    for (const c of text) {
      for (const gram of before === '' ? [c] : [c, before + c]) {
        if (grams.has(gram)) continue;
        grams.add(gram);
        bytes += Buffer.byteLength(gram);
      }
      if (bytes > MOST_BYTES) return [OVERFLOW];
      before = c;
    }
  }
  return [...grams];
}

/** どの語も含む見出しの候補を引く tsquery。語は畳んであり、空でない。 */
export function gramQuery(terms: readonly string[]): string {
  const all = terms.flatMap((term) => {
    const chars = [...term];
    return chars.length === 1 ? chars : chars.slice(1).map((c, i) => chars[i]! + c);
  });
  return `${quote(OVERFLOW)} | (${[...new Set(all)].map(quote).join(' & ')})`;
}

const quote = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, (c) => c + c)}'`;
