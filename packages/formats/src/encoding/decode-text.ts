import type { Finding } from '@renkei/core';
import { INVALID_BYTES_SHOWN } from '../limits.js';
import { DECODER_LABEL, scanDamage, type Damage } from './byte-scan.js';
import { decodeUtf16 } from './decode-utf16.js';
import { dropControlCharacters } from './drop-control-characters.js';
import { inspectCharacters } from './inspect-characters.js';
import { plausibility } from './plausibility.js';

/** 文字に直した原文。読めないバイトは一か所につき U+FFFD 一文字にして、報告にその場所と値を残す。 */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly findings: readonly Finding[];
  /** 読めない箇所と制御文字が多すぎて、文章とは言えない */
  readonly binary: boolean;
}

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'cp932' | 'euc-jp' | 'iso-2022-jp';

interface Candidate {
  readonly encoding: Exclude<TextEncoding, 'utf-8-bom'>;
  readonly text: string;
  readonly damage: readonly Damage[];
  readonly score: number;
}

/**
 * バイト列を文字に直す。BOM、次に UTF-8 として正しいか、次に名乗り（HTML の meta・XML 宣言）、
 * 最後に日本語らしさの順に決める。どう決めたかと、読めなかった箇所を報告する。
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    const body = bytes.subarray(3);
    const damage = scanDamage(body, 'utf-8', damageLimit(body));
    return finish(bytes, 3, { encoding: 'utf-8', ...withDamage(body, 'utf-8', damage), damage, score: 0 }, 'utf-8-bom', []);
  }
  const utf16 = decodeUtf16(bytes);
  if (utf16) return settle(utf16.text, utf16.encoding, utf16.findings, utf16.damaged, false);

  const jis = decodeJis(bytes);
  if (jis !== undefined) {
    return finish(bytes, 0, { encoding: 'iso-2022-jp', text: jis, damage: [], score: 0 }, 'iso-2022-jp', declarationFindings('iso-2022-jp', declared, 'certain', []));
  }
  const strict = strictUtf8(bytes);
  if (strict !== undefined) {
    return finish(bytes, 0, { encoding: 'utf-8', text: strict, damage: [], score: 0 }, 'utf-8', declared === undefined ? [] : declarationFindings('utf-8', declared, 'certain', []));
  }
  const candidates = (['utf-8', 'cp932', 'euc-jp'] as const)
    .map((encoding) => candidateOf(bytes, encoding, declared))
    .toSorted((a, b) => b.score - a.score);
  const best = candidates[0]!;
  const others = candidates.slice(1).filter((c) => c.damage.length === 0).map((c) => c.encoding);
  const sure = best.damage.length === 0 && (others.length === 0 || best.score - candidates[1]!.score > 0.3) ? 'certain' : 'likely';
  return finish(bytes, 0, best, best.encoding, declarationFindings(best.encoding, declared, sure, others));
}

function candidateOf(bytes: Uint8Array, encoding: 'utf-8' | 'cp932' | 'euc-jp', declared: string | undefined): Candidate {
  const damage = scanDamage(bytes, encoding, damageLimit(bytes));
  if (damage.length > damageLimit(bytes)) return { encoding, text: '', damage, score: -10 };
  const { text } = withDamage(bytes, encoding, damage);
  const named = declared !== undefined && encodingNamed(declared) === encoding ? 0.5 : 0;
  return { encoding, text, damage, score: plausibility(text, damage.length) + named };
}

/** 読めない箇所がこれより多ければ、その文字コードの文章ではない。 */
const damageLimit = (bytes: Uint8Array): number => Math.min(20_000, Math.max(50, Math.floor(bytes.length / 20)));

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** 指示の切替え（ESC $ B など）を持つ七ビットの列だけが ISO-2022-JP。 */
function decodeJis(bytes: Uint8Array): string | undefined {
  let escapes = false;
  for (let i = 0; i < bytes.length; i += 1) {
    if (bytes[i]! >= 0x80) return undefined;
    if (bytes[i] === 0x1b && ((bytes[i + 1] === 0x24 && (bytes[i + 2] === 0x42 || bytes[i + 2] === 0x40)) || (bytes[i + 1] === 0x28 && bytes[i + 2] === 0x4a))) escapes = true;
  }
  if (!escapes) return undefined;
  try {
    return new TextDecoder('iso-2022-jp', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** 読めない箇所を U+FFFD に置き、その間を文字に直す。 */
function withDamage(bytes: Uint8Array, encoding: 'utf-8' | 'cp932' | 'euc-jp', damage: readonly Damage[]): { text: string } {
  const decoder = new TextDecoder(DECODER_LABEL[encoding], { ignoreBOM: true });
  if (damage.length === 0) return { text: decoder.decode(bytes) };
  const parts: string[] = [];
  let from = 0;
  for (const { offset, length } of damage) {
    parts.push(decoder.decode(bytes.subarray(from, offset)), '\uFFFD');
    from = offset + length;
  }
  parts.push(decoder.decode(bytes.subarray(from)));
  return { text: parts.join('') };
}

function finish(bytes: Uint8Array, skipped: number, candidate: Candidate, encoding: TextEncoding, findings: readonly Finding[]): DecodedText {
  const { text, damage } = candidate;
  const lost = damage.reduce((sum, d) => sum + d.length, 0);
  const tooMuch = damage.length > damageLimit(bytes) || (lost > 8 && lost > bytes.length / 10);
  const places = tooMuch ? [] : damageFindings(bytes.subarray(skipped), skipped, candidate, encoding);
  return settle(text, encoding, [...findings, ...places], damage.length, tooMuch);
}

/** 文字に直した後の始末: 文章かどうかを見て、制御文字を除き、伝わらない文字を報告する。 */
function settle(decoded: string, encoding: TextEncoding, findings: readonly Finding[], damaged: number, tooMuch: boolean): DecodedText {
  const clean = dropControlCharacters(decoded, findings);
  return { text: clean.text, encoding, findings: [...clean.findings, ...inspectCharacters(clean.text, damaged)], binary: tooMuch || mostlyNotText(decoded, damaged) };
}

function damageFindings(bytes: Uint8Array, skipped: number, { text, damage, encoding }: Candidate, name: TextEncoding): Finding[] {
  const decoder = new TextDecoder(DECODER_LABEL[encoding as 'utf-8' | 'cp932' | 'euc-jp'] ?? 'utf-8', { ignoreBOM: true });
  const findings: Finding[] = [];
  let line = 1;
  let from = 0;
  let at = 0;
  for (const { offset, length } of damage.slice(0, INVALID_BYTES_SHOWN)) {
    const before = decoder.decode(bytes.subarray(from, offset));
    line += before.match(/\r\n|[\n\r\u0085\u2028\u2029\f\v]/g)?.length ?? 0;
    at += before.length;
    const hex = [...bytes.subarray(offset, offset + Math.min(length, 16))].map((b) => b.toString(16).toUpperCase().padStart(2, '0')).join(' ') + (length > 16 ? ' …' : '');
    findings.push({
      code: 'source.invalid-bytes',
      severity: 'warning',
      at: { line, span: { start: at, end: at + 1 } },
      found: hex,
      assumed: text.slice(at, at + 1),
      data: { offset: offset + skipped, hex, encoding: name },
    });
    at += 1;
    from = offset + length;
  }
  if (damage.length > INVALID_BYTES_SHOWN) {
    findings.push({ code: 'source.more-invalid-bytes', severity: 'warning', at: { line }, data: { count: damage.length - INVALID_BYTES_SHOWN } });
  }
  return findings;
}

/** 名乗りがなければ推定を、名乗りと違えば食い違いを報告する。 */
function declarationFindings(encoding: TextEncoding, declared: string | undefined, sure: 'certain' | 'likely', candidates: readonly string[]): Finding[] {
  const at = { line: 1 };
  if (declared === undefined) {
    return [{ code: 'source.encoding-assumed', severity: 'advice', at, assumed: encoding, confidence: sure, data: { encoding, candidates: candidates.join(' ') } }];
  }
  if (encodingNamed(declared) === encoding) return [];
  return [{ code: 'source.encoding-mismatch', severity: 'advice', at, found: declared, assumed: encoding, confidence: sure, data: { declared, encoding } }];
}

/** 名乗りの綴りの揺れ（Shift_JIS・x-sjis・Windows-31J・MS932…）を一つに。知らない名は undefined。 */
export function encodingNamed(name: string): TextEncoding | undefined {
  const key = name.trim().toLowerCase().replaceAll('_', '-');
  if (/^(utf-?8|us-ascii|ascii)$/.test(key)) return 'utf-8';
  if (/^(shift-?jis|x-sjis|sjis|windows-31j|cp932|ms932|ms-kanji|csshiftjis)$/.test(key)) return 'cp932';
  if (/^(x-)?euc-?jp$/.test(key)) return 'euc-jp';
  if (/^(cs)?iso-?2022-?jp$/.test(key)) return 'iso-2022-jp';
  if (/^utf-?16(le)?$/.test(key)) return 'utf-16le';
  if (key === 'utf-16be') return 'utf-16be';
  return undefined;
}

/** 制御文字と読めない箇所が一割を超えるなら、文章ではない。 */
function mostlyNotText(text: string, damaged: number): boolean {
  let odd = damaged;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c < 0x20 && c !== 0x09 && c !== 0x0a && c !== 0x0d && c !== 0x0c && c !== 0x0b && c !== 0x1b) odd += 1;
  }
  return odd > 8 && odd > text.length / 10;
}
