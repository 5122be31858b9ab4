import type { Finding, FindingCode } from '@renkei/core';

/**
 * 読めたが、そのままでは伝わらない文字を報告する。文字は変えない。
 * - U+FFFD: 前の工程で失われた文字
 * - 外字（私用領域）: 環境が変わると別の字に見える
 */
export function inspectCharacters(text: string, alreadyReported = 0): Finding[] {
  const findings: Finding[] = [];
  const lost = matches(text, /\uFFFD/g);
  if (lost.count > alreadyReported) findings.push(finding('source.unreadable-characters', text, lost, lost.count - alreadyReported));
  const gaiji = matches(text, /[\uE000-\uF8FF]|[\u{F0000}-\u{10FFFD}]/gu);
  if (gaiji.count > 0) findings.push(finding('source.private-use-characters', text, gaiji, gaiji.count));
  return findings;
}

interface Matches {
  readonly count: number;
  readonly first: number;
  readonly codes: readonly string[];
}

function matches(text: string, pattern: RegExp): Matches {
  let count = 0;
  let first = 0;
  const codes = new Set<string>();
  for (const m of text.matchAll(pattern)) {
    if (count === 0) first = m.index;
    count += 1;
    if (codes.size < 10) codes.add(`U+${m[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  }
  return { count, first, codes: [...codes] };
}

function finding(code: FindingCode, text: string, { first, codes }: Matches, count: number): Finding {
  const line = text.slice(0, first).split(/\r\n|[\n\r\u0085\u2028\u2029\f\v]/).length;
  return { code, severity: 'warning', at: { line, span: { start: first, end: first + 1 } }, found: codes.join(' '), data: { count, codes: codes.join(' ') } };
}
