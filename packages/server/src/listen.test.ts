import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { listen, type Listening } from './listen.js';

async function open(fetch: () => Promise<Response> | Response = () => new Response('はい'), port = 0): Promise<Listening> {
  const made = await listen(fetch, { host: '127.0.0.1', port, grace: 100 });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

/** 書いたとおりのバイトを送り、返ったものを文字で受け取る。 */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(text));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}

const rawGet = (port: number, path: string): Promise<string> => raw(port, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open!: () => void;
  return { opened: new Promise((resolve) => (open = resolve)), open: () => open() };
}

describe('待ち受け', () => {
  test('0 を指定すると空いている番号で答える', async () => {
    const server = await open();
    expect(await (await fetch(`http://127.0.0.1:${server.port}/`)).text()).toBe('はい');
    await server.close();
  });

  test('塞がっている番号は、例外でなく符号で知らせる', async () => {
    const first = await open();
    expect(await listen(() => new Response(), { host: '127.0.0.1', port: first.port })).toEqual({ ok: false, error: { code: 'server.port-in-use' } });
    await first.close();
  });

  test('この機器に無いアドレスは、符号で知らせる', async () => {
    expect(await listen(() => new Response(), { host: '192.0.2.1', port: 0 })).toEqual({ ok: false, error: { code: 'server.host-unavailable' } });
  });

  test.each([['番地が無い', 'GET'], ['よその番地', 'GET http://evil.example/ HTTP/1.1\r\nHost: a'], ['Host の誤り', 'GET / HTTP/1.1\r\nHost: a b'], ['見出しの誤り', 'GET / HTTP/1.1\r\n: x'], ['HTTP でない', '\u0000\u0001'], ['符号化していない日本語の番地', 'GET /取組 HTTP/1.1\r\nHost: a']])('崩れた要求でも落ちない: %s', async (_, text) => {
    const server = await open();
    await raw(server.port, `${text}\r\nConnection: close\r\n\r\n`);
    expect(await rawGet(server.port, '/')).toMatch(/^HTTP\/1\.1 200 /);
    await server.close();
  });

  test('閉じるときは、応答中の要求を終えてから閉じる', async () => {
    const arrived = gate();
    const finished = gate();
    const server = await open(async () => {
      arrived.open();
      await finished.opened;
      return new Response('終わりまで');
    });
    const response = fetch(`http://127.0.0.1:${server.port}/`);
    await arrived.opened;
    const closed = server.close();
    finished.open();
    expect(await (await response).text()).toBe('終わりまで');
    await closed;
  });

  test('何も送らない接続があっても閉じられる', async () => {
    const server = await open();
    const socket = connect(server.port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const cut = new Promise((resolve) => socket.once('close', () => resolve('切れた')));
    await server.close();
    expect(await cut).toBe('切れた');
  });
});
