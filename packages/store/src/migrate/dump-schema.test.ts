import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { connect } from '../database/connect.js';
import { withDatabase } from '../testing/with-database.js';
import { dumpSchema } from './dump-schema.js';

it('schema.sql は、マイグレーションを全部適用した構造そのもの', async () => {
  await withDatabase(async (url) => {
    const { pool, close } = connect(url, () => undefined);
    const found = await dumpSchema(pool);
    await close();
    expect(found).toBe(await readFile(new URL('../../schema.sql', import.meta.url), 'utf8'));
  });
});

it('どの表にも説明がある', async () => {
  await withDatabase(async (url) => {
    const { pool, close } = connect(url, () => undefined);
    const { rows } = await pool.query(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND obj_description(oid) IS NULL`);
    await close();
    expect(rows).toEqual([]);
  });
});
