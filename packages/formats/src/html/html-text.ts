/** HTML に書けない文字を表す要素の属性。中身は UTF-16 の1単位の16進4桁。 */
export const CHARACTER_ATTRIBUTE = 'data-char';

const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** 文字の内容。復帰（CR）と書けない文字は、読むときに変わらない形にする。 */
export function htmlText(text: string): string {
  if (!/[\u0000-\u0008\u000b-\u001f\u007f&<>\ud800-\udfff\ufffe\uffff]/.test(text)) return text;
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '&#13;')
    .replace(UNWRITABLE, (c) => `<span ${CHARACTER_ATTRIBUTE}="${c.charCodeAt(0).toString(16).padStart(4, '0')}"></span>`);
}

export const htmlAttribute = (text: string): string =>
  text.replace(UNWRITABLE, '\ufffd').replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;');
