import type pg from 'pg';
import { detailOf, fault } from '../fault.js';

const OLDEST_VERSION = 15;

/** 繋がるか、版と文字コードが足りているかを確かめる。 */
export async function checkServer(pool: pg.Pool, address: string): Promise<void> {
  let found: { version: number; encoding: string };
  try {
    const answer = await pool.query<{ version: number; encoding: string }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_encoding') AS encoding`,
    );
    found = answer.rows[0]!;
  } catch (error) {
    throw fault('store.unavailable', { address, detail: detailOf(error) }, error);
  }
  if (found.version < OLDEST_VERSION) throw fault('store.server-too-old', { found: found.version });
  if (found.encoding !== 'UTF8') throw fault('store.server-encoding', { found: found.encoding });
}
