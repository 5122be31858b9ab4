import type { Catalogue, StoreNotice } from '@renkei/app';
import type { PlainDate } from '@renkei/core';
import { createCatalogue } from './catalogue.js';
import { checkServer } from './database/check-server.js';
import { connect, type Address, type Db } from './database/connect.js';
import { toDatabaseFault } from './database/database-fault.js';
import { startEmbedded } from './embedded/start-embedded.js';
import { fault } from './fault.js';
import { migrate } from './migrate/migrate.js';
import { readMigrations } from './migrate/migrations.js';
import { toNotify } from './notify.js';
import { rebuildSearch } from './search/rebuild-search.js';

export interface StoreConfig {
  /** 使う PostgreSQL の接続先。なければ組込みの PostgreSQL を立ち上げる */
  readonly databaseUrl?: string | undefined;
  /** 組込みの PostgreSQL のデータを置くフォルダ。既定は今のフォルダの .renkei */
  readonly dataDir?: string | undefined;
  /** 立上げと停止の途中経過の知らせ先 */
  readonly log?: ((notice: StoreNotice) => void) | undefined;
  /** 同時に使う接続の数（既定 10） */
  readonly poolSize?: number | undefined;
  /** 日本の暦の今日（既定は時計から）。どの版の本文が効いているかを決める */
  readonly today?: (() => PlainDate) | undefined;
}

export interface Store {
  readonly catalogue: Catalogue;
  readonly db: Db;
  /** 受けた依頼が終わるのを待って閉じ、組込みの PostgreSQL なら止める。何度呼んでもよい */
  close(): Promise<void>;
}

/** 保存先を開く。立ち上げ、確かめ、マイグレーションを適用してから返す。 */
export async function openStore(config: StoreConfig = {}): Promise<Store> {
  const notify = toNotify(config.log);
  const today = config.today ?? japanToday;
  const embedded = config.databaseUrl === undefined ? await startEmbedded(config.dataDir ?? '.renkei', notify) : null;
  const address: string | Address = embedded?.address ?? config.databaseUrl!;
  const shown = describeAddress(address);
  const connection = connect(address, notify, config.poolSize);
  const closeAll = async () => {
    await connection.close();
    await embedded?.stop();
  };
  try {
    await checkServer(connection.pool, shown);
    await migrate(connection.pool, await readMigrations(), notify);
    await rebuildSearch(connection.db, today());
  } catch (error) {
    await closeAll();
    throw toDatabaseFault(error, shown);
  }
  const underWay = new Set<Promise<unknown>>();
  const carryOut = async <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    try {
      return await work;
    } catch (error) {
      throw toDatabaseFault(error, shown);
    } finally {
      underWay.delete(work);
    }
  };
  // 接続の束は、閉じ始めると、接続の順番を待っている依頼を取り残す
  const finish = () => Promise.allSettled(underWay).then(closeAll);
  let closing: Promise<void> | undefined;
  return {
    catalogue: createCatalogue(connection.db, { carryOut, today }),
    db: connection.db,
    close: () => (closing ??= finish()),
  };
}

/** 記録や文言に出す接続先。パスワードを含めない。 */
function describeAddress(address: string | Address): string {
  if (typeof address !== 'string') return `${address.host}:${address.port}/${address.database}`;
  try {
    const url = new URL(address);
    if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') throw new TypeError('protocol');
    return `${url.host}${url.pathname}`;
  } catch (error) {
    throw fault('store.bad-address', {}, error);
  }
}

const NINE_HOURS = 9 * 60 * 60 * 1000;

/** 日本標準時の今日。夏時間はない。 */
const japanToday = (): PlainDate => new Date(Date.now() + NINE_HOURS).toISOString().slice(0, 10) as PlainDate;
