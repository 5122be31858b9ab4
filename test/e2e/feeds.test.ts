import { parseFeed } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageFacts } from '../support/page-facts.js';
import { sitemapPaths } from '../support/sitemap-paths.js';
import { origin, visitor, type Visitor } from '../support/visitor.js';

function wellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

let seen: Visitor;
beforeAll(async () => {
  seen = await visitor();
});
afterAll(() => seen.leave());

describe('機械のための頁', () => {
  it('サイトマップは整った XML で、載るすべてのアドレスが 200 を返す', async () => {
    wellFormed(await (await fetch(`${origin}/sitemap.xml`)).text());
    for (const path of await sitemapPaths()) expect({ path, status: (await fetch(`${origin}${path}`, { redirect: 'manual' })).status }).toEqual({ path, status: 200 });
  });

  it('RSS は整った XML で、協約を日付とアドレス付きで知らせる', async () => {
    const xml = await (await fetch(`${origin}/yamaguchi/feed.xml`)).text();
    wellFormed(xml);
    const feed = parseFeed(xml)!;
    expect(feed.type).toBe('rss');
    expect(feed.items.length).toBeGreaterThan(0);
    for (const item of feed.items) {
      expect(item.title).not.toBe('');
      expect(item.pubDate).toBeInstanceOf(Date);
      expect((await fetch(item.link!)).status).toBe(200);
    }
  });

  it('圏域の頁は RSS の場所を知らせる', async () => {
    await seen.page.goto('/yamaguchi');
    expect(await seen.page.locator('link[rel=alternate][type="application/rss+xml"]').getAttribute('href')).toContain('/yamaguchi/feed.xml');
  });

  it('robots.txt はサイトマップを指し、収集を拒まない', async () => {
    const text = await (await fetch(`${origin}/robots.txt`)).text();
    expect(text).toContain(`Sitemap: ${origin}/sitemap.xml`);
    expect(text).not.toMatch(/^Disallow: \/\s*$/m);
  });

  it.each(['/yamaguchi', '/yamaguchi/agreements/yamaguchi-ube'])('%s は構造化データ（JSON-LD）を持つ', async (path) => {
    await seen.page.goto(path);
    const { structuredData } = await pageFacts(seen.page);
    expect(structuredData.length).toBeGreaterThan(0);
    for (const text of structuredData) {
      const data = JSON.parse(text) as { '@context': string };
      expect(data['@context']).toContain('schema.org');
    }
  });

  it('正規のアドレスと、もう一つの言語のアドレスが、互いを指す', async () => {
    for (const path of ['/yamaguchi', '/yamaguchi/agreements/yamaguchi-ube', '/yamaguchi/initiatives/1/ア']) {
      for (const lang of ['ja', 'en'] as const) {
        await seen.page.goto(lang === 'en' ? `/en${path}` : path);
        const { canonical, alternates } = await pageFacts(seen.page);
        expect(decodeURI(canonical!)).toBe(`${origin}${lang === 'en' ? '/en' : ''}${path}`);
        expect(decodeURI(alternates.ja!)).toBe(`${origin}${path}`);
        expect(decodeURI(alternates.en!)).toBe(`${origin}/en${path}`);
      }
    }
  });

  it('公開 API の説明書は OpenAPI 3.1 で、引数の要らない番地はすべて 200 を返す', async () => {
    const document = (await (await fetch(`${origin}/api/v1/openapi.json`)).json()) as { openapi: string; paths: Record<string, unknown> };
    expect(document.openapi).toMatch(/^3\.1/);
    const plain = Object.keys(document.paths).filter((path) => !path.includes('{') && !path.includes('search'));
    expect(plain.length).toBeGreaterThan(0);
    for (const path of plain) expect((await fetch(`${origin}${path}`)).status).toBe(200);
  });
});
