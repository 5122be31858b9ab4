import { createRequire } from 'node:module';

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
}

export const CONNECTIONS = 10;

/** 温めてから測る。一つでも失敗した応答があれば、測ったことにしない。 */
export async function load(url: string, headers: Readonly<Record<string, string>>, seconds: number): Promise<Load> {
  await autocannon({ url, headers, connections: CONNECTIONS, duration: 2 });
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: seconds });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0 || result.requests.total === 0) throw new Error(`${url}: ${result.requests.total} 件のうち ${failed} 件が 200 で答えませんでした。`);
  return {
    requestsPerSecond: Math.round(result.requests.average),
    p50: result.latency.p50,
    p99: result.latency.p99,
    max: result.latency.max,
    megabytesPerSecond: Math.round((result.throughput.average / 2 ** 20) * 10) / 10,
  };
}
