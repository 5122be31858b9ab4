import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { SETTINGS } from '../embedded/settings.js';
import { startEmbedded } from '../embedded/start-embedded.js';

/** 試験のデータは失ってよいので、ディスクへの書込みを待たない（データベースを作って消す時間が縮む）。 */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** 試験の走行に一つの PostgreSQL。RENKEI_TEST_DATABASE_URL があればそのサーバーを使う（データベースを作れる利用者で）。 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.RENKEI_TEST_DATABASE_URL;
  if (given) {
    project.provide('renkeiTestServer', given);
    return async () => undefined;
  }
  const folder = await mkdtemp(join(tmpdir(), 'renkei-test-'));
  await chmod(folder, 0o755);
  const server = await startEmbedded(join(folder, 'data'), () => undefined, { settings: { ...SETTINGS, ...FAST } });
  const { user, password, host, port } = server.address;
  project.provide('renkeiTestServer', `postgres://${user}:${password}@${host}:${port}/postgres`);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

declare module 'vitest' {
  export interface ProvidedContext {
    renkeiTestServer: string;
  }
}
