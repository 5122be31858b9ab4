import { once } from 'node:events';
import { createServer } from 'node:net';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { readMigrations } from './migrate/migrations.js';
import { openStore } from './open-store.js';
import { exampleAgreement, exampleArea } from './testing/example-agreement.js';
import { withDatabase, withEmptyDatabase } from './testing/with-database.js';

it('空のデータベースにマイグレーションを適用して開き、二度目はそのまま開く', async () => {
  await withEmptyDatabase(async (databaseUrl) => {
    const notices: string[] = [];
    for (let i = 0; i < 2; i += 1) {
      const store = await openStore({ databaseUrl, log: ({ code }) => notices.push(code) });
      await store.catalogue.saveArea(exampleArea());
      await store.close();
    }
    expect(notices).toEqual((await readMigrations()).map(() => 'store.migrated'));
  });
});

it('同じデータベースを一度にいくつも開ける', async () => {
  await withEmptyDatabase(async (databaseUrl) => {
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore({ databaseUrl, poolSize: 2 })));
    await Promise.all(stores.map((store) => store.catalogue.saveArea(exampleArea())));
    await Promise.all(stores.map((store) => store.catalogue.saveAgreement(exampleAgreement())));
    expect((await stores[0]!.catalogue.findAgreement('yamaguchi', 'yamaguchi-ube'))?.revision).toBe(1);
    await Promise.all(stores.map((store) => store.close()));
  });
});

it('閉じるときは、受けた依頼を終えてから閉じる。何度閉じてもよい', async () => {
  await withDatabase(async (databaseUrl) => {
    const store = await openStore({ databaseUrl, poolSize: 1 });
    const other = await openStore({ databaseUrl });
    let saving: Promise<unknown>[] = [];
    await other.db.transaction().execute(async (trx) => {
      await trx.selectFrom('publication').select('number').forUpdate().execute();
      saving = [store.catalogue.saveArea(exampleArea()), store.catalogue.saveArea(exampleArea({ slug: 'second' }))];
      void store.close();
    });
    await Promise.all([store.close(), ...saving]);
    expect((await other.catalogue.listAreas()).map((area) => area.slug)).toEqual(['second', 'yamaguchi']);
    await store.close();
    await other.close();
  });
});

it('待機中の接続がサーバーに切られても、次の依頼で繋ぎ直す', async () => {
  await withDatabase(async (databaseUrl) => {
    const notices: string[] = [];
    const store = await openStore({ databaseUrl, poolSize: 1, log: ({ code }) => notices.push(code) });
    const other = await openStore({ databaseUrl, poolSize: 1 });
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`.execute(other.db);
    await expect.poll(() => notices).toContain('store.connection-lost');
    expect(await store.catalogue.listAreas()).toEqual([]);
    await store.close();
    await other.close();
  });
});

it('取引の途中で接続が切られても、その依頼が誤りになるだけで、プロセスは続く', async () => {
  await withDatabase(async (databaseUrl) => {
    const store = await openStore({ databaseUrl, poolSize: 1 });
    const other = await openStore({ databaseUrl, poolSize: 1 });
    const cutOff = store.db.transaction().execute(async (trx) => {
      await trx.selectFrom('area').select('slug').execute();
      await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`.execute(other.db);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await trx.selectFrom('area').select('slug').execute();
    });
    await expect(cutOff).rejects.toThrow('not queryable');
    expect(await store.catalogue.listAreas()).toEqual([]);
    await store.close();
    await other.close();
  });
});

it.each([
  ['綴りの誤り', 'not a url'],
  ['PostgreSQL でない', 'mysql://localhost/renkei'],
])('接続先を読めなければ、書き方を言って断る（%s）', async (_what, databaseUrl) => {
  await expect(openStore({ databaseUrl })).rejects.toMatchObject({ name: 'Fault', code: 'store.bad-address' });
});

it('誰も待ち受けていない接続先は、パスワードを出さずに断る', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  const opening = openStore({ databaseUrl: `postgres://user:himitsu@127.0.0.1:${port}/renkei` });
  await expect(opening).rejects.toMatchObject({ name: 'Fault', code: 'store.unavailable', data: { address: `127.0.0.1:${port}/renkei` } });
  await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining('himitsu') as string });
});

it('パスワードの誤りと、ないデータベースは Fault になる', async () => {
  await withDatabase(async (databaseUrl) => {
    const missing = new URL(databaseUrl);
    missing.pathname = '/renkei_none';
    await expect(openStore({ databaseUrl: missing.href })).rejects.toMatchObject({ code: 'store.unavailable' });
    const wrong = new URL(databaseUrl);
    wrong.username = 'renkei_nobody';
    await expect(openStore({ databaseUrl: wrong.href })).rejects.toMatchObject({ code: 'store.unavailable' });
  });
});

it('UTF8 でないデータベースは断る', async () => {
  await withDatabase(async (databaseUrl) => {
    const admin = await openStore({ databaseUrl });
    const name = `${new URL(databaseUrl).pathname.slice(1)}_latin1`;
    await sql`CREATE DATABASE ${sql.id(name)} TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'`.execute(admin.db);
    const url = new URL(databaseUrl);
    url.pathname = `/${name}`;
    await expect(openStore({ databaseUrl: url.href })).rejects.toMatchObject({ code: 'store.server-encoding', data: { found: 'LATIN1' } });
    await sql`DROP DATABASE ${sql.id(name)}`.execute(admin.db);
    await admin.close();
  });
});

it('組込みの PostgreSQL でも、開いて保存し、閉じて開き直せる', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'renkei-store-'));
  await chmod(folder, 0o755);
  try {
    const dataDir = join(folder, 'data');
    const first = await openStore({ dataDir });
    await first.catalogue.saveArea(exampleArea());
    await first.catalogue.saveAgreement(exampleAgreement());
    await first.close();
    const second = await openStore({ dataDir });
    expect((await second.catalogue.search({ text: '費用分担', limit: 5, offset: 0 })).total).toBe(1);
    await second.close();
    await expect(second.catalogue.listAreas()).rejects.toThrow('Cannot use a pool after calling end');
  } finally {
    await rm(folder, { recursive: true });
  }
});
