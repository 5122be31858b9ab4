import { fillMessage, serverMessages, type MessageData, type ServerMessageKey } from '@renkei/app';
import { err, ok, type Result } from '@renkei/core';
import { compose } from './compose.js';
import { addressOf, type Config } from './config.js';
import { createApp } from './create-app.js';
import { listen, type ListenFailure } from './listen.js';
import type { WriteLog } from './log.js';

export interface StartOptions {
  readonly config: Config;
  readonly version: string;
  readonly say: (text: string) => void;
  readonly log: WriteLog;
}

export interface Running {
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * 待ち受けてから、保存先を開く。番号が塞がっていれば待たずに分かり、
 * 用意が済む前に届いた要求は、済むまで待ってから答える。
 */
export async function start({ config, version, say, log }: StartOptions): Promise<Result<Running, ListenFailure>> {
  const tell = (key: ServerMessageKey, data?: MessageData) => say(fillMessage(serverMessages[key], config.lang, data));
  const { promise, resolve, reject } = deferred<ReturnType<typeof createApp>>();
  const listening = await listen(async (request) => (await promise).fetch(request), config);
  if (!listening.ok) return err(listening.error);

  const { port, close } = listening.value;
  const address = addressOf(config.host, port);
  try {
    const composition = await compose({ config, baseUrl: config.baseUrl ?? address, version, say });
    resolve(createApp(composition.services, { cache: config.cache, log }));
    return ok({
      address,
      stop: async () => {
        await close();
        tell('server.stopping-store');
        await composition.close();
      },
    });
  } catch (error) {
    reject(error);
    await close();
    throw error;
  }
}

function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void; readonly reject: (error: unknown) => void } {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}
