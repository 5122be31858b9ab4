import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { memoryCatalogue } from '@renkei/app/testing';
import { Fault } from '@renkei/core';
import { describe, expect, test } from 'vitest';
import { emptyServices, exampleAgreement, exampleServices } from '../testing/example-services.js';
import { createApp, type AppOptions } from './create-app.js';
import type { LogEntry } from './log.js';
import type { Services } from './services.js';

const BASE = 'https://renkei.example.jp';
const AGREEMENT = '/yamaguchi/agreements/yamaguchi-ube';
const PAGES = [
  '/yamaguchi', '/yamaguchi/agreements', AGREEMENT, `${AGREEMENT}/source`, '/yamaguchi/initiatives', '/yamaguchi/initiatives/3(1)/%E3%82%AB',
  '/yamaguchi/municipalities', '/yamaguchi/municipalities/352039', '/search', '/about', '/accessibility',
  `${AGREEMENT}/history`, `${AGREEMENT}/text`, `${AGREEMENT}/compare`, '/lab',
];

const visitor = (services: Services, options: AppOptions = {}) => {
  const app = createApp(services, options);
  return (path: string, init: RequestInit = {}) => Promise.resolve(app.request(`${BASE}${path}`, init));
};
const visit = visitor(await exampleServices());
const read = async (path: string) => (await visit(path)).text();
const headingOf = (html: string) => /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replace(/<[^>]+>/g, '').trim();

