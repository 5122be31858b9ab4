import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeOutsideData } from './remove-outside-data.js';

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = join(REPOSITORY, 'packages/server/dist/main.js');

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface StartOptions {
  /** 省けば使い捨てのフォルダを作り、止めたときに消す */
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** 既定は node packages/server/dist/main.js */
  readonly command?: readonly [string, ...string[]];
  readonly cwd?: string;
  /** この利用者として動かす（試験を root で走らせているときだけ） */
  readonly uid?: number;
  /** 端末の Ctrl+C のように、組（プロセスグループ）の全員に信号を送る */
  readonly asGroup?: boolean;
}

/** 別のプロセスで動いている製品そのもの。 */
export interface Product {
  readonly origin: string;
  readonly pid: number;
  readonly dataFolder: string;
  output(): string;
  /** 信号を送り、終わるまで待つ */
  stop(signal?: NodeJS.Signals): Promise<Exit>;
}

/** 起動できずに終わった。試験はその言い分（output）を確かめる。 */
export class ProductExited extends Error {
  override readonly name = 'ProductExited';
  readonly exit: Exit;
  readonly output: string;
  constructor(exit: Exit, output: string) {
    super(`製品が起動せずに終わりました（終了コード ${exit.code ?? exit.signal}）。\n${output}`);
    this.exit = exit;
    this.output = output;
  }
}

/** 製品を起動し、アドレスを知らせるまで待つ。 */
export async function startProduct({ dataFolder, env = {}, command = [process.execPath, MAIN], cwd = REPOSITORY, uid, asGroup = false }: StartOptions = {}): Promise<Product> {
  const temporary = dataFolder === undefined ? mkdtempSync(join(tmpdir(), 'renkei-test-')) : undefined;
  // root で走らせても、PostgreSQL を動かす利用者が届く所に置く（届かなければ製品は /var/lib/renkei に置き、後に残る）
  if (temporary !== undefined) chmodSync(temporary, 0o755);
  const folder = dataFolder ?? join(temporary!, 'data');
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd,
    env: { ...cleanEnvironment(), RENKEI_DATA: folder, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: asGroup,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const log: string[] = [];
  const exited = exitOf(child);
  // 試験の走行が途中で終わっても、製品を残さない。
  const killLeftover = () => child.kill('SIGTERM');
  process.once('exit', killLeftover);
  void exited.finally(() => process.off('exit', killLeftover));
  const output = () => log.join('');
  const forget = () => {
    if (temporary === undefined) return;
    removeOutsideData(folder);
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  };
  const announced = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        log.push(text);
        const address = /https?:\/\/[\w.[\]:-]+?:[1-9]\d*/.exec(output());
        if (address) resolve(address[0]);
      });
    }
  });
  const first = await Promise.race([announced, exited]);
  if (typeof first !== 'string') {
    forget();
    throw new ProductExited(first, output());
  }
  return {
    origin: first,
    pid: child.pid!,
    dataFolder: folder,
    output,
    stop: async (signal = 'SIGTERM') => {
      if (asGroup) process.kill(-child.pid!, signal);
      else child.kill(signal);
      const exit = await exited;
      forget();
      return exit;
    },
  };
}

const exitOf = (child: ChildProcess): Promise<Exit> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });

/** 試験を走らせる人の設定（接続先・データの場所）を製品に引き継がない。 */
export function cleanEnvironment(): Record<string, string> {
  const ours = /^(RENKEI_|DATABASE_URL$|PORT$|HOST$|PG|NODE_OPTIONS$|VITEST)/;
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && !ours.test(entry[0])));
}
