import { sql } from 'kysely';
import type { Db } from '../database/connect.js';

const APPEND_ONLY = ['agreement_revision', 'amendment', 'amended_text'] as const;

/** 試験の間に入れたものをすべて消す。追記のみの表は、守りの引き金を一時外す。 */
export async function emptyCatalogue(db: Db): Promise<void> {
  for (const table of APPEND_ONLY) await sql`ALTER TABLE ${sql.table(table)} DISABLE TRIGGER ${sql.ref(`${table}_no_truncate`)}`.execute(db);
  await sql`TRUNCATE area, municipality, agreement CASCADE`.execute(db);
  for (const table of APPEND_ONLY) await sql`ALTER TABLE ${sql.table(table)} ENABLE TRIGGER ${sql.ref(`${table}_no_truncate`)}`.execute(db);
}