describe('頁', () => {
  test.each(PAGES.flatMap((path) => [path, `/en${path}`]))('%s は題・説明・主領域・言語を備える', async (path) => {
    const response = await visit(path);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toMatch(/^<!doctype html><html lang="(ja|en)">/);
    expect(html.startsWith('<!doctype html><html lang="en">')).toBe(path.startsWith('/en'));
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html.match(/<main id="main"/g)).toHaveLength(1);
    expect(html).toContain('href="#main"');
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json")/);
    expect(html).not.toMatch(/ style="/);
    expect(html).not.toMatch(/\{\w+\}/);
  });

  test.each(PAGES)('%s は日英で互いを指し、同じ頁への切替を持つ', async (path) => {
    const [ja, en] = [await read(path), await read(`/en${path}`)];
    for (const html of [ja, en]) {
      expect(html).toContain(`<link rel="alternate" hreflang="ja" href="${BASE}${path}"`);
      expect(html).toContain(`<link rel="alternate" hreflang="en" href="${BASE}/en${path}"`);
    }
    expect(ja).toContain(`<link rel="canonical" href="${BASE}${path}"`);
    expect(en).toContain(`<link rel="canonical" href="${BASE}/en${path}"`);
    expect(ja).toContain(`<a href="/en${path}" hreflang="en">English</a>`);
  });

  test.each([...PAGES, '/api', '/none'])('%s は、常用漢字表にない読みを使わず「ページ」と書く', async (path) => {
    expect(await read(path)).not.toMatch(/頁|番地/);
  });

  test.each(PAGES)('%s の見出しは一段ずつ深くなる', async (path) => {
    const levels = [...(await read(path)).matchAll(/<h([1-6])[ >]/g)].map((m) => Number(m[1]));
    for (const [i, level] of levels.entries()) expect(level, `${i + 1}番目`).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
  });

  test.each(PAGES)('%s の英語の頁では、日本語の文字に lang="ja" が付く', async (path) => {
    const body = /<body>(.*)<\/body>/s.exec(await read(`/en${path}`))![1]!;
    expect(japaneseOutside(body)).toEqual([]);
  });

  test.each(PAGES)('%s の中のリンクはどれも開ける', async (path) => {
    const html = await read(path);
    const paths = new Set([...html.matchAll(/ href="(\/[^"#?]*)/g)].map((m) => m[1]!));
    for (const link of paths) expect((await visit(link.replaceAll('&amp;', '&'))).status, link).toBeLessThan(400);
  });

  test.each(PAGES)('%s の id は重ならず、頁内のリンクは行き先がある', async (path) => {
    const html = await read(path);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]!);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    for (const [, id] of html.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(id);
  });
});

/** lang="ja" の要素の外にある、かな・漢字を含む文字（読み上げない飾りを除く）。 */
function japaneseOutside(html: string): string[] {
  const found: string[] = [];
  const open: { readonly name: string; readonly ja: boolean }[] = [];
  const VOID = /^(br|input|link|meta|line|rect|circle|hr|img)$/;
  for (const [, close, name, attributes, selfClosing, text] of html.matchAll(/<(\/?)([a-z0-9]+)([^>]*?)(\/?)>|([^<]+)/g)) {
    const inside = open.at(-1)?.ja ?? false;
    if (text !== undefined) {
      if (!inside && /[ぁ-んァ-ヶ一-龠]/u.test(text)) found.push(text);
    } else if (close) {
      while (open.length > 0 && open.pop()!.name !== name);
    } else if (!selfClosing && !VOID.test(name!)) {
      const lang = / lang="(\w+)"/.exec(attributes!)?.[1];
      open.push({ name: name!, ja: name === 'script' || attributes!.includes('aria-hidden="true"') || (lang === undefined ? inside : lang === 'ja') });
    }
  }
  return found;
}

describe('圏域の入口', () => {
  test('圏域が一つなら、最初の頁からそこへ移す（英語も）', async () => {
    expect((await visit('/')).headers.get('Location')).toBe('/yamaguchi');
    expect((await visit('/en')).headers.get('Location')).toBe('/en/yamaguchi');
  });

  test('誰が・何を・いつからを、見出しと最初の段落で言う', async () => {
    const html = await read('/yamaguchi');
    expect(html).toContain('山口県・島根県の7市町が、平成29年3月30日（2017年）に形成した連携中枢都市圏です。');
    for (const fact of ['山口市・宇部市が1件の連携協約で結ばれています', '5つの政策分野で19の取組を定めています', '協約の条文から生じる務めは3つです', '圏域の人口は605,589人（2020年）、2015年から3.7%減りました']) expect(html).toContain(fact);
  });

  test('年ごとの務めは、今日の年度の末日を期限として示す', async () => {
    expect(await read('/yamaguchi')).toContain('令和8年度の分は令和9年3月31日（2027年）まで');
    const spring = visitor(await exampleServices({ now: () => '2027-03-31T15:00:00.000Z' }));
    expect(await (await spring('/yamaguchi')).text()).toContain('令和9年度の分は令和10年3月31日（2028年）まで');
  });

  test('図と同じことを言う表があり、中心市は形でも分かる', async () => {
    const html = await read('/yamaguchi');
    expect(html).toContain('表で見る');
    expect(html.match(/<svg class="renkei-net__picture"[^>]*role="img"/g)).toHaveLength(1);
    const picture = /<svg class="renkei-net__picture".*?<\/svg>/s.exec(html)![0];
    expect([picture.match(/<rect/g)?.length, picture.match(/<circle/g)?.length, picture.match(/<line/g)?.length]).toEqual([2, 5, 1]);
  });

  test('圏域が無ければ、次にすることを言う', async () => {
    const response = await visitor(emptyServices())('/');
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/まだ圏域が登録されていません.*RENKEI_EXAMPLES=yes npm start/s);
  });

  test('圏域が二つ以上なら一覧を見せる', async () => {
    const services = await exampleServices();
    await services.catalogue.saveArea({ slug: 'another', name: 'ほかの圏域', nickname: null, formedOn: '2020-01-01' as never, sources: {}, notes: [], municipalities: [] });
    const response = await visitor(services)('/');
    expect(headingOf(await response.text())).toBe('2つの圏域の連携協約を公開しています');
  });

  test('市町も協約も無い圏域の頁は、どれも開けて、無いことを言う', async () => {
    const services = emptyServices();
    await services.catalogue.saveArea({ slug: 'bare', name: '空の圏域', nickname: null, formedOn: '2020-01-01' as never, sources: {}, notes: [], municipalities: [] });
    const go = visitor(services);
    for (const path of ['/bare', '/bare/agreements', '/bare/initiatives', '/bare/municipalities', '/en/bare']) expect((await go(path)).status, path).toBe(200);
    expect(await (await go('/bare')).text()).toContain('連携協約はまだ登録されていません');
  });

  test('協約を結んでいない市町の頁は、未登録だと言う', async () => {
    expect(await read('/yamaguchi/municipalities/352047')).toContain('萩市の連携協約はまだ登録されていません');
  });
});

describe('協約の頁', () => {
  test('題の事実・本文・傍注・読み方・原文・ほかの形式がそろう', async () => {
    const html = await read(AGREEMENT);
    for (const text of ['地方自治法第252条の2第1項', '平成29年3月30日（2017年）', '2通', '山口市長　渡辺純一', '第1版', 'この本文の読み方: 原文の17か所に注記があります', 'sha256sum', exampleAgreement().source.sha256]) expect(html).toContain(text);
    expect(html.match(/<li class="renkei-findings__item"/g)).toHaveLength(17);
    expect(html.match(/class="doc-note"/g)).toHaveLength(3);
  });

  test('推定で補った役割には、本文でも取組の頁でも印が付く', async () => {
    expect(await read(AGREEMENT)).toContain('doc-inferred');
    expect(await read('/yamaguchi/initiatives/2/%E3%82%A8')).toMatch(/renkei-inferred">両市が相互に連携・協力して、取組を推進する。<\/span>.*（推定）/s);
    expect(await read('/yamaguchi/initiatives/3(2)/%E3%82%A6')).not.toContain('renkei-inferred"');
  });

  test('原文の頁は一行ずつ、崩れも含めてそのまま見せる', async () => {
    const html = await read(`${AGREEMENT}/source`);
    const lines = exampleAgreement().source.bytes.toString().split('\n').length;
    expect(html.match(/<li id="L\d+"/g)).toHaveLength(lines);
    expect(html).toContain('戰略');
  });

  test('サンプルの協約は、どの画面でもそう示す', async () => {
    const services = await exampleServices({ catalogue: memoryCatalogue() });
    const area = (await (await exampleServices()).catalogue.findArea('yamaguchi'))!;
    await services.catalogue.saveArea(area);
    await services.catalogue.saveAgreement({ ...exampleAgreement(), sample: true });
    const go = visitor(services);
    for (const path of ['/yamaguchi', '/yamaguchi/agreements', AGREEMENT, '/yamaguchi/initiatives/1/%E3%82%A2', '/yamaguchi/municipalities/352039']) expect(await (await go(path)).text(), path).toContain('>サンプル<');
  });
});

describe('取組の頁', () => {
  test('19の取組のすべてに頁があり、前後につながる', async () => {
    let path: string | undefined = '/yamaguchi/initiatives/1/%E3%82%A2';
    const seen: string[] = [];
    while (path !== undefined) {
      seen.push(path);
      path = /rel="next" href="([^"]+)"/.exec(await read(path))?.[1];
    }
    expect(seen).toHaveLength(19);
  });

  test('定めている条と、別表のその行へ飛べる', async () => {
    const html = await read('/yamaguchi/initiatives/1/%E3%82%A2');
    expect(html).toContain(`href="${AGREEMENT}#a3"`);
    const row = [...html.matchAll(new RegExp(`href="${AGREEMENT}#(t[^"]+)"`, 'g'))][0]![1]!;
    expect(await read(AGREEMENT)).toContain(`id="${row}"`);
  });
});

