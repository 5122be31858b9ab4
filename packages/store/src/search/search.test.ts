import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchQuery } from '@renkei/app';
import { readMigrations } from '../migrate/migrations.js';
import { openStore, type Store } from '../open-store.js';
import { exampleAgreement, exampleArea } from '../testing/example-agreement.js';
import { makeDatabase, type TestDatabase } from '../testing/with-database.js';
import { parseQuery } from './parse-query.js';
import { writeEntries } from './write-entries.js';

let database: TestDatabase;
let store: Store;
const find = (text: string, more: Partial<SearchQuery> = {}) => store.catalogue.search({ text, limit: 20, offset: 0, ...more });
const paths = async (text: string, more: Partial<SearchQuery> = {}) => (await find(text, more)).hits.map((hit) => hit.path);

beforeAll(async () => {
  database = await makeDatabase(await readMigrations());
  store = await openStore({ databaseUrl: database.url });
  await store.catalogue.saveArea(exampleArea());
  await store.catalogue.saveAgreement(exampleAgreement({
    articles: [
      ['（目的）', '山口市及び宇部市が連携して圏域の経済成長をけん引することを目的とする。'],
      ['（費用分担）', '費用の分担は、別に定める。', '負担は100%とし、a_b を超えない。', 'ＩＴとﾃﾞｼﾞﾀﾙ化を進める。'],
    ],
    rows: [['観光の振興', '広域観光ルートをつくる。'], ['空き家対策', "空き家 の利活用を'進める'。\\円"]],
  }));
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const TEXT = '/yamaguchi/agreements/yamaguchi-ube';

describe('語の当たり方', () => {
  it.each([
    ['1文字の語', '萩', []],
    ['1文字の語（当たる）', '費', [`${TEXT}#a2-p1`, `${TEXT}#a2-p2`, `${TEXT}#a2-p3`]],
    ['2文字の語', '目的', [`${TEXT}#a1`]],
    ['全角でも半角でも', 'it', [`${TEXT}#a2-p3`]],
    ['半角カナでもひらがなでも', 'でじたる', [`${TEXT}#a2-p3`]],
    ['すべての語を含むもの', 'IT デジタル化', [`${TEXT}#a2-p3`]],
    ['語の一つでもなければ当たらない', 'IT 観光', []],
    ['%は文字', '100%', [`${TEXT}#a2-p2`]],
    ['_は文字', 'a_b', [`${TEXT}#a2-p2`]],
    ['_が1文字に化けない', 'a_費', []],
    ['%が何にでも化けない', '負%超', []],
    ['引用符と逆斜線', "'進める' \\", ['/yamaguchi/initiatives/1/%E3%82%A4', `${TEXT}#t1-s1-r2`]],
    ['団体コード', '352021', ['/yamaguchi/municipalities/352021']],
    ['ローマ字', 'tsuwano', ['/yamaguchi/municipalities/325015']],
    ['かな', 'つわの', ['/yamaguchi/municipalities/325015']],
    ['愛称', 'ゆめ回廊', ['/yamaguchi']],
    ['和暦でも西暦でも', '2017-03-30', [TEXT]],
  ])('%s', async (_rule, text, expected) => {
    expect(await paths(text)).toEqual(expected);
  });

  it('引用符でくくれば空白も含めて続いたもの', async () => {
    expect(await paths('"空き家 の"')).toEqual(['/yamaguchi/initiatives/1/%E3%82%A4', `${TEXT}#t1-s1-r2`]);
    expect(await paths('"の 空き家"')).toEqual([]);
  });

  it('空の言葉には何も返さない', async () => {
    for (const text of ['', ' 　', '""']) expect(await find(text)).toEqual({ hits: [], total: 0, capped: false });
  });

  it('何も保存していない所でも動く', async () => {
    const empty = await makeDatabase(await readMigrations());
    const other = await openStore({ databaseUrl: empty.url });
    expect(await other.catalogue.search({ text: '市', limit: 20, offset: 0 })).toEqual({ hits: [], total: 0, capped: false });
    await other.close();
    await empty.drop();
  });
});

describe('並びと絞り込み', () => {
  it('見出しに当たるものが先、その中では圏域・協約・市町・取組・条項', async () => {
    const { hits } = await find('山口');
    expect(hits.map((hit) => [hit.kind, hit.title])).toEqual([
      ['area', '山口県央連携都市圏域（山口ゆめ回廊）'],
      ['agreement', '山口県央連携都市圏域形成に係る連携協約'],
      ['municipality', '山口市'],
      ['municipality', '宇部市'],
      ['provision', '前文 — 山口県央連携都市圏域形成に係る連携協約'],
      ['provision', '第1条（目的） — 山口県央連携都市圏域形成に係る連携協約'],
    ]);
  });

  it('見出しそのものと同じなら一番上', async () => {
    expect((await find('宇部市')).hits[0]).toMatchObject({ kind: 'municipality', path: '/yamaguchi/municipalities/352021' });
  });

  it('種類で絞り、件数も絞った数になる', async () => {
    const page = await find('山口', { kind: 'municipality' });
    expect(page.hits.map((hit) => hit.kind)).toEqual(['municipality', 'municipality']);
    expect(page.total).toBe(2);
  });

  it('少しずつ取り出しても、順が変わらず、抜けも重なりもない', async () => {
    const whole = await paths('市');
    const parts = await Promise.all(whole.map(async (_path, offset) => paths('市', { limit: 1, offset })));
    expect(parts.flat()).toEqual(whole);
    expect(await paths('市', { limit: 5, offset: 10_000 })).toEqual([]);
    expect(await paths('市', { limit: 0 })).toEqual([]);
  });

  it('抜き書きと印が付く', async () => {
    const { hits } = await find('ルート', { kind: 'initiative' });
    const [hit] = hits;
    expect(hit).toMatchObject({ title: 'ア 観光の振興', area: 'yamaguchi' });
    expect(hit!.marks.map(([start, end]) => hit!.excerpt.slice(start, end))).toEqual(['ルート']);
  });
});

describe('内容が変わったとき', () => {
  it('新しい版の言葉で見つかり、消えた言葉では見つからない', async () => {
    await store.catalogue.saveAgreement(exampleAgreement({ slug: 'changing', articles: [['（甲条）', '旧文言いろは']] }));
    expect((await find('旧文言いろは')).total).toBe(1);
    await store.catalogue.saveAgreement(exampleAgreement({ slug: 'changing', articles: [['（甲条）', '新文言にほへ']] }));
    expect((await find('旧文言いろは')).total).toBe(0);
    expect((await find('新文言にほへ')).total).toBe(1);
  });

  it('前の版のプログラムが作った見出しは、開くときに作り直される', async () => {
    await sql`UPDATE search_entry SET folded_text = '古い畳み方', grams = ''`.execute(store.db);
    await sql`UPDATE publication SET search_version = 0`.execute(store.db);
    expect((await find('費用')).total).toBe(0);
    const again = await openStore({ databaseUrl: database.url });
    expect(await again.catalogue.search({ text: '100%', limit: 5, offset: 0 })).toMatchObject({ total: 1 });
    expect(await again.catalogue.search({ text: '宇部市', limit: 1, offset: 0 })).toMatchObject({ hits: [{ kind: 'municipality' }] });
    await again.close();
  });
});

describe('大きなもの', () => {
  it('件数は1000で数え上げを打ち切る', async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, i) => [`数多${i}`, '内容'] as const);
    await store.catalogue.saveAgreement(exampleAgreement({ slug: 'many', rows: rows(1000) }));
    expect(await find('数多', { kind: 'initiative', limit: 1 })).toMatchObject({ total: 1000, capped: false });
    await store.catalogue.saveAgreement(exampleAgreement({ slug: 'many', rows: rows(1001) }));
    expect(await find('数多', { kind: 'initiative', limit: 1 })).toMatchObject({ total: 1000, capped: true });
    await store.catalogue.saveAgreement(exampleAgreement({ slug: 'many', rows: [] }));
  });

  it('索引に入りきらないほど文字の種類の多い条も、中の語で見つかる', async () => {
    const chars = Array.from({ length: 20_000 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    const body = [...chars, ...chars.map((c, i) => c + chars[(i * 7919) % chars.length]!), ...chars.map((c, i) => c + chars[(i * 104729) % chars.length]!)].join('');
    await store.catalogue.saveAgreement(exampleAgreement({ slug: 'huge', articles: [['（巨大）', `${body}末尾の言葉。`]] }));
    expect(await paths('末尾の言葉')).toEqual(['/yamaguchi/agreements/huge#a1']);
    expect((await find('どこにもない語句')).total).toBe(0);
  });
});

describe('どんな言葉でも', () => {
  const alphabet = [...'山口市宇部観光のデﾃﾞでＩＴit  　"「」%_\\\'&|!()<>:*㈱𠮷', '\0', '\ud800', '\u3099'];
  const words = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 12 });
  let entries: { path: string; text: string }[];

  beforeAll(async () => {
    await store.db.deleteFrom('search_entry').execute();
    const bodies = fc.sample(fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 60 }), { numRuns: 300, seed: 1 });
    await writeEntries(store.db, 'yamaguchi', null, bodies.map((body, i) => ({ kind: 'provision', heading: '', title: '', body, path: String(i) })));
    entries = (await store.db.selectFrom('search_entry').select(['path', 'folded_text']).execute()).map((row) => ({ path: row.path, text: row.folded_text }));
  });

  it('例外にならず、一つずつ見て行くのと同じものが見つかる', async () => {
    await fc.assert(fc.asyncProperty(words, async (text) => {
      const terms = parseQuery(text);
      const naive = terms.length === 0 ? [] : entries.filter((entry) => terms.every((term) => entry.text.includes(term))).map((entry) => entry.path);
      const page = await find(text, { limit: 100 });
      expect(page.total).toBe(naive.length);
      if (naive.length <= 100) expect(page.hits.map((hit) => hit.path).sort()).toEqual(naive.sort());
    }), { numRuns: 400 });
  });

  it('あらゆる文字の言葉でも例外にならない', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 500 }), async (text) => {
      const page = await find(text);
      expect(page.hits.length).toBeLessThanOrEqual(page.total);
    }), { numRuns: 200 });
  });
});
