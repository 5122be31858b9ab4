import type { Finding } from '@renkei/core';
import type { Aside } from './parse-xml.js';

/** 注釈・処理命令などを、種類ごとに一つの報告にする。中身は found にすべて残す。 */
export function asideFindings(asides: readonly Aside[]): Finding[] {
  const byName = new Map<string, Aside[]>();
  for (const aside of asides) {
    const same = byName.get(aside.name);
    if (same) same.push(aside);
    else byName.set(aside.name, [aside]);
  }
  return [...byName].map(([name, same]) => ({
    code: 'source.unknown-markup',
    severity: 'advice',
    at: { line: same[0]!.line },
    found: same.map((aside) => aside.text).join('\n'),
    data: { name, count: same.length, line: same[0]!.line, column: same[0]!.column },
  }));
}
