import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** 上限のファイルの定数とその説明を表にする。値の式（20 * MIB など）は計算した数で示す。 */
export function limitsTable(root: string, file: string): string {
  const source = readFileSync(join(root, file), 'utf8');
  const rows: string[] = [];
  for (const m of source.matchAll(/\/\*\* (.+?) \*\/\nexport const (\w+) = ([^;]+);/g)) {
    rows.push(`| \`${m[2]}\` | ${valueOf(m[3]!).toLocaleString('en-US')} | ${m[1]} |`);
  }
  return ['| 名 | 上限 | 何の上限か |', '|---|---:|---|', ...rows].join('\n');
}

const MIB = 1024 * 1024;

function valueOf(expression: string): number {
  return expression
    .split('*')
    .map((factor) => (factor.trim() === 'MIB' ? MIB : Number(factor.trim().replaceAll('_', ''))))
    .reduce((a, b) => a * b, 1);
}
