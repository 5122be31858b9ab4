import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { err, ok, type PlainDate } from '@renkei/core';
import { sql } from 'kysely';
import { connect } from './database/connect.js';
import { migrate } from './migrate/migrate.js';
import { readMigrations } from './migrate/migrations.js';
import { openStore, type Store } from './open-store.js';
import { emptyCatalogue } from './testing/empty-catalogue.js';
import { exampleAgreement, exampleArea } from './testing/example-agreement.js';
import { exampleAmendment } from './testing/example-amendment.js';
import { makeDatabase, withDatabase, type TestDatabase } from './testing/with-database.js';

let database: TestDatabase;
let store: Store;
let today = '2026-11-22' as PlainDate;

beforeAll(async () => {
  database = await makeDatabase(await readMigrations());
  store = await openStore({ databaseUrl: database.url, today: () => today });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});
beforeEach(async () => {
  today = '2026-11-22' as PlainDate;
  await emptyCatalogue(store.db);
  await store.catalogue.saveArea(exampleArea());
  await store.catalogue.saveAgreement(exampleAgreement());
});

const find = () => store.catalogue.findAgreement('yamaguchi', 'yamaguchi-ube');
const versions = () => store.catalogue.findVersions('yamaguchi', 'yamaguchi-ube');
const hits = async (text: string) => (await store.catalogue.search({ text, limit: 5, offset: 0 })).total;

describe('変更', () => {
  it('変更が無ければ、締結のときの版が一つだけ', async () => {
    expect(await versions()).toEqual({
      area: { slug: 'yamaguchi', name: '山口県央連携都市圏域', nickname: '山口ゆめ回廊' },
      slug: 'yamaguchi-ube', title: '山口県央連携都市圏域形成に係る連携協約', sample: false, concludedOn: '2017-03-30', revision: 1, current: 0,
      versions: [{ number: 0, from: '2017-03-30', until: null, amendment: null }],
    });
    expect(await store.catalogue.findVersions('yamaguchi', 'none')).toBeNull();
  });

  it('保存したとおりに返り、改め文は1バイトも変わらない', async () => {
    const amendment = exampleAmendment();
    expect(await store.catalogue.saveAmendment(amendment)).toEqual(ok(undefined));
    const { bytes, ...text } = amendment.text;
    expect((await versions())?.versions).toEqual([
      { number: 0, from: '2017-03-30', until: '2020-04-01', amendment: null },
      {
        number: 1, from: '2020-04-01', until: null,
        amendment: {
          number: 1, title: amendment.title, concludedOn: null, inForceOn: '2020-04-01', sample: true, operations: amendment.operations, printed: amendment.printed, lines: [1],
          text: { ...text, byteLength: bytes.byteLength },
          proof: { base: amendment.result.baseSha256, amendment: amendment.operationsSha256, result: amendment.result.resultSha256 },
          recordedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        },
      },
    ]);
    expect(await store.catalogue.findAmendmentText('yamaguchi', 'yamaguchi-ube', 1)).toEqual({ ...text, bytes });
    expect(await store.catalogue.findAmendmentText('yamaguchi', 'yamaguchi-ube', 2)).toBeNull();
  });

  it('施行の日から、頁も一覧も検索も変更後の本文になる', async () => {
    await store.catalogue.saveAmendment(exampleAmendment({ result: { title: '新しい題名', articles: [['（目的）', '変更の後の文。']], rows: [['新しい取組', '新しい内容']] } }));
    expect(await find()).toMatchObject({ version: 1, revision: 1, title: '新しい題名', sample: true, initiativeCount: 1 });
    expect((await store.catalogue.findArea('yamaguchi'))?.agreements).toMatchObject([{ title: '新しい題名', initiativeCount: 1, parties: [{ name: '山口市' }, { name: '宇部市' }] }]);
    expect((await store.catalogue.findArea('yamaguchi'))?.readings[0]?.reading.initiatives[0]?.name).toBe('新しい取組');
    expect([await hits('変更の後の文'), await hits('経済戦略')]).toEqual([1, 0]);
  });

  it('施行の日までは元の本文のままで、その日が来ると替わり、公開の印も進む', async () => {
    await store.catalogue.saveAmendment(exampleAmendment({ inForceOn: '2027-04-01' }));
    expect([(await find())?.version, (await versions())?.current, await hits('変更の後の文')]).toEqual([0, 0, 0]);
    const before = await store.catalogue.publication();
    expect(await store.catalogue.publication()).toBe(before);

    today = '2027-04-01' as PlainDate;
    expect([(await find())?.version, (await versions())?.current, await hits('変更の後の文'), await hits('費用の分担')]).toEqual([1, 1, 1, 0]);
    expect(await store.catalogue.publication()).not.toBe(before);
  });

  it('どの版の本文も取り出せ、無い版は null', async () => {
    await store.catalogue.saveAmendment(exampleAmendment());
    const amended = exampleAmendment().result;
    expect(await store.catalogue.findVersion('yamaguchi', 'yamaguchi-ube', 0)).toMatchObject({ version: 0, document: exampleAgreement().document, sample: false });
    expect(await store.catalogue.findVersion('yamaguchi', 'yamaguchi-ube', 1)).toMatchObject({ version: 1, document: amended.document, sample: true });
    expect(await store.catalogue.findVersion('yamaguchi', 'yamaguchi-ube', 2)).toBeNull();
    expect((await store.catalogue.findSource('yamaguchi', 'yamaguchi-ube'))?.sha256).toBe(exampleAgreement().source.sha256);
  });

  it('同じ日に効く二つの変更は、記録の順に重なる', async () => {
    await store.catalogue.saveAmendment(exampleAmendment());
    await store.catalogue.saveAmendment(exampleAmendment({ number: 2, result: { articles: [['（目的）', '二度目の後の文。']] } }));
    expect((await versions())?.current).toBe(2);
    expect((await versions())?.versions.map((v) => [v.from, v.until])).toEqual([['2017-03-30', '2020-04-01'], ['2020-04-01', '2020-04-01'], ['2020-04-01', null]]);
    expect(await hits('二度目の後の文')).toBe(1);
  });

  it.each([
    ['無い協約', () => ({ ...exampleAmendment(), agreement: 'none' })],
    ['古い読取の版', () => exampleAmendment({ baseRevision: 2 })],
    ['飛んだ番号', () => exampleAmendment({ number: 2 })],
  ])('%sの上には記録できず、何も残らない', async (_what, make) => {
    const before = await store.catalogue.publication();
    expect(await store.catalogue.saveAmendment(make())).toEqual(err({ code: 'agreement.stale' }));
    expect((await versions())?.versions).toHaveLength(1);
    expect(await store.catalogue.publication()).toBe(before);
  });

  it('同時に記録しても、同じ番号の変更は一つになる', async () => {
    const saved = await Promise.all(Array.from({ length: 6 }, () => store.catalogue.saveAmendment(exampleAmendment())));
    expect(saved.filter((s) => s.ok)).toHaveLength(1);
    expect((await versions())?.versions).toHaveLength(2);
  });
});

