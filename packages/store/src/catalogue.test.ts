import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ok, type Finding } from '@renkei/core';
import { sql } from 'kysely';
import { openStore, type Store } from './open-store.js';
import { exampleAgreement, exampleArea } from './testing/example-agreement.js';
import { emptyCatalogue } from './testing/empty-catalogue.js';
import { makeDatabase, type TestDatabase } from './testing/with-database.js';
import { readMigrations } from './migrate/migrations.js';

let database: TestDatabase;
let store: Store;

beforeAll(async () => {
  database = await makeDatabase(await readMigrations());
  store = await openStore({ databaseUrl: database.url });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});
beforeEach(async () => {
  await emptyCatalogue(store.db);
});

describe('圏域', () => {
  it('保存したとおりに返り、市町はコード順', async () => {
    const area = exampleArea();
    await store.catalogue.saveArea(area);
    const found = await store.catalogue.findArea('yamaguchi');
    const sorted = [...area.municipalities].sort((a, b) => a.code.localeCompare(b.code));
    expect(found).toEqual({ ...area, municipalities: sorted, agreements: [], readings: [] });
    expect(await store.catalogue.listAreas()).toEqual([{ slug: 'yamaguchi', name: '山口県央連携都市圏域', nickname: '山口ゆめ回廊' }]);
    expect(await store.catalogue.directory()).toEqual([
      { code: '325015', name: '津和野町', prefecture: '島根県' },
      { code: '352021', name: '宇部市', prefecture: '山口県' },
      { code: '352039', name: '山口市', prefecture: '山口県' },
    ]);
  });

  it('渡されなくなった市町と人口は圏域から外れる', async () => {
    await store.catalogue.saveArea(exampleArea());
    const [yamaguchi] = exampleArea().municipalities;
    await store.catalogue.saveArea(exampleArea({ municipalities: [{ ...yamaguchi!, population: { 2020: 193967 } }] }));
    expect((await store.catalogue.findArea('yamaguchi'))?.municipalities).toEqual([{ ...yamaguchi!, population: { 2020: 193967 } }]);
    expect((await store.catalogue.search({ text: '津和野', limit: 5, offset: 0 })).total).toBe(0);
  });

  it('何もない圏域も、市町のない圏域も扱える', async () => {
    expect(await store.catalogue.listAreas()).toEqual([]);
    expect(await store.catalogue.findArea('none')).toBeNull();
    expect(await store.catalogue.directory()).toEqual([]);
    await store.catalogue.saveArea(exampleArea({ municipalities: [], nickname: null, notes: [] }));
    expect(await store.catalogue.findArea('yamaguchi')).toMatchObject({ municipalities: [], nickname: null, notes: [] });
  });

  it('同じ市町が二つの圏域に属せる', async () => {
    await store.catalogue.saveArea(exampleArea());
    await store.catalogue.saveArea(exampleArea({ slug: 'other', name: '別の圏域' }));
    expect((await store.catalogue.listAreas()).map((a) => a.slug)).toEqual(['other', 'yamaguchi']);
    expect(await store.catalogue.directory()).toHaveLength(3);
    expect((await store.catalogue.findArea('yamaguchi'))?.municipalities).toHaveLength(3);
  });
});

