import { readdirSync, readFileSync } from 'node:fs';

interface Entry {
  readonly pid: number;
  readonly parent: number;
  readonly state: string;
  /** 起動した時刻。番号が使い回されても別のプロセスだと分かる */
  readonly started: string;
}

/** あるプロセスとその子孫（Linux の /proc から）。 */
export function processTree(root: number): Entry[] {
  const all = everyProcess();
  const found = all.filter((entry) => entry.pid === root);
  for (const parent of found) found.push(...all.filter((entry) => entry.parent === parent.pid));
  return found;
}

/** 以前いたプロセスのうち、まだ動いているもの。終わって片付けを待つだけのもの（Z）は数えない。 */
export function stillRunning(before: readonly Entry[]): number[] {
  const now = everyProcess();
  return before.filter((was) => now.some((is) => is.pid === was.pid && is.started === was.started && is.state !== 'Z')).map(({ pid }) => pid);
}

function everyProcess(): Entry[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const text = readFileSync(`/proc/${name}/stat`, 'utf8');
        // 名前（括弧の中）は空白を含みうるので、最後の括弧の後から数える。
        const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
        return [{ pid: Number(name), state: fields[0]!, parent: Number(fields[1]), started: fields[19]! }];
      } catch {
        return []; // 調べる間に終わった
      }
    });
}
