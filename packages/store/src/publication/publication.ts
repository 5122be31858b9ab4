import { sql } from 'kysely';
import type { Db } from '../database/connect.js';

/** 公開内容の印。何回目の変更かと、その時刻。復元した古いデータベースが別の内容で同じ回数に達しても重ならない。 */
export async function readPublication(db: Db): Promise<string> {
  const row = await db
    .selectFrom('publication')
    .select(['number', sql<bigint>`(extract(epoch FROM changed_at) * 1000000)::bigint`.as('changed')])
    .executeTakeFirstOrThrow();
  return `${row.number.toString(36)}-${row.changed.toString(36)}`;
}

/** 書き手を一人ずつにする。どの書込みも最初にこれを取るので、互いに待ち合って止まることがない。 */
export async function lockPublication(trx: Db): Promise<void> {
  await trx.selectFrom('publication').select('only_row').forUpdate().execute();
}

/** この取引がここまでに公開内容を変えたか。 */
export async function changedInTransaction(trx: Db): Promise<boolean> {
  const row = await trx
    .selectFrom('publication')
    .select(sql<boolean>`coalesce(changed_by = pg_current_xact_id_if_assigned(), false)`.as('changed'))
    .executeTakeFirstOrThrow();
  return row.changed;
}
