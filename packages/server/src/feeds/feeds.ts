import type { AgreementView } from '@renkei/app';
import { Hono, type Context } from 'hono';
import type { Services } from '../services.js';
import { openSearch } from './open-search.js';
import { robots } from './robots.js';
import { rss } from './rss.js';
import { sitemap, sitemapPart } from './sitemap.js';
import { sitemapEntries } from './sitemap-entries.js';

/** 機械のための配信: 更新情報・サイトマップ・robots・検索の記述。 */
export function feeds({ catalogue, baseUrl }: Services): Hono {
  const app = new Hono();

  app.get('/robots.txt', (c) => c.text(robots(baseUrl)));
  app.get('/opensearch.xml', (c) => xml(c, openSearch(baseUrl, 'ja'), 'application/opensearchdescription+xml'));
  app.get('/en/opensearch.xml', (c) => xml(c, openSearch(baseUrl, 'en'), 'application/opensearchdescription+xml'));
  app.get('/sitemap.xml', async (c) => xml(c, sitemap(await sitemapEntries(catalogue), baseUrl), 'application/xml'));
  app.get('/:file{sitemap-[1-9][0-9]{0,3}\\.xml}', async (c, next) => {
    const part = sitemapPart(await sitemapEntries(catalogue), Number(c.req.param('file').replace(/\D/g, '')), baseUrl);
    return part === null ? next() : xml(c, part, 'application/xml');
  });
  app.get('/:area/feed.xml', async (c, next) => {
    const area = await catalogue.findArea(c.req.param('area'));
    if (!area) return next();
    const views = await Promise.all(area.agreements.map((card) => catalogue.findAgreement(area.slug, card.slug)));
    return xml(c, rss(area, views.filter((view): view is AgreementView => view !== null), baseUrl), 'application/rss+xml');
  });
  return app;
}

const xml = (c: Context, body: string, type: string): Response => c.body(body, 200, { 'Content-Type': `${type}; charset=utf-8` });
