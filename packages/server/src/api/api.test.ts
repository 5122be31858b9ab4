import { z } from '@hono/zod-openapi';
import { describe, expect, it } from 'vitest';
import { exampleServices, emptyServices } from '../../testing/example-services.js';
import { Fault } from '@renkei/core';
import { createApp } from '../create-app.js';
import { api } from './api.js';
import { DATASETS } from './datasets.js';
import { DatasetSchema } from './datasets/describe-dataset.js';
import { ENDPOINTS } from './endpoints.js';
import { openApiDocument } from './open-api-document.js';
import { fillPath } from './route-path.js';
import { InitiativePage } from './schemas/initiative.js';
import { Problem } from './schemas/problem.js';

const example = api(await exampleServices());
const empty = api(emptyServices());
const get = (path: string, headers: Record<string, string> = {}) => example.request(`https://renkei.example.jp${path}`, { headers });
const read = async (path: string, headers?: Record<string, string>) => (await get(path, headers)).json();

/** 例の値を番地に入れ、番地にない値は問い合わせにする。 */
function exampleAddress(path: string, values: Readonly<Record<string, string>>): string {
  const query = Object.entries(values).filter(([name]) => !path.includes(`{${name}`));
  return `/api/v1${fillPath(path, values)}${query.length === 0 ? '' : `?${new URLSearchParams(query)}`}`;
}

describe('API の応答', () => {
  it.each(ENDPOINTS.map((e) => [e.id, e] as const))('%s は、仕様書に載せた型のとおりに答える', async (_, endpoint) => {
    const response = await get(exampleAddress(endpoint.path, endpoint.example));
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const body: unknown = await response.json();
    expect(endpoint.response.safeParse(body).error?.issues ?? []).toEqual([]);
    expect(endpoint.response.parse(body)).toEqual(body);
  });

  it.each(ENDPOINTS.filter((e) => e.path.includes('{')).map((e) => [e.id, e] as const))('%s は、何も公開していなければ 404 を返す', async (_, endpoint) => {
    const response = await empty.request(`https://renkei.example.jp${exampleAddress(endpoint.path, endpoint.example)}`);
    expect(response.status).toBe(404);
    expect(Problem.parse(await response.json()).code).toBe('request.not-found');
  });

  it('何も公開していなければ、圏域の一覧は空になる', async () => {
    expect(await (await empty.request('/api/v1/areas')).json()).toEqual({ areas: [] });
  });

  it('仕様書は OpenAPI 3.1 で、すべての番地と指定を載せる', async () => {
    const document = await read('/api/v1/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual([
      ...ENDPOINTS.map((e) => `/api/v1${e.path.replace('+}', '}')}`),
      ...DATASETS.flatMap((d) => [`/api/v1${d.path}.csv`, `/api/v1${d.path}.schema.json`]),
    ]);
    expect(document.paths['/api/v1/areas/{area}/initiatives'].get.parameters.map((p: { name: string }) => p.name).sort()).toEqual(['area', 'field', 'limit', 'offset', 'party']);
    expect(document.paths['/api/v1/areas/{area}/initiatives'].get.parameters.find((p: { name: string }) => p.name === 'limit').schema).toMatchObject({ type: 'integer', minimum: 1, maximum: 100, default: 20 });
  });

  it('仕様書に載せた例は、その型に合う', () => {
    const examples: { readonly at: string; readonly schema: Record<string, unknown> }[] = [];
    const collect = (value: unknown, at: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('example' in value && 'type' in value) examples.push({ at, schema: value });
      for (const [key, inner] of Object.entries(value)) collect(inner, `${at}/${key}`);
    };
    collect(openApiDocument({ baseUrl: 'https://renkei.example.jp', version: '0' }), '');
    expect(examples.length).toBeGreaterThan(15);
    const wrong = examples.filter(({ schema: { example: value, ...schema } }) => !z.fromJSONSchema(schema as never).safeParse(value).success);
    expect(wrong).toEqual([]);
  });

  it.each(['initiatives?field=3(1)', 'initiatives?party=352039', 'initiatives/3(1)/カ', 'municipalities/352039', 'agreements/yamaguchi-ube'])('仕様書に載せた例（%s）は、実例の圏域でそのまま使える', async (address) => {
    expect((await get(`/api/v1/areas/yamaguchi/${address}`)).status).toBe(200);
  });

  it('仕様書の中の参照はすべて解決できる', () => {
    const document = openApiDocument({ baseUrl: 'https://renkei.example.jp', version: '0' });
    const defined = new Set(Object.keys(document.components?.schemas ?? {}).map((name) => `#/components/schemas/${name}`));
    const used = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((m) => m[1]!);
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((ref) => !defined.has(ref))).toEqual([]);
  });
});

