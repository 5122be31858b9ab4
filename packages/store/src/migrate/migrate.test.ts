import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connect } from '../database/connect.js';
import { withEmptyDatabase } from '../testing/with-database.js';
import { migrate } from './migrate.js';
import { readMigrations, type Migration } from './migrations.js';

const made = (number: number, sql: string): Migration => ({
  number,
  name: `${String(number).padStart(4, '0')}-made`,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});
const ONE = made(1, 'CREATE TABLE one (n integer); INSERT INTO one VALUES (1);');
const TWO = made(2, 'ALTER TABLE one ADD COLUMN m integer; UPDATE one SET m = n + 1;');

async function onEmpty(use: (run: (...migrations: Migration[]) => Promise<string[]>, query: (sql: string) => Promise<unknown[]>) => Promise<void>): Promise<void> {
  await withEmptyDatabase(async (url) => {
    const { pool, close } = connect(url, () => undefined, 20);
    const run = async (...migrations: Migration[]) => {
      const applied: string[] = [];
      await migrate(pool, migrations, (_code, data) => applied.push(String(data?.['name'])));
      return applied;
    };
    try {
      await use(run, async (sql) => (await pool.query(sql)).rows as unknown[]);
    } finally {
      await close();
    }
  });
}

it('番号順に適用し、二度目は何もしない', async () => {
  await onEmpty(async (run, query) => {
    expect(await run(ONE, TWO)).toEqual(['0001-made', '0002-made']);
    expect(await run(ONE, TWO)).toEqual([]);
    expect(await query('SELECT * FROM one')).toEqual([{ n: 1, m: 2 }]);
  });
});

it('前の版のデータベースには、足りないものだけを適用する', async () => {
  await onEmpty(async (run, query) => {
    await run(ONE);
    expect(await run(ONE, TWO)).toEqual(['0002-made']);
    expect(await query('SELECT * FROM one')).toEqual([{ n: 1, m: 2 }]);
  });
});

it('同時に走らせても、どの一つも一度だけ適用される', async () => {
  await onEmpty(async (run, query) => {
    const all = await Promise.all(Array.from({ length: 12 }, () => run(ONE, TWO)));
    expect(all.flat().sort()).toEqual(['0001-made', '0002-made']);
    expect(await query('SELECT * FROM one')).toEqual([{ n: 1, m: 2 }]);
    expect(await query('SELECT number FROM renkei_migration ORDER BY number')).toEqual([{ number: 1 }, { number: 2 }]);
  });
});

it('適用した後で書き換えられたものは断る', async () => {
  await onEmpty(async (run) => {
    await run(ONE, TWO);
    const edited = made(1, `${ONE.sql} -- 後から足した`);
    await expect(run(edited, TWO)).rejects.toMatchObject({ code: 'store.migration-edited', data: { name: '0001-made' } });
  });
});

it('名を変えたものも断る', async () => {
  await onEmpty(async (run) => {
    await run(ONE);
    await expect(run({ ...ONE, name: '0001-renamed' })).rejects.toMatchObject({ code: 'store.migration-edited' });
  });
});

it('プログラムより新しいデータベースは断り、触れない', async () => {
  await onEmpty(async (run, query) => {
    await run(ONE, TWO);
    await expect(run(ONE)).rejects.toMatchObject({ code: 'store.database-newer', data: { found: '0002-made', known: '0001-made' } });
    expect(await query('SELECT count(*)::int AS n FROM renkei_migration')).toEqual([{ n: 2 }]);
  });
});

it('途中で失敗したものは跡を残さず、直せば続きから適用できる', async () => {
  await onEmpty(async (run, query) => {
    const broken = made(2, 'CREATE TABLE two (n integer); SELECT 1 / 0;');
    await expect(run(ONE, broken)).rejects.toMatchObject({ code: 'store.migration-failed', data: { name: '0002-made', detail: 'division by zero' } });
    expect(await query(`SELECT to_regclass('one') AS one, to_regclass('two') AS two`)).toEqual([{ one: 'one', two: null }]);
    expect(await run(ONE, TWO)).toEqual(['0002-made']);
  });
});

it('改行が CRLF でも同じものとみなし、番号の飛びは断る', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'renkei-migrations-'));
  try {
    await writeFile(join(folder, '0001-a.sql'), 'SELECT 1;\r\nSELECT 2;\r\n');
    const [crlf] = await readMigrations(folder);
    await writeFile(join(folder, '0001-a.sql'), 'SELECT 1;\nSELECT 2;\n');
    const [lf] = await readMigrations(folder);
    expect(crlf).toEqual(lf);
    await writeFile(join(folder, '0003-c.sql'), 'SELECT 3;');
    await expect(readMigrations(folder)).rejects.toMatchObject({ code: 'store.migration-gap', data: { expected: '0002', found: '0003-c.sql' } });
  } finally {
    await rm(folder, { recursive: true });
  }
});