describe('検索', () => {
  test('語が無ければ使い方を、あれば件数と印を付けた抜き書きを見せる', async () => {
    expect(headingOf(await read('/search?q='))).toBe('協約・条文・取組・市町を検索する');
    const html = await read(`/search?q=${encodeURIComponent('災害')}`);
    expect(headingOf(html)).toMatch(/^「災害」は\d+件見つかりました$/);
    expect(html).toContain('<mark>災害</mark>');
  });

  test('見つからなければ、次に試すことを言う', async () => {
    const html = await read('/search?q=%E9%9A%95');
    expect(headingOf(html)).toBe('「隕」は見つかりませんでした');
    expect(html).toContain('種類を「すべて」に');
  });

  test('20件ずつに分け、頁送りは語と種類を保つ', async () => {
    const html = await read(`/search?q=${encodeURIComponent('市')}`);
    const next = /rel="next" href="([^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&');
    expect(new URL(next, BASE).searchParams.get('page')).toBe('2');
    expect(await read(next)).toContain('rel="prev"');
  });

  test.each(['kind=nonsense', 'page=0', 'page=-1', 'page=99999999999', 'page=x', 'page=9999'])('おかしな指定でも頁を返す: %s', async (query) => {
    expect((await visit(`/search?q=a&${query}`)).status).toBe(200);
  });

  test.each(['%', '%E3%82', '%00', `${'あ'.repeat(5000)}`, "'; DROP TABLE agreement;--"])('おかしな語でも頁を返す: %s', async (word) => {
    expect((await visit(`/search?q=${word}`)).status).toBe(200);
  });

  test('語の中の制御文字は、語の切れ目として読み、頁に出さない', async () => {
    const html = await read('/search?q=%E7%81%BD%00%E5%AE%B3%08%1B');
    expect(headingOf(html)).toMatch(/^「災 害」は/);
    expect(html).not.toMatch(/[\0\u0001-\u0008\u000B\u000E-\u001F\u007F]/);
  });

  test('語の中の記号は文字として示す', async () => {
    const html = await read(`/search?q=${encodeURIComponent('<img src=x onerror=alert(1)>"')}`);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });
});

