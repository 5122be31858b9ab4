import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** embedded-child.ts を動かし、言ったことを順に受け取る。 */
export interface EmbeddedProcess {
  readonly child: ChildProcess;
  /** postmaster のプロセス番号 */
  readonly postmaster: number;
  readonly notices: readonly string[];
  query(sql: string): Promise<unknown[]>;
  /** SIGTERM などを送り、終わるのを待って終了コードを返す */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

type Said = Record<string, unknown>;

export interface Launch {
  readonly dataDir: string;
  readonly native?: string;
  readonly uid?: number;
  readonly umask?: number;
}

const CHILD = fileURLToPath(new URL('./embedded-child.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

export async function startProcess(launch: Launch): Promise<EmbeddedProcess | { readonly fault: string; readonly data: Said }> {
  const { child, next, notices } = launchProcess(launch);
  const first = await next();
  if (first['fault'] !== undefined) return { fault: String(first['fault']), data: first['data'] as Said };
  if (first['ready'] === undefined) throw new Error(`起動しなかった: ${JSON.stringify(first)}`);
  return {
    child,
    postmaster: Number(first['ready']),
    notices,
    query: async (sql) => {
      child.stdin!.write(`${sql.replaceAll('\n', ' ')}\n`);
      const answer = await next();
      if (!Array.isArray(answer['rows'])) throw new Error(`答えなかった: ${JSON.stringify(answer)}`);
      return answer['rows'] as unknown[];
    },
    end: async (signal) => {
      const exit = once(child, 'exit');
      child.kill(signal);
      const [code] = (await exit) as [number | null];
      return code;
    },
  };
}

export function launchProcess(launch: Launch): { child: ChildProcess; next: () => Promise<Said>; notices: string[] } {
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=renkei-source', CHILD, JSON.stringify(launch)], { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  const notices: string[] = [];
  const said: Said[] = [];
  const waiting: ((message: Said) => void)[] = [];
  const hear = (message: Said) => {
    const wanted = waiting.shift();
    if (wanted) wanted(message);
    else said.push(message);
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = JSON.parse(line) as Said;
    if (message['notice'] === undefined) hear(message);
    else {
      notices.push(String(message['notice']));
      child.emit('notice', message['notice']);
    }
  });
  child.once('exit', (code, signal) => hear({ exit: code ?? signal }));
  const next = () => new Promise<Said>((resolve) => {
    const message = said.shift();
    if (message) resolve(message);
    else waiting.push(resolve);
  });
  return { child, next, notices };
}

/** 立ち上がることを期待して始める。 */
export async function startRunning(launch: Launch): Promise<EmbeddedProcess> {
  const started = await startProcess(launch);
  if ('fault' in started) throw new Error(`起動を断られた: ${started.fault} ${JSON.stringify(started.data)}`);
  return started;
}

/** 断られることを期待して始める。 */
export async function startRefused(launch: Launch): Promise<{ fault: string; data: Said }> {
  const started = await startProcess(launch);
  if ('fault' in started) return started;
  await started.end('SIGTERM');
  throw new Error('断られるはずの起動ができた');
}
