/**
 * 原文が名乗る文字コード。XML 宣言の encoding、HTML の meta charset。
 * 名乗りは ASCII で書かれるので、文字に直す前のバイト列の先頭 4096 バイトだけを見る。
 */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1');
  const body = head.replace(/^\xEF\xBB\xBF/, '').trimStart();
  if (!body.startsWith('<')) return undefined;
  const xml = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(body);
  if (xml) return xml[1];
  return /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(body)?.[1];
}
