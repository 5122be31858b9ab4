import type { Finding } from '@renkei/core';
import { plausibility } from './plausibility.js';

interface Utf16 {
  readonly text: string;
  readonly encoding: 'utf-16le' | 'utf-16be';
  readonly findings: readonly Finding[];
  /** 読めないバイトの箇所の数 */
  readonly damaged: number;
}

/**
 * UTF-16。BOM があればそれに従う。BOM の無いものは、NUL バイトを含み、
 * 片方の順でだけ日本語の文章として読めるときに限って推定する。
 */
export function decodeUtf16(bytes: Uint8Array): Utf16 | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 2, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 2, 'utf-16be');
  if (bytes.length < 4 || bytes.length % 2 !== 0 || !bytes.includes(0)) return undefined;
  const both = (['utf-16le', 'utf-16be'] as const).map((encoding) => decode(bytes, 0, encoding));
  const [best, other] = both.toSorted((a, b) => likeness(b.text) - likeness(a.text));
  if (likeness(best!.text) < 0.3 || likeness(best!.text) - likeness(other!.text) < 0.3) return undefined;
  const assumed: Finding = { code: 'source.encoding-assumed', severity: 'advice', at: { line: 1 }, assumed: best!.encoding, confidence: 'likely', data: { encoding: best!.encoding, candidates: '' } };
  return { ...best!, findings: [assumed, ...best!.findings] };
}

/** 日本語らしさ。ASCII だけの文も文章のうちなので、NUL の無い ASCII には半分の点を与える。 */
function likeness(text: string): number {
  if (text.includes('\0')) return -1;
  const ascii = text.match(/[\t\n\r -~]/g)?.length ?? 0;
  return plausibility(text, 0) * (1 - ascii / text.length) + (ascii / text.length) * 0.5;
}

/** 一文字二バイトに切る。余った一バイトが「読めないバイト」（対にならない代用符号位置は U+FFFD になる）。 */
function decode(bytes: Uint8Array, skipped: number, encoding: 'utf-16le' | 'utf-16be'): Utf16 {
  const body = bytes.subarray(skipped);
  const even = body.length - (body.length % 2);
  const raw = new TextDecoder(encoding, { ignoreBOM: true }).decode(body.subarray(0, even));
  const findings: Finding[] = [];
  const report = (offset: number, length: number, at: number): void => {
    const hex = [...body.subarray(offset, offset + length)].map((b) => b.toString(16).toUpperCase().padStart(2, '0')).join(' ');
    const line = raw.slice(0, at).split(/\r\n|[\n\r\u0085\u2028\u2029\f\v]/).length;
    findings.push({ code: 'source.invalid-bytes', severity: 'warning', at: { line, span: { start: at, end: at + 1 } }, found: hex, assumed: '\uFFFD', data: { offset: offset + skipped, hex, encoding } });
  };
  if (even < body.length) report(even, 1, raw.length);
  return { text: even < body.length ? `${raw}\uFFFD` : raw, encoding, findings, damaged: findings.length };
}
