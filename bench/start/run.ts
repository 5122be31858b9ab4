import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct } from '../product/start-product.js';
import { describeMachine, machine } from '../report/machine.js';
import { printTable } from '../report/print-table.js';
import { writeReport } from '../report/write-report.js';
import { processMemory, type ProcessMemory } from './process-memory.js';

/**
 * 起動から最初の頁までの時間と、そのときのすべてのプロセス（node と PostgreSQL）の記憶を測る。
 * 冷: 空のデータフォルダから（データベースの初期化・移行・実例の読取を含む） / 温: 二度目からの起動。
 * 使い方: npm run bench:start [-- 温の回数]
 */
const WARM_RUNS = Number(process.argv[2] ?? 5);
if (!Number.isInteger(WARM_RUNS) || WARM_RUNS < 1) {
  console.error(`温の回数は1以上の整数にしてください（受け取った値: ${process.argv[2]}）。`);
  process.exit(2);
}
const FIRST_PAGE = '/yamaguchi';

interface Start {
  readonly kind: 'cold' | 'warm';
  /** 起動の指示からアドレスを知らせるまで */
  readonly announcedMilliseconds: number;
  /** 起動の指示から最初の頁を受け取り終えるまで */
  readonly firstPageMilliseconds: number;
  readonly stopMilliseconds: number;
  readonly afterFirstPage: Memory | null;
  /** サイトマップの全部の頁を一度ずつ見た後 */
  readonly afterEveryPage: Memory | null;
}

interface Memory {
  readonly rssMegabytes: number;
  readonly pssMegabytes: number;
  readonly processes: number;
  readonly nodePssMegabytes: number;
}

const folder = mkdtempSync(join(tmpdir(), 'renkei-bench-'));
chmodSync(folder, 0o755);
try {
  const starts = [await measure('cold')];
  for (let run = 0; run < WARM_RUNS; run += 1) starts.push(await measure('warm'));
  report(starts);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(kind: Start['kind']): Promise<Start> {
  const begun = performance.now();
  const product = await startProduct(folder);
  try {
    const announced = performance.now();
    await visit(product.origin + FIRST_PAGE);
    const shown = performance.now();
    const afterFirstPage = memoryOf(product.pid);
    for (const address of await everyPage(product.origin)) await visit(address);
    const afterEveryPage = memoryOf(product.pid);
    const stopping = performance.now();
    await product.stop();
    const whole = Math.round;
    return {
      kind,
      announcedMilliseconds: whole(announced - begun),
      firstPageMilliseconds: whole(shown - begun),
      stopMilliseconds: whole(performance.now() - stopping),
      afterFirstPage,
      afterEveryPage,
    };
  } catch (error) {
    await product.stop();
    throw error;
  }
}

async function visit(address: string): Promise<string> {
  const response = await fetch(address);
  const text = await response.text();
  if (!response.ok) throw new Error(`${address}: ${response.status} で答えました（200 のはず）。`);
  return text;
}

async function everyPage(origin: string): Promise<string[]> {
  const map = await visit(`${origin}/sitemap.xml`);
  return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((m) => origin + new URL(m[1]!).pathname);
}

/** /proc の無い機械では、時間だけを測る。 */
function memoryOf(pid: number): Memory | null {
  if (process.platform !== 'linux') return null;
  const all = processMemory(pid);
  const sum = (list: readonly ProcessMemory[], key: 'rssMegabytes' | 'pssMegabytes'): number => Math.round(list.reduce((total, one) => total + one[key], 0));
  return {
    rssMegabytes: sum(all, 'rssMegabytes'),
    pssMegabytes: sum(all, 'pssMegabytes'),
    processes: all.length,
    nodePssMegabytes: sum(all.filter((one) => one.pid === pid), 'pssMegabytes'),
  };
}

function report(starts: readonly Start[]): void {
  const here = machine();
  console.log(`\n${describeMachine(here)}\n最初の頁は ${FIRST_PAGE}。温は ${WARM_RUNS} 回の中央値。記憶は node と PostgreSQL のすべてのプロセスの合計（MB）。`);
  const rows = (['cold', 'warm'] as const).map((kind) => summary(starts.filter((start) => start.kind === kind)));
  const show = (value: number | null): string => (value === null ? '—' : value.toLocaleString('en-US'));
  printTable(
    '起動',
    ['', '知らせ ms', '最初の頁 ms', '停止 ms', 'PSS 最初の頁', 'RSS 最初の頁', 'PSS 全頁の後', 'RSS 全頁の後', 'うち node PSS', 'プロセス'],
    rows.map((row, i) => [
      i === 0 ? '冷（空のフォルダ）' : '温（二度目から）',
      ...[row.announced, row.firstPage, row.stop, row.pssFirst, row.rssFirst, row.pssEvery, row.rssEvery, row.nodePssEvery, row.processes].map(show),
    ]),
  );
  console.log(`\n${writeReport('start', { machine: here, firstPage: FIRST_PAGE, cold: rows[0], warm: rows[1], starts })} に書きました。`);
}

function summary(starts: readonly Start[]) {
  const of = (pick: (start: Start) => number | null | undefined): number | null => median(starts.flatMap((start) => pick(start) ?? []));
  return {
    announced: of((s) => s.announcedMilliseconds),
    firstPage: of((s) => s.firstPageMilliseconds),
    stop: of((s) => s.stopMilliseconds),
    pssFirst: of((s) => s.afterFirstPage?.pssMegabytes),
    rssFirst: of((s) => s.afterFirstPage?.rssMegabytes),
    pssEvery: of((s) => s.afterEveryPage?.pssMegabytes),
    rssEvery: of((s) => s.afterEveryPage?.rssMegabytes),
    nodePssEvery: of((s) => s.afterEveryPage?.nodePssMegabytes),
    processes: of((s) => s.afterEveryPage?.processes),
  };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[middle]! : Math.round((sorted[middle - 1]! + sorted[middle]!) / 2);
}
