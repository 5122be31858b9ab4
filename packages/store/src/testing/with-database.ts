import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { readMigrations, type Migration } from '../migrate/migrations.js';
import { migrate } from '../migrate/migrate.js';

/**
 * 空のデータベース（マイグレーション適用済み）を一つ作り、使い終えたら消す。
 * 型板を一度だけ作って写すので、一つ数十ミリ秒。型板は中身で名が決まり、同時に作ろうとしても一つになる。
 */
export async function withDatabase<T>(use: (databaseUrl: string) => Promise<T>, migrations?: readonly Migration[]): Promise<T> {
  const database = await makeDatabase(migrations ?? (await readMigrations()));
  try {
    return await use(database.url);
  } finally {
    await database.drop();
  }
}

/** マイグレーションも適用していない、まったく空のデータベース。 */
export const withEmptyDatabase = <T>(use: (databaseUrl: string) => Promise<T>): Promise<T> => withDatabase(use, []);

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

export async function makeDatabase(migrations: readonly Migration[]): Promise<TestDatabase> {
  const name = `renkei_test_${randomBytes(6).toString('hex')}`;
  await onServer(async (client) => {
    const template = await ensureTemplate(client, migrations);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return {
    url: urlOf(name),
    drop: () => onServer(async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

function urlOf(database: string): string {
  const url = new URL(inject('renkeiTestServer'));
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(inject('renkeiTestServer'));
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

const LOCK_KEY = 0x74657374;

async function ensureTemplate(client: pg.Client, migrations: readonly Migration[]): Promise<string> {
  const digest = createHash('sha256').update(migrations.map((m) => m.checksum).join()).digest('hex').slice(0, 16);
  const name = `renkei_template_${digest}`;
  await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
  try {
    const ready = await client.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
    if (ready.rowCount === 0) {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
      const pool = new pg.Pool({ connectionString: urlOf(name), max: 1 });
      await migrate(pool, migrations, () => undefined);
      await pool.end();
      await client.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
    }
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK_KEY]);
  }
  return name;
}
