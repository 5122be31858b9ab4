/** 地の文の空白を除く。番号の間の空白（別表第2　2の表）は「中」にする。 */
export function plainText(text: string): string {
  return text
    .replace(/([0-9０-９〇一二三四五六七八九十百])[ 　]+(?=[0-9０-９(（])/g, '$1中')
    .replace(/[\s　]+/g, '')
    .replace(/．$/, '');
}
