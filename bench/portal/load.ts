import { createRequire } from 'node:module';
import { cpuTime } from '../report/cpu-time.js';

/** autocannon に頼む内容（使うものだけ）。 */
interface Options {
  readonly url: string;
  readonly connections: number;
  readonly duration: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** autocannon の答え（使うものだけ）。latency はミリ秒 */
interface Result {
  readonly requests: { readonly average: number; readonly total: number };
  readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly throughput: { readonly average: number };
  readonly non2xx: number;
  readonly errors: number;
  readonly timeouts: number;
}

const autocannon = createRequire(import.meta.url)('autocannon') as (options: Options) => Promise<Result>;

export interface Load {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly megabytesPerSecond: number;
  /** 一件に使った、応答する側の node の CPU の時間 */
  readonly cpuMicroseconds: number | null;
}

export interface Target {
  readonly url: string;
  readonly pid: number;
}

export const CONNECTIONS = 10;

/** 温めてから測る。一つでも失敗した応答があれば、測ったことにしない。 */
export async function load({ url, pid }: Target, headers: Readonly<Record<string, string>>, seconds: number): Promise<Load> {
  await autocannon({ url, headers, connections: CONNECTIONS, duration: 1 });
  const before = cpuTime(pid);
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: seconds });
  const after = cpuTime(pid);
  const failed = result.non2xx + result.errors + result.timeouts;
  const { total } = result.requests;
  if (failed > 0 || total === 0) throw new Error(`${url}: ${total} 件のうち ${failed} 件が 200 で答えませんでした。`);
  return {
    requestsPerSecond: Math.round(result.requests.average),
    p50: result.latency.p50,
    p99: result.latency.p99,
    max: result.latency.max,
    megabytesPerSecond: Math.round((result.throughput.average / 2 ** 20) * 10) / 10,
    cpuMicroseconds: before === null || after === null ? null : Math.round((after - before) / total),
  };
}

/** 走行のうち、件/秒が中央のもの。 */
export function middle(loads: readonly Load[]): Load {
  return [...loads].sort((a, b) => a.requestsPerSecond - b.requestsPerSecond)[Math.floor(loads.length / 2)]!;
}
