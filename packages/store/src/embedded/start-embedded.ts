import type { Address } from '../database/connect.js';
import type { Notify } from '../notify.js';
import { join, resolve } from 'node:path';
import { requireListedUser } from './account.js';
import { findPackage, runnableBinaries, type Package } from './binaries.js';
import { withFiles } from './file-fault.js';
import { lockFolder } from './folder-lock.js';
import { findHome } from './home.js';
import { initialise } from './initialise.js';
import { startPostmaster } from './postmaster.js';
import { SETTINGS } from './settings.js';
import { stopOrphan } from './stop-orphan.js';

export interface Embedded {
  readonly address: Address;
  /** postmaster のプロセス番号 */
  readonly pid: number;
  /** 止めて、フォルダの鍵を返す */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** 実行ファイル一式。既定は npm に入っているもの */
  readonly from?: Package | undefined;
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

/** 組込みの PostgreSQL を立ち上げる。順は、置き場所 → 鍵 → 実行ファイル → 残りものの始末 → データ → 起動。 */
export async function startEmbedded(dataDir: string, notify: Notify, { from, settings = SETTINGS }: EmbeddedOptions = {}): Promise<Embedded> {
  requireListedUser();
  const shown = resolve(dataDir);
  return withFiles(shown, async () => {
    const binariesFrom = from ?? (await findPackage());
    const home = await findHome(dataDir, notify);
    const lock = await lockFolder(join(home.folder, 'lock'), shown, new Date().toISOString(), notify);
    try {
      const binaries = await runnableBinaries(binariesFrom, home.folder, home.account, notify);
      await stopOrphan(home.data, notify);
      const { password } = await initialise(home, binaries, notify);
      const postmaster = await startPostmaster(home, binaries, password, settings, notify);
      return {
        address: postmaster.address,
        pid: postmaster.pid,
        stop: async () => {
          await postmaster.stop();
          await lock.release();
        },
      };
    } catch (error) {
      await lock.release();
      throw error;
    }
  });
}
