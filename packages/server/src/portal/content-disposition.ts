/** ファイル名を RFC 6266・8187 の形にする。古い受け手には英数字だけの名を添える。 */
export function contentDisposition(disposition: 'inline' | 'attachment', fileName: string): string {
  // 対にならないサロゲートは符号化できないので、先に UTF-8 を往復させて置き換える。
  const safe = Buffer.from(fileName, 'utf8').toString('utf8').replace(/[\u0000-\u001f\u007f/\\]/g, '_');
  const ascii = safe.replace(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
