import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct } from '../../test/support/start-product.js';
import { describeMachine, machine } from '../report/machine.js';
import { printTable } from '../report/print-table.js';
import { writeReport } from '../report/write-report.js';
import { CONNECTIONS, load, type Load } from './load.js';
import { startBareServer, takeAnswer, type Answer } from './start-bare-server.js';

/**
 * 公開ポータルが一秒に返せる数と、遅いほうから1%（p99）の時間を測る。
 * 実際に組み立てた製品（npm run build の dist）を、実例の圏域で動かす。取り置き（RENKEI_CACHE）の有無を並べ、
 * 同じ走行の中で、同じバイト列を返すだけの node:http（物差し）と比べる。
 * 使い方: npm run bench:portal [-- 一つあたりの秒数]
 */
const SECONDS = Number(process.argv[2] ?? 8);
if (!Number.isInteger(SECONDS) || SECONDS < 1) {
  console.error(`一つあたりの秒数は1以上の整数にしてください（受け取った値: ${process.argv[2]}）。`);
  process.exit(2);
}

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
try {
  const answers = new Map<string, Answer>();
  const cacheOn = await measureProduct('on', answers);
  const cacheOff = await measureProduct('off', new Map());
  const rows: Row[] = [];
  for (const [name, path] of TARGETS) {
    const answer = answers.get(path)!;
    const server = await startBareServer(answer);
    const bare = await load(server.origin + path, HEADERS, SECONDS).finally(() => server.stop());
    rows.push({ name, path, bytesSent: answer.body.byteLength, cacheOn: cacheOn.get(path)!, cacheOff: cacheOff.get(path)!, bare });
  }
  report(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureProduct(cache: 'on' | 'off', answers: Map<string, Answer>): Promise<ReadonlyMap<string, Load>> {
  const product = await startProduct({ dataFolder: join(folder, 'data'), env: { RENKEI_CACHE: cache } });
  const measured = new Map<string, Load>();
  try {
    for (const [, path] of TARGETS) {
      answers.set(path, await takeAnswer(product.origin + path, HEADERS));
      measured.set(path, await load(product.origin + path, HEADERS, SECONDS));
    }
  } finally {
    await product.stop();
  }
  return measured;
}

function report(rows: readonly Row[]): void {
  const here = machine();
  const count = (value: number): string => value.toLocaleString('en-US');
  const share = (part: number, whole: number): string => `${Math.round((part / whole) * 100)}%`;
  console.log(`\n${describeMachine(here)}\n接続 ${CONNECTIONS}、一つあたり ${SECONDS} 秒（温め2秒）。負荷をかける側も同じ機械で動く。`);
  printTable(
    '公開ポータル（件/秒、ミリ秒）',
    ['頁', '送るバイト', '取り置き有 件/秒', 'p99', '取り置き無 件/秒', 'p99', '物差し 件/秒', 'p99', '有÷物差し'],
    rows.map((row) => [
      row.name, count(row.bytesSent),
      count(row.cacheOn.requestsPerSecond), String(row.cacheOn.p99),
      count(row.cacheOff.requestsPerSecond), String(row.cacheOff.p99),
      count(row.bare.requestsPerSecond), String(row.bare.p99),
      share(row.cacheOn.requestsPerSecond, row.bare.requestsPerSecond),
    ]),
  );
  console.log(`\n${writeReport('portal', { machine: here, connections: CONNECTIONS, seconds: SECONDS, rows })} に書きました。`);
}