describe('連携協約', () => {
  beforeEach(() => store.catalogue.saveArea(exampleArea()));

  it('保存したとおりに返り、原文は1バイトも変わらない', async () => {
    const agreement = exampleAgreement();
    expect(await store.catalogue.saveAgreement(agreement)).toEqual(ok({ revision: 1, unchanged: false }));
    const { bytes, ...source } = agreement.source;
    const card = {
      slug: 'yamaguchi-ube',
      title: '山口県央連携都市圏域形成に係る連携協約',
      parties: [{ code: '352039', name: '山口市' }, { code: '352021', name: '宇部市' }],
      concludedOn: '2017-03-30',
      sample: false,
      initiativeCount: 2,
    };
    const found = await store.catalogue.findAgreement('yamaguchi', 'yamaguchi-ube');
    expect(found).toEqual({
      ...card,
      area: { slug: 'yamaguchi', name: '山口県央連携都市圏域', nickname: '山口ゆめ回廊' },
      revision: 1,
      version: 0,
      recordedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/) as string,
      document: agreement.document,
      reading: agreement.reading,
      findings: agreement.findings,
      source: { ...source, byteLength: bytes.byteLength },
    });
    expect(await store.catalogue.findSource('yamaguchi', 'yamaguchi-ube')).toEqual({ ...source, bytes });
    expect(await store.catalogue.findArea('yamaguchi')).toMatchObject({ agreements: [card], readings: [{ agreement: 'yamaguchi-ube', reading: agreement.reading }] });
  });

  it('ないものは null', async () => {
    expect(await store.catalogue.findAgreement('yamaguchi', 'none')).toBeNull();
    expect(await store.catalogue.findAgreement('none', 'yamaguchi-ube')).toBeNull();
    expect(await store.catalogue.findSource('yamaguchi', 'none')).toBeNull();
  });

  it('同じものをもう一度保存しても版は増えず、公開の印も進まない', async () => {
    await store.catalogue.saveAgreement(exampleAgreement());
    const before = await store.catalogue.publication();
    expect(await store.catalogue.saveAgreement(exampleAgreement())).toEqual(ok({ revision: 1, unchanged: true }));
    expect(await store.catalogue.publication()).toBe(before);
  });

  it.each([
    ['原文の1バイト', () => exampleAgreement({ source: '別の原文' })],
    ['本文', () => exampleAgreement({ articles: [['（目的）', '別の文。']], source: '' })],
    ['報告', () => ({ ...exampleAgreement(), findings: [] as Finding[] })],
    ['出典の説明', () => ({ ...exampleAgreement(), source: { ...exampleAgreement().source, note: null } })],
  ])('%sが違えば新しい版になる', async (_what, changed) => {
    await store.catalogue.saveAgreement(exampleAgreement());
    expect(await store.catalogue.saveAgreement(changed())).toEqual(ok({ revision: 2, unchanged: false }));
    expect(await store.catalogue.saveAgreement(changed())).toEqual(ok({ revision: 2, unchanged: true }));
    expect((await store.catalogue.findAgreement('yamaguchi', 'yamaguchi-ube'))?.revision).toBe(2);
  });

  it('前の版に戻しても、版は前へ進む', async () => {
    await store.catalogue.saveAgreement(exampleAgreement());
    await store.catalogue.saveAgreement(exampleAgreement({ source: '2' }));
    expect(await store.catalogue.saveAgreement(exampleAgreement())).toEqual(ok({ revision: 3, unchanged: false }));
  });

  it('サンプルの印だけが変わったときは、版を増やさずに印を直す', async () => {
    await store.catalogue.saveAgreement(exampleAgreement());
    expect(await store.catalogue.saveAgreement({ ...exampleAgreement(), sample: true })).toEqual(ok({ revision: 1, unchanged: false }));
    expect((await store.catalogue.findAgreement('yamaguchi', 'yamaguchi-ube'))?.sample).toBe(true);
  });

  it('同時に保存しても、同じものは一つの版になる', async () => {
    const saved = await Promise.all(Array.from({ length: 8 }, () => store.catalogue.saveAgreement(exampleAgreement())));
    expect(saved.map((s) => s.ok && s.value.revision)).toEqual(Array(8).fill(1));
    expect(saved.filter((s) => s.ok && !s.value.unchanged)).toHaveLength(1);
  });

  it('題名・当事者・締結日のない文書も、壊れた文字を含む本文も保存できる', async () => {
    const empty = exampleAgreement({ articles: [], rows: [] });
    const agreement = { ...empty, reading: { ...empty.reading, agreement: { ...empty.reading.agreement, title: null, parties: [], concludedOn: null } } };
    await store.catalogue.saveAgreement(agreement);
    expect(await store.catalogue.findAgreement('yamaguchi', 'yamaguchi-ube')).toMatchObject({ title: '', parties: [], concludedOn: null, initiativeCount: 0 });

    const damaged = exampleAgreement({ slug: 'damaged', title: '\0\ud800題名', articles: [['（\0）', '\udc00本文\u{FDD0}']], rows: [['\ud800', '\0']] });
    await store.catalogue.saveAgreement(damaged);
    const found = await store.catalogue.findAgreement('yamaguchi', 'damaged');
    expect(found?.document).toEqual(damaged.document);
    expect(found?.reading).toEqual(damaged.reading);
    expect(found?.title).toBe('\uFFFD\uFFFD題名');
  });

  it('数千の取組も一度に保存できる', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [`取組${i}`, `内容${i}`] as const);
    await store.catalogue.saveAgreement(exampleAgreement({ rows }));
    expect((await store.catalogue.findAgreement('yamaguchi', 'yamaguchi-ube'))?.initiativeCount).toBe(3000);
    expect((await store.catalogue.search({ text: '取組2999', kind: 'initiative', limit: 5, offset: 0 })).total).toBe(1);
  });

  it('読取は、問い合わせのための表に写る', async () => {
    await store.catalogue.saveAgreement(exampleAgreement());
    expect(await store.db.selectFrom('party').select(['ordinal', 'name', 'code', 'designation']).orderBy('ordinal').execute()).toEqual([
      { ordinal: 1, name: '山口市', code: '352039', designation: '甲' },
      { ordinal: 2, name: '宇部市', code: '352021', designation: null },
    ]);
    expect(await store.db.selectFrom('role').select(['initiative_ordinal', 'party', 'bodies']).orderBy('initiative_ordinal').execute()).toEqual([
      { initiative_ordinal: 1, party: '両市', bodies: ['山口市', '宇部市'] },
      { initiative_ordinal: 2, party: '両市', bodies: ['山口市', '宇部市'] },
    ]);
    expect(await store.db.selectFrom('duty').select(['kind', 'article', 'bearer']).execute()).toEqual([{ kind: 'cost-sharing', article: '3', bearer: '両市' }]);
    expect(await store.db.selectFrom('policy_field').select(['path', 'heading']).execute()).toEqual([{ path: '1', heading: '圏域全体の経済成長のけん引' }]);
  });
});

