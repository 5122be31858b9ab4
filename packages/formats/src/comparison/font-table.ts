/** BIZ UD明朝。Windows 10（1809）以後に入っている */
export const MINCHO = 'BIZ UDMincho Medium';

/**
 * Word の書体の表。BIZ UD明朝が無い機械では、別の名（altName）の順に探し、MS 明朝で開く。
 * 別の名も無い機械が似た書体を選べるよう、明朝体（roman）・等幅・日本語（80）と言っておく。
 */
export const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
<w:font w:name="${MINCHO}"><w:altName w:val="BIZ UD明朝 Medium,MS Mincho,ＭＳ 明朝"/><w:panose1 w:val="02020500000000000000"/><w:charset w:val="80"/><w:family w:val="roman"/><w:pitch w:val="fixed"/></w:font>\
<w:font w:name="MS Mincho"><w:altName w:val="ＭＳ 明朝"/><w:panose1 w:val="02020609040205080304"/><w:charset w:val="80"/><w:family w:val="roman"/><w:pitch w:val="fixed"/></w:font>\
</w:fonts>`;
