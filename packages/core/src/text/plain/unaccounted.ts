import type { Reading } from '../finding.js';
import type { SourceSpan, SourceText } from '../source.js';

/**
 * 原文の空白でない文字のうち、木の節点にも報告にも位置を持たないものの範囲。
 * 読取が一字も失わないことの証明に使う（常に空であるべき）。
 */
export function unaccounted(source: SourceText, reading: Reading): SourceSpan[] {
  const covered = new Uint8Array(source.text.length);
  const cover = (span: SourceSpan): void => {
    covered.fill(1, span.start, span.end);
  };
  for (const spans of reading.spans.values()) spans.forEach(cover);
  for (const { at } of reading.findings) {
    if (at.span) cover(at.span);
    at.also?.forEach(cover);
  }
  const missing: { start: number; end: number }[] = [];
  for (let i = 0; i < source.text.length; i += 1) {
    if (covered[i] === 1 || /\s/.test(source.text[i]!)) continue;
    const last = missing.at(-1);
    if (last && last.end === i) last.end = i + 1;
    else missing.push({ start: i, end: i + 1 });
  }
  return missing;
}
