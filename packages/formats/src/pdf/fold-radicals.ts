/**
 * 康熙部首（⼭ U+2F2D など）を通常の漢字（山）に直す。見た目が同じなので PDF を作るソフトが取り違え、
 * 「⼭⼝市」は検索にも名簿にも当たらない。字の形は変わらず、ほかの互換文字（① ㈱ など）は触らない。
 */
export function foldRadicals(text: string): { readonly text: string; readonly folded: readonly string[] } {
  const folded: string[] = [];
  const out = text.replace(/[\u2E80-\u2FD5]/g, (c) => {
    const kanji = SUPPLEMENT[c] ?? c.normalize('NFKC');
    if (kanji !== c) folded.push(c);
    return kanji;
  });
  return { text: out, folded };
}

/** CJK部首補助のうち、漢字として使われてしまうもの（NFKC では直らない） */
const SUPPLEMENT: Readonly<Record<string, string>> = {
  '⺠': '民', '⻄': '西', '⻑': '長', '⻘': '青', '⻝': '食', '⻤': '鬼', '⻨': '麦', '⻩': '黄', '⻫': '斉', '⻭': '歯', '⻯': '竜', '⻁': '虎', '⻲': '亀', '⻣': '骨', '⻦': '鳥',
};