describe('悪意のある記録', () => {
  test('どの頁でも、記録の中の記号は文字として示す', async () => {
    const bad = '<script>alert(1)</script>"\'';
    const services = await exampleServices({ catalogue: memoryCatalogue() });
    const example = exampleAgreement();
    const area = (await (await exampleServices()).catalogue.findArea('yamaguchi'))!;
    await services.catalogue.saveArea({ ...area, name: bad, nickname: bad, notes: [bad], sources: { [bad]: bad }, municipalities: area.municipalities.map((m) => ({ ...m, name: bad, kana: bad, romaji: bad, prefecture: bad })) });
    const initiatives = example.reading.initiatives.map((i) => ({ ...i, name: bad, content: bad, roles: [{ party: bad, bodies: [bad], text: bad }] }));
    await services.catalogue.saveAgreement({
      ...example,
      source: { ...example.source, fileName: `${bad}.txt`, note: bad, bytes: Buffer.from(bad) },
      reading: { ...example.reading, initiatives, agreement: { ...example.reading.agreement, title: bad, legalBasis: bad, custody: bad, parties: [{ name: bad }] } },
      findings: [{ ...example.findings[0]!, found: bad, assumed: bad, at: { provision: bad } }],
    });
    const go = visitor(services);
    for (const path of PAGES.flatMap((p) => [p, `/en${p}`])) {
      const html = await (await go(path)).text();
      expect(html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, ''), path).not.toContain('<script');
    }
  });
});

describe('誤り', () => {
  test.each([
    ['無い頁', '/nope', 404], ['無い協約', '/yamaguchi/agreements/x', 404], ['無い取組', '/yamaguchi/initiatives/9/x', 404], ['無い市町', '/yamaguchi/municipalities/1', 404],
    ['無い圏域の下', '/x/initiatives', 404], ['英語の無い頁', '/en/nope', 404], ['深い番地', '/a/b/c/d/e/f', 404], ['書体の置き場の外', '/assets/fonts/5.3.0/package.json', 404],
    ['UTF-8 でない符号', '/%83%41', 400], ['途中で切れた符号', '/yamaguchi/%E3', 400], ['ナル文字', '/yamaguchi/%00', 400],
  ])('%s は、検索と行き先のある頁で答える', async (_, path, status) => {
    const response = await visit(path);
    const html = await response.text();
    expect(response.status).toBe(status);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(html).toMatch(/role="search"/);
    expect(html).toContain('山口県央連携都市圏域');
    expect(html).toContain('<meta name="robots" content="noindex"');
    expect(html).toContain(`<html lang="${path.startsWith('/en') ? 'en' : 'ja'}">`);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s は、できることを添えて断る', async (method) => {
    const response = await visit('/yamaguchi', { method });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(await response.text()).toContain('ここでは読むことだけができます');
  });

  test('API の誤りは problem+json で答える', async () => {
    for (const [path, init, status] of [['/api/v1/nope', {}, 404], ['/api/v1/areas', { method: 'POST' }, 405], ['/api/%E3', {}, 400]] as const) {
      const response = await visit(path, init);
      expect([path, response.status, response.headers.get('Content-Type')]).toEqual([path, status, 'application/problem+json; charset=utf-8']);
    }
  });

  test('障害は記録に残し、番号だけを見せる', async () => {
    const entries: LogEntry[] = [];
    const services = await exampleServices();
    const broken = { ...services, catalogue: { ...services.catalogue, findArea: () => Promise.reject(new Error('秘密の接続文字列')) } };
    const response = await visitor(broken, { cache: false, log: (entry) => entries.push(entry) })('/yamaguchi', { headers: { 'X-Request-Id': 'abc-123' } });
    const html = await response.text();
    expect([response.status, response.headers.get('X-Request-Id')]).toEqual([500, 'abc-123']);
    expect(html).toContain('<code>abc-123</code>');
    expect(html).not.toContain('秘密');
    const fault = entries.find((entry) => entry.kind === 'fault');
    expect(fault).toMatchObject({ id: 'abc-123', path: '/yamaguchi' });
    expect(fault?.message).toContain('秘密の接続文字列');
  });

  test('保存先が止まっていれば 503 で、保存先に尋ねずに頁を作る', async () => {
    const services = await exampleServices();
    const down = () => Promise.reject(new Fault('store.unavailable'));
    const response = await visitor({ ...services, catalogue: { ...services.catalogue, findArea: down, listAreas: down, publication: down } })('/yamaguchi');
    expect([response.status, headingOf(await response.text())]).toEqual([503, 'ただいま混み合っているか、記録を取り出せません']);
  });
});