describe('変更のある協約の読み直し', () => {
  beforeEach(() => store.catalogue.saveAmendment(exampleAmendment()));

  it('当て直した本文を添えると、新しい読取の上に同じ数の版ができる', async () => {
    const { result } = exampleAmendment({ result: { articles: [['（目的）', '当て直した文。']] } });
    expect(await store.catalogue.saveAgreement({ ...exampleAgreement({ source: '2' }), amended: [result] })).toEqual(ok({ revision: 2, unchanged: false }));
    expect(await find()).toMatchObject({ revision: 2, version: 1 });
    expect([await hits('当て直した文'), await hits('変更の後の文')]).toEqual([1, 0]);
    expect((await versions())?.versions).toHaveLength(2);
  });

  it.each([['一つもない', []], ['多すぎる', [exampleAmendment().result, exampleAmendment().result]]])('当て直した本文が%sと、読み直しごと断る', async (_what, amended) => {
    expect(await store.catalogue.saveAgreement({ ...exampleAgreement({ source: '2' }), amended })).toEqual(err({ code: 'agreement.stale' }));
    expect(await find()).toMatchObject({ revision: 1, version: 1 });
  });

  it('原文が変わっていなければ、そのまま', async () => {
    expect(await store.catalogue.saveAgreement(exampleAgreement())).toEqual(ok({ revision: 1, unchanged: true }));
    expect((await find())?.version).toBe(1);
  });
});

describe('変更の守り', () => {
  beforeEach(() => store.catalogue.saveAmendment(exampleAmendment()));

  it.each([
    ['更新', sql`UPDATE amendment SET title = 'x'`],
    ['削除', sql`DELETE FROM amendment`],
    ['全消去', sql`TRUNCATE amendment CASCADE`],
    ['当てた本文の更新', sql`UPDATE amended_text SET title = 'x'`],
    ['当てた本文の削除', sql`DELETE FROM amended_text`],
    ['当てた本文の全消去', sql`TRUNCATE amended_text`],
  ])('変更の%sはできない', async (_what, statement) => {
    await expect(statement.execute(store.db)).rejects.toMatchObject({ code: '23001', message: expect.stringContaining('追記のみ') as string });
  });

  it('前の変更より早い施行の日の変更は入らず、何も残らない', async () => {
    await expect(store.catalogue.saveAmendment(exampleAmendment({ number: 2, inForceOn: '2020-03-31' }))).rejects.toMatchObject({ code: '23000' });
    expect((await versions())?.versions).toHaveLength(2);
  });

  it('バイト列と合わない SHA-256 の改め文は入らない', async () => {
    const amendment = exampleAmendment({ number: 2 });
    await expect(store.catalogue.saveAmendment({ ...amendment, text: { ...amendment.text, sha256: '0'.repeat(64) } })).rejects.toMatchObject({ constraint: 'amendment_text_sha256_check' });
  });
});

it('変更の表ができる前のデータベースは、締結のときの版として読める', async () => {
  const [first, ...rest] = await readMigrations();
  await withDatabase(async (url) => {
    const { pool, close } = connect(url, () => undefined);
    await pool.query(`INSERT INTO area (slug, name, formed_on, sources) VALUES ('a', '圏域', '2017-03-30', '{}');
      INSERT INTO agreement (area_slug, slug, sample) VALUES ('a', 'b', false);
      INSERT INTO agreement_revision (agreement_id, revision, document, labels, reading, findings, source_bytes, source_sha256, source_format, source_file_name)
        VALUES (1, 1, '{}', '{}', '{"agreement": {"title": null, "parties": []}, "initiatives": []}', '[]', '', encode(sha256(''), 'hex'), 'text', 'x');
      INSERT INTO initiative (agreement_id, revision, ordinal, path, label, name, content, content_inferred, node) VALUES (1, 1, 1, '1', '1', '取組', '内容', false, 'n1');
      INSERT INTO role VALUES (1, 1, 1, 1, '両市', '{}', '役割', false)`);
    await migrate(pool, [first!, ...rest], () => undefined);
    const { rows } = await pool.query('SELECT initiative.amendment, role.amendment AS role FROM initiative JOIN role USING (agreement_id, revision, amendment)');
    await close();
    expect(rows).toEqual([{ amendment: 0, role: 0 }]);
  }, [first!]);
});
