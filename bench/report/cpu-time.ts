import { readFileSync } from 'node:fs';

/** 一秒あたりの刻み。Linux では 100 に決まっている（USER_HZ）。 */
const TICKS_PER_SECOND = 100;

/** プロセスがこれまでに使った CPU の時間（マイクロ秒）。/proc の無い機械では null。混んだ機械でも比べられる。 */
export function cpuTime(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // 名（括弧の中）は空白を含み得るので、最後の「)」より後を数える。
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1e6;
}