describe('アドレスの綴り', () => {
  test.each([
    ['/yamaguchi/', '/yamaguchi'],
    ['/yamaguchi/?a=1', '/yamaguchi?a=1'],
    ['/yamaguchi/initiatives/3%281%29%2F%E3%82%AB', '/yamaguchi/initiatives/3(1)/%E3%82%AB'],
    ['//evil.example/x', '/evil.example/x'],
    ['/%2F%2Fevil.example', '/evil.example'],
  ])('%s は %s へ移す', async (path, location) => {
    const response = await visit(path);
    expect([response.status, response.headers.get('Location')]).toEqual([308, location]);
  });
});

describe('応答の見出し', () => {
  test('どの応答にも守りの見出しが付く', async () => {
    for (const path of ['/yamaguchi', '/nope', '/%E3', '/api/v1/areas']) {
      const { headers } = await visit(path);
      expect(headers.get('Content-Security-Policy'), path).toMatch(/default-src 'none'.*style-src 'self'.*frame-ancestors 'none'/);
      expect(headers.get('Content-Security-Policy'), path).not.toContain('unsafe');
      expect([headers.get('X-Content-Type-Options'), headers.get('X-Frame-Options'), headers.get('Referrer-Policy')], path).toEqual(['nosniff', 'DENY', 'strict-origin-when-cross-origin']);
      expect(headers.get('X-Request-Id'), path).toMatch(/^[\w-]+$/);
    }
  });

  test('https で公開するときだけ HSTS を付ける', async () => {
    expect((await visit('/yamaguchi')).headers.get('Strict-Transport-Security')).toMatch(/max-age=\d+/);
    const plain = visitor(await exampleServices({ baseUrl: 'http://127.0.0.1:8080' }));
    expect((await plain('/yamaguchi')).headers.has('Strict-Transport-Security')).toBe(false);
  });

  test('おかしな要求の番号は引き継がない', async () => {
    expect((await visit('/yamaguchi', { headers: { 'X-Request-Id': '<script>' } })).headers.get('X-Request-Id')).not.toContain('<');
  });

  test('HEAD は GET と同じ見出しで、中身を返さない', async () => {
    for (const path of ['/yamaguchi', '/nope']) {
      const [get, head] = [await visit(path), await visit(path, { method: 'HEAD' })];
      expect([head.status, await head.text()]).toEqual([get.status, '']);
      expect(head.headers.get('Content-Type')).toBe(get.headers.get('Content-Type'));
      expect(head.headers.get('ETag')).toBe(get.headers.get('ETag'));
    }
  });

  test('OPTIONS は、できることを答える', async () => {
    const response = await visit('/yamaguchi', { method: 'OPTIONS' });
    expect([response.status, response.headers.get('Allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
  });

  test('記録は1行ずつで、検索した語を残さない', async () => {
    const entries: LogEntry[] = [];
    const go = visitor(await exampleServices(), { log: (entry) => entries.push(entry) });
    await go('/search?q=himitsu');
    await go('/nope');
    expect(entries.map((e) => [e.kind, e.method, e.path, e.status])).toEqual([['access', 'GET', '/search', 200], ['access', 'GET', '/nope', 404]]);
    expect(JSON.stringify(entries)).not.toContain('himitsu');
  });
});

describe('届け方', () => {
  test('変わっていなければ 304 で、中身を送らない', async () => {
    const first = await visit('/yamaguchi');
    const etag = first.headers.get('ETag')!;
    for (const tag of [etag, etag.replace('W/', ''), `"x", ${etag}`, '*']) {
      const again = await visit('/yamaguchi', { headers: { 'If-None-Match': tag } });
      expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag]);
    }
    expect((await visit('/yamaguchi', { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
  });

  test('相手に合わせて圧縮し、解けば同じ中身になる', async () => {
    const plain = await read('/yamaguchi');
    for (const [encoding, unpack] of [['br', brotliDecompressSync], ['gzip', gunzipSync]] as const) {
      const response = await visit('/yamaguchi', { headers: { 'Accept-Encoding': encoding } });
      const body = Buffer.from(await response.arrayBuffer());
      expect([response.headers.get('Content-Encoding'), response.headers.get('Vary'), Number(response.headers.get('Content-Length'))]).toEqual([encoding, 'Accept-Encoding', body.byteLength]);
      expect(unpack(body).toString()).toBe(plain);
    }
    expect((await visit('/yamaguchi')).headers.has('Content-Encoding')).toBe(false);
  });

  test('一つの公開につき一度だけ作り、公開が変われば作り直す', async () => {
    const services = await exampleServices();
    let [made, clock] = [0, 0];
    const counted = { ...services, now: () => new Date(Date.UTC(2026, 10, 22) + clock).toISOString(), catalogue: { ...services.catalogue, findArea: (slug: string) => ((made += 1), services.catalogue.findArea(slug)) } };
    const go = visitor(counted);
    const etag = async (path: string) => (await go(path)).headers.get('ETag');
    const first = await etag('/yamaguchi');
    expect([await etag('/yamaguchi'), made]).toEqual([first, 1]);
    expect(await etag('/en/yamaguchi')).not.toBe(first);
    expect(made).toBe(2);
    await services.catalogue.saveArea({ ...(await services.catalogue.findArea('yamaguchi'))!, nickname: '新しい愛称' });
    clock = 2000;
    expect(await (await go('/yamaguchi')).text()).toContain('新しい愛称');
    expect(made).toBe(3);
  });

  test('日が変われば、期限の表示のために作り直す', async () => {
    const services = await exampleServices();
    let now = '2027-03-31T14:59:00.000Z';
    const go = visitor({ ...services, now: () => now });
    expect(await (await go('/yamaguchi')).text()).toContain('令和8年度');
    now = '2027-03-31T15:00:00.000Z';
    expect(await (await go('/yamaguchi')).text()).toContain('令和9年度');
  });

  test('使い回さない設定でも、同じ中身には同じ ETag を付ける', async () => {
    const go = visitor(await exampleServices(), { cache: false });
    expect((await go(AGREEMENT)).headers.get('ETag')).toBe((await go(AGREEMENT)).headers.get('ETag'));
  });

  test('様式と書体は番地に版を含み、いつまでも取り置ける', async () => {
    const css = /<link rel="stylesheet" href="(\/assets\/fonts-[^"]+)"/.exec(await read('/yamaguchi'))![1]!;
    const sheet = await visit(css);
    expect(sheet.headers.get('Cache-Control')).toContain('immutable');
    const font = /url\(([^)]+\.woff2)\)/.exec(await sheet.text())![1]!;
    const file = await visit(font);
    expect([file.status, file.headers.get('Content-Type'), file.headers.get('Cache-Control')]).toEqual([200, 'font/woff2', 'public, max-age=31536000, immutable']);
  });
});

describe('ほかの形式への案内', () => {
  test('表は API のものへ移す', async () => {
    const response = await visit('/yamaguchi/initiatives.csv');
    expect(response.headers.get('Location')).toBe('/api/v1/areas/yamaguchi/initiatives.csv');
    expect((await visit('/api/v1/areas/yamaguchi/initiatives.csv')).status).toBe(200);
  });

  test.each([
    ['圏域', '/yamaguchi.json', '/api/v1/areas/yamaguchi'],
    ['取組の一覧', '/yamaguchi/initiatives.json', '/api/v1/areas/yamaguchi/initiatives'],
    ['一つの取組', `/yamaguchi/initiatives/1/${encodeURIComponent('ア')}.json`, `/api/v1/areas/yamaguchi/initiatives/1/${encodeURIComponent('ア')}`],
    ['市町', '/yamaguchi/municipalities/352039.json', '/api/v1/areas/yamaguchi/municipalities/352039'],
  ])('%sのページに .json を付けると、API の同じ記録へ移る', async (_, page, record) => {
    expect((await visit(page)).headers.get('Location')).toBe(record);
    expect((await visit(record)).status).toBe(200);
  });
});
