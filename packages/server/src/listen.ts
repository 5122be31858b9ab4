import { createAdaptorServer } from '@hono/node-server';
import { err, ok, type Result } from '@renkei/core';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listening {
  readonly port: number;
  /** 受付をやめ、応答中の要求を待って閉じる。grace を過ぎた接続は切る */
  close(): Promise<void>;
}

export interface ListenFailure {
  readonly code: 'server.port-in-use' | 'server.port-forbidden' | 'server.host-unavailable';
}

const FAILURES: Readonly<Record<string, ListenFailure['code']>> = {
  EADDRINUSE: 'server.port-in-use',
  EACCES: 'server.port-forbidden',
  EADDRNOTAVAIL: 'server.host-unavailable',
  ENOTFOUND: 'server.host-unavailable',
};

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  /** 応答中の要求を待つ長さ（ミリ秒） */
  readonly grace?: number;
}

/** 待ち受ける。塞がっている番号などは、起動に時間のかかるものを始める前に分かる。 */
export function listen(fetch: (request: Request) => Promise<Response> | Response, { host, port, grace = 10_000 }: ListenOptions): Promise<Result<Listening, ListenFailure>> {
  const server = createAdaptorServer({ fetch }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const code = FAILURES[error.code ?? ''];
      if (code === undefined) reject(error);
      else resolve(err({ code }));
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve(ok({ port: (server.address() as AddressInfo).port, close: () => close(server, grace) }));
    });
  });
}

function close(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(deadline);
      resolve();
    });
    // 何も送っていない持続接続は待たない。
    server.closeIdleConnections();
  });
}
