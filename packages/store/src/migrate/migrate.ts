import type pg from 'pg';
import { detailOf, fault } from '../fault.js';
import type { Notify } from '../notify.js';
import type { Migration } from './migrations.js';

/** 同時に走るマイグレーションを一つずつにする鍵（'renkei' の文字を数にしたもの）。 */
const LOCK_KEY = 0x72656e6b6569n;

/**
 * 未適用のマイグレーションを番号順に適用する。
 * 一つずつ取引で囲み、始めに鍵を取る。同時に走った方は鍵を待ち、適用済みと知って飛ばす。
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[], notify: Notify): Promise<void> {
  const client = await pool.connect();
  let broken = false;
  try {
    let applied = await readApplied(client);
    verify(applied, migrations);
    while (applied.length < migrations.length) {
      await client.query('BEGIN');
      try {
        await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK_KEY.toString()]);
        applied = await readApplied(client);
        verify(applied, migrations);
        const next = migrations[applied.length];
        if (next) {
          await apply(client, next);
          applied.push(next);
          await client.query('COMMIT');
          notify('store.migrated', { name: next.name });
        } else {
          await client.query('COMMIT');
        }
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {
          broken = true;
        });
        throw error;
      }
    }
  } finally {
    client.release(broken);
  }
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

async function readApplied(client: pg.PoolClient): Promise<Applied[]> {
  // to_regclass は、鍵を待つ間にほかのプロセスが作った表を「ない」と覚えたままのことがあるので、カタログの表を引く
  const ledger = await client.query(`SELECT FROM pg_class WHERE relname = 'renkei_migration' AND relnamespace = current_schema()::regnamespace`);
  if (ledger.rowCount === 0) return [];
  return (await client.query<Applied>('SELECT number, name, checksum FROM renkei_migration ORDER BY number')).rows;
}

function verify(applied: readonly Applied[], migrations: readonly Migration[]): void {
  const newest = applied.at(-1);
  if (newest && newest.number > migrations.length) {
    throw fault('store.database-newer', { found: newest.name, known: migrations.at(-1)?.name ?? '0000' });
  }
  applied.forEach(({ number, name, checksum }, i) => {
    const migration = migrations[i]!;
    if (number !== migration.number) throw fault('store.migration-gap', { expected: migration.name, found: name });
    if (checksum !== migration.checksum || name !== migration.name) {
      throw fault('store.migration-edited', { name: migration.name, expected: `${name} ${checksum.slice(0, 12)}`, found: migration.checksum.slice(0, 12) });
    }
  });
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query(LEDGER);
    await client.query(migration.sql);
    await client.query('INSERT INTO renkei_migration (number, name, checksum) VALUES ($1, $2, $3)', [migration.number, migration.name, migration.checksum]);
  } catch (error) {
    throw fault('store.migration-failed', { name: migration.name, detail: detailOf(error) }, error);
  }
}

const LEDGER = `
CREATE TABLE IF NOT EXISTS renkei_migration (
  number integer PRIMARY KEY,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE renkei_migration IS '適用したマイグレーション。適用後に書き換えられていないことを checksum で確かめる';
`;
