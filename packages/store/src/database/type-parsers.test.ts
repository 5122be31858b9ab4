import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDatabase, type TestDatabase } from '../testing/with-database.js';
import { connect, type Connection } from './connect.js';

const silent = () => undefined;
let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await makeDatabase([]);
  connection = connect(database.url, silent);
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

it.each([
  ['int8 は桁を失わず bigint', `9007199254740993::int8`, 9007199254740993n],
  ['int8 の配列も bigint', `ARRAY[1, NULL, 9007199254740993]::int8[]`, [1n, null, 9007199254740993n]],
  ['numeric は文字列のまま', `12345678901234567890.10::numeric`, '12345678901234567890.10'],
  ['date は暦の一日の文字列', `date '2017-03-30'`, '2017-03-30'],
  ['date の配列も文字列', `ARRAY[date '2017-03-30', NULL]`, ['2017-03-30', null]],
  ['timestamptz は瞬間', `timestamptz '2017-03-30 09:00+09'`, new Date('2017-03-30T00:00:00Z')],
  ['int4 は数', `42::int4`, 42],
  ['bytea は Buffer', `'\\x00ff'::bytea`, Buffer.from([0, 255])],
  ['text の配列', `ARRAY['あ', NULL, 'い,う']`, ['あ', null, 'い,う']],
  ['jsonb は値', `'{"a":[1,null]}'::jsonb`, { a: [1, null] }],
])('%s', async (_rule, expression, expected) => {
  const { rows } = await connection.pool.query(`SELECT ${expression} AS value`);
  expect((rows[0] as { value: unknown }).value).toEqual(expected);
});

it('サーバーの既定の日付の書き方が ISO でなくても、date は YYYY-MM-DD', async () => {
  const url = new URL(database.url);
  url.searchParams.set('options', '-c datestyle=SQL,DMY');
  const other = connect(url.href, silent);
  const { rows } = await other.pool.query(`SELECT date '2017-03-30' AS value`);
  await other.close();
  expect(rows).toEqual([{ value: '2017-03-30' }]);
});
