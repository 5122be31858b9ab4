import { readdirSync, readFileSync } from 'node:fs';

/** プロセス一つの記憶。RSS は共有分を重ねて数え、PSS は共有分を分け合って数える。 */
export interface ProcessMemory {
  readonly pid: number;
  readonly name: string;
  readonly rssMegabytes: number;
  readonly pssMegabytes: number;
}

/** 親と、その下で動くすべてのプロセス（node と PostgreSQL）。Linux の /proc から読む。 */
export function processMemory(root: number): ProcessMemory[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = read(`/proc/${name}/status`);
    const parent = /^PPid:\s+(\d+)/m.exec(status ?? '');
    if (parent) parents.set(Number(name), Number(parent[1]));
  }
  const isBelow = (pid: number): boolean => pid === root || (parents.has(pid) && parents.get(pid) !== 0 && isBelow(parents.get(pid)!));
  return [...parents.keys()].filter(isBelow).flatMap((pid) => {
    const rollup = read(`/proc/${pid}/smaps_rollup`);
    const name = /^Name:\s+(.*)$/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
    // 数えている間に終わったプロセスは除く。
    return rollup === null || name === undefined ? [] : [{ pid, name, rssMegabytes: megabytes(rollup, 'Rss'), pssMegabytes: megabytes(rollup, 'Pss') }];
  });
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

const megabytes = (rollup: string, key: 'Rss' | 'Pss'): number => Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0) / 1024;
