/** XML に書けない文字を表す処理命令。中身は UTF-16 の1単位の16進4桁。 */
export const CHARACTER_INSTRUCTION = 'renkei-char';

// XML 1.0 の Char に当たらないもの: 制御文字、対にならないサロゲート、U+FFFE と U+FFFF
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SPECIAL = /[&<>\r]/;
const UNSAFE = /[\u0000-\u0008\u000b-\u001f&<>\ud800-\udfff\ufffe\uffff]/;

/** 文字の内容。復帰（CR）は参照で書かないと、読むときに改行へ直されてしまう。 */
export function xmlText(text: string): string {
  if (!UNSAFE.test(text)) return text;
  let out = text;
  if (SPECIAL.test(text)) out = out.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;');
  return out.replace(UNWRITABLE, (c) => `<?${CHARACTER_INSTRUCTION} ${c.charCodeAt(0).toString(16).padStart(4, '0')}?>`);
}

/** 属性の値。XML に書けない文字は属性では表せないので U+FFFD にする（本文の文字ではない）。 */
export function xmlAttribute(text: string): string {
  if (!/[\u0000-\u001f&<>"\ud800-\udfff\ufffe\uffff]/.test(text)) return text;
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\t/g, '&#9;')
    .replace(/\n/g, '&#10;')
    .replace(/\r/g, '&#13;')
    .replace(UNWRITABLE, '\ufffd');
}
