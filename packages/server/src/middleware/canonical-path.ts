import { err, ok, type Result } from '@renkei/core';

/**
 * アドレスの正しい綴りを決める。同じ頁に二つの綴りを作らないため、違う綴りは正しい綴りへ移す。
 *
 * - 符号化された区切り（1%2Fア）、重なった「/」、末尾の「/」、結合文字（NFD）、小文字の16進を揃える
 * - UTF-8 として読めない符号（Shift_JIS など）や制御文字は読めないと答える
 */
export function canonicalPath(pathname: string): Result<string, 'undecodable'> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return err('undecodable');
  }
  const text = decoded.normalize('NFC');
  if (/[\u0000-\u001f\u007f-\u009f\ufffd\\]/u.test(text)) return err('undecodable');
  const segments = text.split('/').filter((s) => s !== '');
  return ok(`/${segments.map(encodeURIComponent).join('/')}`);
}
