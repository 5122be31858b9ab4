import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Notify } from '../notify.js';
import { detailOf } from '../fault.js';
import type { Tables } from './tables.js';
import { typeParsers } from './type-parsers.js';

/** 問い合わせの実行者。取引の中でも外でも同じに使う。 */
export type Db = Kysely<Tables>;

export interface Address {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface Connection {
  readonly pool: pg.Pool;
  readonly db: Db;
  close(): Promise<void>;
}

/** 接続の束を開く。まだ何も問い合わせない。 */
export function connect(address: string | Address, notify: Notify, poolSize = 10): Connection {
  const pool = new pg.Pool({
    ...(typeof address === 'string' ? { connectionString: address } : address),
    max: poolSize,
    types: typeParsers,
    connectionTimeoutMillis: 10_000,
    allowExitOnIdle: true,
    application_name: 'renkei',
    // date を 'YYYY-MM-DD' で受け取るため。利用者のサーバーの既定が ISO とは限らない。
    onConnect: async (client) => {
      // 取引の途中で切れた接続は、次の問い合わせが誤りになって知れる。聞き手がないと Node はプロセスごと落ちる。
      client.on('error', () => undefined);
      await client.query("SET datestyle TO 'ISO, YMD'");
    },
  });
  // 待機中の接続が切れただけなら、次の依頼で繋ぎ直せる。
  pool.on('error', (error) => {
    if (!pool.ending) notify('store.connection-lost', { detail: detailOf(error) });
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  // db.destroy() は、一度も問い合わせていない束を閉じない
  return { pool, db, close: () => pool.end() };
}
