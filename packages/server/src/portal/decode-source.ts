import type { StoredSource } from '@renkei/app';

const TEXTUAL: ReadonlySet<StoredSource['format']> = new Set<StoredSource['format']>(['text', 'markdown', 'html', 'xml', 'akn', 'json']);
const LABELS: Readonly<Record<string, string>> = { 'utf-8': 'utf-8', 'utf-8-bom': 'utf-8', cp932: 'shift_jis', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be', 'euc-jp': 'euc-jp', 'iso-2022-jp': 'iso-2022-jp' };

/** 原文を文字として見せる。文字の形式でなければ null。読めないバイトは U+FFFD になる。 */
export function decodeSource({ format, encoding, bytes }: Pick<StoredSource, 'format' | 'encoding' | 'bytes'>): string | null {
  if (!TEXTUAL.has(format)) return null;
  return new TextDecoder(LABELS[encoding ?? 'utf-8'] ?? 'utf-8').decode(bytes);
}
