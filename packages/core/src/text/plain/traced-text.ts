import type { SourceSpan } from '../source.js';

/**
 * 原文のどこから来たかを覚えている文字列。切り出しても、つないでも、位置を失わない。
 * 「原文のどの文字も、木か報告のどちらかにある」ことは、この位置で確かめる。
 */
export interface TracedText {
  readonly text: string;
  /** text の先頭から順に並ぶ切れ端。長さの和は text の長さ */
  readonly pieces: readonly TracedPiece[];
}

interface TracedPiece {
  readonly length: number;
  /** この切れ端の原文での開始位置 */
  readonly start: number;
}

export const EMPTY: TracedText = { text: '', pieces: [] };

export const traced = (text: string, start: number): TracedText => (text === '' ? EMPTY : { text, pieces: [{ length: text.length, start }] });

export function sliceTraced(source: TracedText, from: number, to: number = source.text.length): TracedText {
  const pieces: TracedPiece[] = [];
  let at = 0;
  for (const piece of source.pieces) {
    const a = Math.max(from, at);
    const b = Math.min(to, at + piece.length);
    if (a < b) pieces.push({ length: b - a, start: piece.start + (a - at) });
    at += piece.length;
    if (at >= to) break;
  }
  return { text: source.text.slice(from, to), pieces };
}

/** つなぐ。 */
export function joinTraced(a: TracedText, b: TracedText): TracedText {
  if (a.text === '') return b;
  if (b.text === '') return a;
  return { text: a.text + b.text, pieces: [...a.pieces, ...b.pieces] };
}

export function trimTraced(source: TracedText): TracedText {
  const lead = source.text.length - source.text.trimStart().length;
  const length = source.text.trim().length;
  return length === source.text.length ? source : sliceTraced(source, lead, lead + length);
}

/** 文字を同じ長さの別の文字に置き換える（括弧の全角化など）。位置は変わらない。 */
export function withSameLengthText(source: TracedText, text: string): TracedText {
  return { text, pieces: source.pieces };
}

/** 隣り合う切れ端をまとめた原文の範囲。 */
export function spansOf(source: TracedText): SourceSpan[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, length } of source.pieces) {
    const last = spans.at(-1);
    if (last && last.end === start) last.end = start + length;
    else spans.push({ start, end: start + length });
  }
  return spans;
}
