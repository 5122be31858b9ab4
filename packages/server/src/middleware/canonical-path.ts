import { err, ok, type Result } from '@renkei/core';

/**
 * アドレスの正しい綴りを決める。同じ頁に二つの綴りを作らないため、違う綴りは正しい綴りへ移す。
 *
 * - 符号化された区切り（1%2Fア）、重なった「/」、末尾の「/」、結合文字（NFD）、小文字の16進を揃える
 * - 端末の道具が符号化せずに送った UTF-8（1文字が latin1 の数文字に化けたもの）を元に戻す
 * - UTF-8 として読めない符号（Shift_JIS など）や制御文字は読めないと答える
 */
export function canonicalPath(pathname: string): Result<string, 'undecodable'> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return err('undecodable');
  }
  const text = repairRawUtf8(decoded).normalize('NFC');
  if (/[\u0000-\u001f\u007f-\u009f\ufffd\\]/u.test(text)) return err('undecodable');
  const segments = text.split('/').filter((s) => s !== '');
  return ok(`/${segments.map(encodeURIComponent).join('/')}`);
}

/** 「ã‚¢」→「ア」。全ての文字が1バイトに収まり、そのバイト列が UTF-8 として正しいときだけ。 */
function repairRawUtf8(text: string): string {
  if (!/[\u0080-\u00ff]/u.test(text) || /[^\u0000-\u00ff]/u.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(text, (c) => c.charCodeAt(0)));
  } catch {
    return text;
  }
}
