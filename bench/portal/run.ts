import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct } from '../product/start-product.js';
import { describeMachine, machine } from '../report/machine.js';
import { printTable } from '../report/print-table.js';
import { writeReport } from '../report/write-report.js';
import { CONNECTIONS, load, middle, type Load } from './load.js';
import { startBareServer, takeAnswer } from './start-bare-server.js';

/**
 * 公開ポータルが一秒に返せる数と、遅いほうから1%（p99）の時間を測る。
 * 実際に組み立てた製品（npm run build の dist）を、実例の圏域で動かす。取り置き（RENKEI_CACHE）の有無を並べ、
 * 同じ走行の中で、同じバイト列を返すだけの node:http（物差し）と比べる。
 * 使い方: npm run bench:portal [-- 一つあたりの秒数]
 */
const SECONDS = Number(process.argv[2] ?? 5);
if (!Number.isInteger(SECONDS) || SECONDS < 1) {
  console.error(`一つあたりの秒数は1以上の整数にしてください（受け取った値: ${process.argv[2]}）。`);
  process.exit(2);
}
/** 製品と物差しを交互に測る回数。ほかの仕事で機械が混む時があっても、中央の値は動きにくい。 */
const ROUNDS = 3;

/** 閲覧環境と同じく、圧縮を受け取れると言う。 */
const HEADERS = { 'Accept-Encoding': 'gzip, deflate, br', 'Accept-Language': 'ja' };
const TARGETS = [
  ['圏域の入口', '/yamaguchi'],
  ['協約の全文', '/yamaguchi/agreements/yamaguchi-ube'],
  ['取組の一覧（JSON、20件まで）', '/api/v1/areas/yamaguchi/initiatives'],
] as const;

interface Row {
  readonly name: string;
  readonly path: string;
  readonly bytesSent: number;
  readonly cacheOn: Load;
  readonly cacheOff: Load;
  readonly bare: Load;
}

const folder = mkdtempSync(join(tmpdir(), 'renkei-bench-'));
chmodSync(folder, 0o755);
try {
  const on = await measureBesideBare();
  const off = await measure('off');
  report(TARGETS.map(([name, path]): Row => ({ name, path, ...on.get(path)!, cacheOff: off.get(path)! })));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** 取り置きのある製品と、同じバイト列を返すだけの物差しを、交互に。 */
async function measureBesideBare(): Promise<ReadonlyMap<string, Pick<Row, 'bytesSent' | 'cacheOn' | 'bare'>>> {
  const product = await startProduct(folder, { RENKEI_CACHE: 'on' });
  try {
    const measured = new Map<string, Pick<Row, 'bytesSent' | 'cacheOn' | 'bare'>>();
    for (const [, path] of TARGETS) {
      const answer = await takeAnswer(product.origin + path, HEADERS);
      const bare = await startBareServer(answer);
      try {
        const loads: { readonly cacheOn: Load; readonly bare: Load }[] = [];
        for (let round = 0; round < ROUNDS; round += 1) {
          loads.push({
            cacheOn: await load({ url: product.origin + path, pid: product.pid }, HEADERS, SECONDS),
            bare: await load({ url: bare.origin + path, pid: bare.pid }, HEADERS, SECONDS),
          });
        }
        measured.set(path, { bytesSent: answer.body.byteLength, cacheOn: middle(loads.map((l) => l.cacheOn)), bare: middle(loads.map((l) => l.bare)) });
      } finally {
        await bare.stop();
      }
    }
    return measured;
  } finally {
    await product.stop();
  }
}

async function measure(cache: 'on' | 'off'): Promise<ReadonlyMap<string, Load>> {
  const product = await startProduct(folder, { RENKEI_CACHE: cache });
  try {
    const measured = new Map<string, Load>();
    for (const [, path] of TARGETS) {
      const loads: Load[] = [];
      for (let round = 0; round < ROUNDS; round += 1) loads.push(await load({ url: product.origin + path, pid: product.pid }, HEADERS, SECONDS));
      measured.set(path, middle(loads));
    }
    return measured;
  } finally {
    await product.stop();
  }
}

function report(rows: readonly Row[]): void {
  const here = machine();
  const count = (value: number): string => value.toLocaleString('en-US');
  const cells = (l: Load): string[] => [count(l.requestsPerSecond), String(l.p99), l.cpuMicroseconds === null ? '—' : count(l.cpuMicroseconds)];
  const share = (part: number, whole: number): string => `${Math.round((part / whole) * 100)}%`;
  console.log(`\n${describeMachine(here)}\n接続 ${CONNECTIONS}、一つあたり ${SECONDS} 秒を ${ROUNDS} 回（中央の値）。負荷をかける側も同じ機械で動く。`);
  printTable(
    '公開ポータル（件/秒、p99 はミリ秒、CPU は一件あたりマイクロ秒）',
    ['', '送るバイト', '取り置き有', 'p99', 'CPU', '取り置き無', 'p99', 'CPU', '物差し', 'p99', 'CPU', '有÷物差し'],
    rows.map((row) => [row.name, count(row.bytesSent), ...cells(row.cacheOn), ...cells(row.cacheOff), ...cells(row.bare), share(row.cacheOn.requestsPerSecond, row.bare.requestsPerSecond)]),
  );
  console.log(`\n${writeReport('portal', { machine: here, connections: CONNECTIONS, seconds: SECONDS, rounds: ROUNDS, rows })} に書きました。`);
}
