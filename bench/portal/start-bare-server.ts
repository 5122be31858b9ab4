import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';

export interface Answer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** 製品の応答を、圧縮されたままのバイト列で一つ受け取る。 */
export async function takeAnswer(url: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode} で答えました（200 のはず）。`));
        else resolve({ headers: endToEnd(response.headers), body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** 接続ごとの見出しは node:http が自分で付ける。 */
function endToEnd(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const own = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding', 'content-length']);
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined || own.has(name) ? [] : [[name, String(value)]])));
}

export interface BareServer {
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** 製品と同じく別のプロセスで、同じバイト列を返すだけの server を動かす。 */
export async function startBareServer({ headers, body }: Answer): Promise<BareServer> {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('bare-server.ts', import.meta.url))], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify({ headers, body: body.toString('base64') }));
  const [port] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  return {
    origin: `http://127.0.0.1:${port.trim()}`,
    pid: child.pid!,
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}
