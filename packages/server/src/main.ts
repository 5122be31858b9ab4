import { readFileSync } from 'node:fs';
import { describeStoreFault, fillMessage, serverMessages, type MessageData, type ServerMessageKey } from '@renkei/app';
import { Fault } from '@renkei/core';
import { CONFIG_KEYS, readConfig, unknownKeys, type Config, type ConfigProblem } from './config.js';
import { start } from './start.js';

/** 終了コード: 0 求められて止まった / 2 設定の誤り / 3 起動できない・故障 */
const EXIT = { fine: 0, usage: 2, fault: 3 } as const;

const version = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;
const lang: Config['lang'] = process.env.RENKEI_LANG?.toLowerCase() === 'en' ? 'en' : 'ja';
const say = (text: string) => console.log(text);
const tell = (key: ServerMessageKey, data?: MessageData) => say(fillMessage(serverMessages[key], lang, data));
const complain = (key: ServerMessageKey, data?: MessageData) => console.error(fillMessage(serverMessages[key], lang, data));

const config = readConfig(process.env);
if (config.ok) await run(config.value);
else complainOfConfig(config.error);

async function run(settings: Config): Promise<void> {
  tell('server.starting', { version });
  for (const key of unknownKeys(process.env)) complain('server.unknown-key', { key });

  const stopRequested = new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  const log = (entry: object) => console.log(JSON.stringify(entry));

  try {
    const running = await start({ config: settings, version, say, log });
    if (!running.ok) {
      complain(running.error.code, { port: settings.port, host: settings.host });
      process.exitCode = EXIT.fault;
      return;
    }
    tell('server.ready', { address: running.value.address });
    const signal = await stopRequested;
    tell('server.stopping', { signal });
    await running.value.stop();
    tell('server.stopped');
    process.exitCode = EXIT.fine;
  } catch (error) {
    complain('server.fault', { detail: describeFault(error) });
    process.exitCode = EXIT.fault;
  }
}

function complainOfConfig(problems: readonly ConfigProblem[]): void {
  complain('config.problems', { count: problems.length });
  for (const { key, code, found } of problems) complain(code, { key, found, example: CONFIG_KEYS[key].example, meaning: CONFIG_KEYS[key][lang] });
  process.exitCode = EXIT.usage;
}

/** 故障は文言で、思いがけない誤りは調べられるように積み重ねごと。 */
function describeFault(error: unknown): string {
  const known = error instanceof Fault ? describeStoreFault(error, lang) : undefined;
  if (known !== undefined) return known;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
