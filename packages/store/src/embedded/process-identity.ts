import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * プロセスの同一性。番号は使い回されるので、始まった時刻と、番号の通じる範囲（機器の起動・コンテナ）で確かめる。
 */
export interface ProcessIdentity {
  readonly pid: number;
  /** 始まった時刻の印。分からない環境では空 */
  readonly started: string;
  readonly host: string;
  /** 機器の一回の起動。再起動で変わる。分からない環境では空 */
  readonly boot: string;
  /** プロセス番号の通じる範囲（コンテナごとに違う）。分からない環境では空 */
  readonly space: string;
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startedAt(process.pid) ?? '', ...machine() };
}

function machine(): Pick<ProcessIdentity, 'host' | 'boot' | 'space'> {
  return {
    host: hostname(),
    boot: attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? '',
    space: attempt(() => readlinkSync('/proc/self/ns/pid')) ?? '',
  };
}

/** running: 生きている / ended: もういない / unknown: 別の機器かコンテナのもので、ここからは分からない */
export function stateOf(identity: ProcessIdentity): 'running' | 'ended' | 'unknown' {
  const here = machine();
  if (identity.host !== here.host) return 'unknown';
  if (identity.boot !== here.boot) return 'ended';
  if (identity.space !== here.space) return 'unknown';
  return startedAt(identity.pid) === identity.started ? 'running' : 'ended';
}

/** プロセスが始まった時刻の印。いなければ（終わって親に看取られていないものも）null。 */
export function startedAt(pid: number): string | null {
  if (!isAlive(pid)) return null;
  if (process.platform !== 'linux') return attempt(() => execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()) ?? '';
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat === null) return isAlive(pid) ? '' : null;
  // 2番目の欄（コマンド名）は空白や括弧を含み得る。最後の ) の後が3番目から。状態は3番目、開始時刻は22番目
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[22 - 3] ?? '');
}

/** そのプロセスの起動時の引数。分からなければ空。 */
export function commandLine(pid: number): string {
  if (process.platform !== 'linux') return attempt(() => execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })) ?? '';
  return (attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? '').replaceAll('\0', ' ');
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
