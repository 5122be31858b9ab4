import type { Finding } from '@renkei/core';

/**
 * 画面に出ない制御文字（NUL など）を除く。保存先も XML も NUL を持てない。
 * 原本のバイト列は別に残るので、何をいくつ除いたかを報告すれば失われない。
 * reported の位置は、除いた後の文字の位置に直して返す。
 */
export function dropControlCharacters(text: string, reported: readonly Finding[]): { text: string; findings: readonly Finding[] } {
  if (text.search(CONTROL) < 0) return { text, findings: reported };
  const at: number[] = [];
  const codes = new Set<string>();
  for (const m of text.matchAll(CONTROL)) {
    at.push(m.index);
    if (codes.size < 10) codes.add(`U+${m[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
  }
  const first = at[0]!;
  const line = text.slice(0, first).split(/\r\n|[\n\r\u0085\u2028\u2029\f\v]/).length;
  const shown = [...codes].join(' ');
  const moved = reported.map((f): Finding => (f.at.span ? { ...f, at: { ...f.at, span: { start: f.at.span.start - before(at, f.at.span.start), end: f.at.span.end - before(at, f.at.span.end) } } } : f));
  return {
    text: text.replace(CONTROL, ''),
    findings: [...moved, { code: 'source.control-characters', severity: 'warning', at: { line, span: { start: first, end: first } }, found: shown, data: { count: at.length, codes: shown } }],
  };
}

const CONTROL = /[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F]/g;

/** position より前に除いた数 */
function before(removed: readonly number[], position: number): number {
  let low = 0;
  let high = removed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (removed[middle]! < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