describe('データベースの守り', () => {
  beforeEach(async () => {
    await store.catalogue.saveArea(exampleArea());
    await store.catalogue.saveAgreement(exampleAgreement());
  });

  it.each([
    ['更新', sql`UPDATE agreement_revision SET title = 'x'`],
    ['削除', sql`DELETE FROM agreement_revision`],
    ['全消去', sql`TRUNCATE agreement_revision CASCADE`],
  ])('版の%sはできない', async (_what, statement) => {
    await expect(statement.execute(store.db)).rejects.toMatchObject({ code: '23001', message: expect.stringContaining('追記のみ') as string });
    expect((await store.catalogue.findAgreement('yamaguchi', 'yamaguchi-ube'))?.revision).toBe(1);
  });

  it('バイト列と合わない SHA-256 の版は入らず、何も残らない', async () => {
    const agreement = exampleAgreement({ slug: 'other' });
    await expect(store.catalogue.saveAgreement({ ...agreement, source: { ...agreement.source, sha256: '0'.repeat(64) } })).rejects.toMatchObject({
      constraint: 'agreement_revision_source_sha256_check',
    });
    expect(await store.catalogue.findAgreement('yamaguchi', 'other')).toBeNull();
    expect((await store.catalogue.findArea('yamaguchi'))?.agreements).toHaveLength(1);
  });
});

describe('公開の印', () => {
  it('公開内容が変わるたびに変わり、変わらなければ同じ', async () => {
    const seen = [await store.catalogue.publication()];
    const changes: (() => Promise<unknown>)[] = [
      () => store.catalogue.saveArea(exampleArea()),
      () => store.catalogue.saveArea(exampleArea({ nickname: null })),
      () => store.catalogue.saveArea(exampleArea({ nickname: null, municipalities: exampleArea().municipalities.slice(1) })),
      () => store.catalogue.saveAgreement(exampleAgreement()),
      () => store.catalogue.saveAgreement({ ...exampleAgreement(), sample: true }),
      () => store.catalogue.saveAgreement(exampleAgreement({ source: '2' })),
      () => store.db.updateTable('municipality').set({ kana: 'うべ' }).where('code', '=', '352021').execute(),
    ];
    for (const change of changes) {
      await change();
      seen.push(await store.catalogue.publication());
      expect(await store.catalogue.publication()).toBe(seen.at(-1));
    }
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('同じ圏域を保存し直しても進まない', async () => {
    await store.catalogue.saveArea(exampleArea());
    const before = await store.catalogue.publication();
    await store.catalogue.saveArea(exampleArea());
    expect(await store.catalogue.publication()).toBe(before);
  });

  it('取り消された変更では進まない', async () => {
    await store.catalogue.saveArea(exampleArea());
    const before = await store.catalogue.publication();
    await expect(store.db.transaction().execute(async (trx) => {
      await trx.updateTable('area').set({ name: '取り消す名' }).execute();
      throw new Error('取り消し');
    })).rejects.toThrow('取り消し');
    expect(await store.catalogue.publication()).toBe(before);
  });
});