describe('取組の一覧', () => {
  const list = async (query: string) => InitiativePage.parse(await read(`/api/v1/areas/yamaguchi/initiatives${query}`));

  it('既定では20件まで返し、19件の実例は一度に収まる', async () => {
    const page = await list('');
    expect([page.total, page.limit, page.offset, page.items.length, page.links.next, page.links.previous]).toEqual([19, 20, 0, 19, null, null]);
  });

  it('前後の頁へのリンクは、絞り込みを保つ', async () => {
    const page = await list('?limit=2&offset=2&field=3(1)');
    expect(page.total).toBe(6);
    expect(page.items.map((i) => i.path)).toEqual(['3(1)/ウ', '3(1)/エ']);
    expect(page.links.next).toBe('https://renkei.example.jp/api/v1/areas/yamaguchi/initiatives?limit=2&offset=4&field=3%281%29');
    expect(page.links.previous).toBe('https://renkei.example.jp/api/v1/areas/yamaguchi/initiatives?limit=2&offset=0&field=3%281%29');
  });

  it('上位の分野「3」は、その下の分野をすべて含む', async () => {
    expect((await list('?field=3')).total).toBe(10);
  });

  it('団体の名でもコードでも絞れる', async () => {
    expect((await list('?party=352039')).total).toBe(19);
    expect((await list(`?party=${encodeURIComponent('萩市')}`)).total).toBe(0);
  });

  it('末尾を越えた位置では空の頁を返す', async () => {
    const page = await list('?offset=500');
    expect([page.total, page.items.length, page.links.next]).toEqual([19, 0, null]);
  });

  it.each([
    ['0件', 'limit=0', 'query.limit'],
    ['上限を超える件数', 'limit=101', 'query.limit'],
    ['数でない件数', 'limit=abc', 'query.limit'],
    ['小数', 'limit=1.5', 'query.limit'],
    ['空の件数', 'limit=', 'query.limit'],
    ['指数の書き方', 'limit=1e1', 'query.limit'],
    ['負の位置', 'offset=-1', 'query.offset'],
    ['巨大な位置', 'offset=99999999999999999999', 'query.offset'],
    ['知らない指定', 'limt=5', 'query.limt'],
    ['無い分野', 'field=9', 'query.field'],
    ['無い団体', 'party=東京都', 'query.party'],
  ])('%s（%s）は、場所を挙げて 400 で断る', async (_, query, at) => {
    const response = await get(`/api/v1/areas/yamaguchi/initiatives?${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
    const problem = Problem.parse(await response.json());
    expect(problem.findings.map((f) => f.at)).toEqual([at]);
    expect(problem.findings[0]!.message).toContain(at);
  });

  it('誤りが二つあれば二つとも一度に言う', async () => {
    const problem = Problem.parse(await read('/api/v1/areas/yamaguchi/initiatives?limit=0&offset=-1'));
    expect(problem.findings).toHaveLength(2);
    expect(problem.detail).toBe('指定に 2 件の誤りがあります。');
  });

  it('選べるものを添えて断る', async () => {
    const problem = Problem.parse(await read('/api/v1/areas/yamaguchi/initiatives?field=9'));
    expect(problem.findings[0]!.expected).toBe('1, 2, 3(1), 3(2), 3(3)');
  });
});

describe('誤りの言葉', () => {
  it('Accept-Language に従い、言葉を見出しに書く', async () => {
    const response = await get('/api/v1/areas/none', { 'Accept-Language': 'en' });
    expect(response.headers.get('Content-Language')).toBe('en');
    expect(response.headers.get('Vary')).toContain('Accept-Language');
    const problem = Problem.parse(await response.json());
    expect(problem).toMatchObject({ title: 'Page not found', status: 404, detail: 'There is no record at /api/v1/areas/none. Choose one from the list at /api/v1/areas.', type: 'https://renkei.example.jp/api#request.not-found' });
  });

  it('長い値はそのまま返さない', async () => {
    const problem = Problem.parse(await read(`/api/v1/areas/yamaguchi/initiatives?party=${'あ'.repeat(99)}&limit=${'9'.repeat(5000)}`));
    expect(JSON.stringify(problem).length).toBeLessThan(3000);
  });

  it('無い番地は、番地の一覧を案内する', async () => {
    const response = await createApp(await exampleServices()).request('/api/v2/nothing');
    expect(response.status).toBe(404);
    expect(Problem.parse(await response.json()).detail).toBe('/api/v2/nothing というアドレスはありません。アドレスの一覧は /api にあります。');
  });

  it('取組が無ければ、取組の一覧を案内する', async () => {
    expect(Problem.parse(await read('/api/v1/areas/yamaguchi/initiatives/9/ア')).detail).toContain('/api/v1/areas/yamaguchi/initiatives の一覧');
  });
});

describe('CSV', () => {
  it.each(DATASETS.map((d) => [d.id, d] as const))('%s は、列の説明と同じ列を持つ', async (_, dataset) => {
    const address = `/api/v1${fillPath(dataset.path, { area: 'yamaguchi', agreement: 'yamaguchi-ube' })}`;
    const response = await get(`${address}.csv`);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('Link')).toBe(`<${address}.schema.json>; rel="describedby"; type="application/json"`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    const [header, first] = new TextDecoder().decode(bytes).split('\r\n');
    expect(first).not.toBe('');
    const schema = DatasetSchema.parse(await read(`${address}.schema.json`));
    expect(header).toBe(schema.columns.map((c) => c.header).join(','));
    expect(new Set(schema.columns.map((c) => c.name)).size).toBe(schema.columns.length);
    expect(schema.file).toBe(`https://renkei.example.jp${address}.csv`);
  });

  it('市町の「団体名_カナ」は、自治体標準オープンデータセットのとおり全角カタカナで書く', async () => {
    const [header, ...rows] = (await (await get('/api/v1/areas/yamaguchi/municipalities.csv')).text()).trim().split('\r\n').map((line) => line.split(','));
    const column = header!.indexOf('団体名_カナ');
    expect(rows.map((row) => row[column])).toContain('サンヨウオノダシ');
    for (const row of rows) expect(row[column]).toMatch(/^[ァ-ヶー]+$/u);
  });

  it('取組の表は、取組と団体の組ごとに一行になる', async () => {
    const text = await (await get('/api/v1/areas/yamaguchi/initiatives.csv?field=3(3)')).text();
    const [, ...rows] = text.trimEnd().split('\r\n');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('yamaguchi-ube,3(3)/ア,3(3),圏域マネジメント能力の強化に係る政策分野,ア,人材育成・圏域マネジメント能力の強化に係る連携');
  });

  it('無い圏域の表は 404、知らない指定は 400', async () => {
    expect((await get('/api/v1/areas/none/initiatives.csv')).status).toBe(404);
    expect((await get('/api/v1/areas/yamaguchi/agreements.csv?limit=5')).status).toBe(400);
  });
});

describe('届け方', () => {
  const served = async () => createApp(await exampleServices());

  it('ほかのサイトの下調べ（CORS）に答える', async () => {
    const response = await (await served()).request('/api/v1/areas', { method: 'OPTIONS', headers: { Origin: 'https://a.example', 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'if-none-match' } });
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Access-Control-Allow-Methods')).toContain('GET');
  });

  it.each(['/api/v1/areas', '/api/v1/areas/yamaguchi/initiatives', '/api/v1/areas/yamaguchi/initiatives?limit=5', '/api/v1/areas/yamaguchi/initiatives.csv', '/api/v1/openapi.json', '/yamaguchi/feed.xml', '/sitemap.xml'])(
    '%s は ETag を持ち、変わっていなければ 304 で答える', async (path) => {
      const app = await served();
      const first = await app.request(path);
      expect(first.status).toBe(200);
      const etag = first.headers.get('ETag');
      expect(etag).not.toBeNull();
      const again = await app.request(path, { headers: { 'If-None-Match': etag! } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    },
  );

  it('書き込みはできないと、機械の読める形で断る', async () => {
    const response = await (await served()).request('/api/v1/areas', { method: 'POST', body: '{}', headers: { 'Accept-Language': 'en' } });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(Problem.parse(await response.json())).toMatchObject({ code: 'request.method-not-allowed', detail: 'POST is not possible; this side is read-only (GET, HEAD).' });
  });

  it('保存先が止まっていれば 503 で、詳しいことは見せない', async () => {
    const services = await exampleServices();
    const broken = createApp({ ...services, catalogue: { ...services.catalogue, findArea: () => Promise.reject(new Fault('password=secret')) } }, { cache: false });
    const response = await broken.request('/api/v1/areas/yamaguchi');
    const body = await response.text();
    expect(Problem.parse(JSON.parse(body)).code).toBe('fault.database');
    expect([response.status, body.includes('secret')]).toEqual([503, false]);
  });

  it('説明の頁は、実際に開ける例だけを載せる', async () => {
    const app = await served();
    for (const page of ['/api', '/en/api']) {
      const html = await (await app.request(page)).text();
      const links = [...html.matchAll(/href="(\/api\/v1[^"]+)"/g)].map((m) => m[1]!.replaceAll('&amp;', '&'));
      expect(links.length).toBeGreaterThan(ENDPOINTS.length + DATASETS.length);
      for (const link of links) expect((await app.request(link)).status).toBe(200);
    }
  });
});
