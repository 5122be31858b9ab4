import type { Lang } from '@renkei/app';
import { anchorsOf } from '@renkei/core';
import { Hono, type Context } from 'hono';
import type { VNode } from 'preact';
import type { Assets } from '../assets/stylesheets.js';
import { agreementHead, areaHead, initiativeHead, municipalityHead } from '../feeds/page-head.js';
import type { Services } from '../services.js';
import { japanDay } from '../views/japan-day.js';
import { createPage, localised, type Page } from '../views/page.js';
import { ABOUT } from '../views/pages/about.js';
import { ACCESSIBILITY } from '../views/pages/accessibility.js';
import { AgreementPage } from '../views/pages/agreement-page.js';
import { AgreementsPage } from '../views/pages/agreements-page.js';
import { AreaPage } from '../views/pages/area-page.js';
import { AreasPage } from '../views/pages/areas-page.js';
import { InitiativePage } from '../views/pages/initiative-page.js';
import { InitiativesPage } from '../views/pages/initiatives-page.js';
import { MunicipalitiesPage } from '../views/pages/municipalities-page.js';
import { MunicipalityPage } from '../views/pages/municipality-page.js';
import { ProsePage } from '../views/pages/prose-page.js';
import { SEARCH_KINDS, SearchPage } from '../views/pages/search-page.js';
import { SourcePage } from '../views/pages/source-page.js';
import { renderPage } from '../views/render-page.js';
import { decodeSource } from './decode-source.js';
import { initiativesOf } from './initiative-index.js';
import { areaPath, textPath } from './paths.js';

const PAGE_SIZE = 20;
/** 検索の語の長さの上限。画面の入力欄と同じ */
const LONGEST_QUERY = 200;

/** 一つの言語の公開ポータル。見つからないものは notFound に任せる。 */
export function portalRoutes(services: Services, lang: Lang, assets: Assets): Hono {
  const { catalogue } = services;
  const app = new Hono();
  const show = (c: Context, view: (page: Page) => VNode) => c.html(renderPage(view(pageFor(services, lang, assets, c))));

  app.get('/', async (c) => {
    const areas = await catalogue.listAreas();
    const only = areas.length === 1 ? areas[0] : undefined;
    if (only) return c.redirect(localised(areaPath(only.slug), lang), 302);
    return show(c, (page) => <AreasPage page={page} areas={areas} />);
  });

  app.get('/search', async (c) => {
    // 制御文字は HTML に書けない。語の切れ目として読む。
    const text = (c.req.query('q') ?? '').replace(/\p{Cc}/gu, ' ').trim().slice(0, LONGEST_QUERY);
    const kind = SEARCH_KINDS.find((k) => k === c.req.query('kind'));
    const number = pageNumber(c.req.query('page'));
    const found = text === '' ? null : await catalogue.search({ text, ...(kind === undefined ? {} : { kind }), limit: PAGE_SIZE, offset: (number - 1) * PAGE_SIZE });
    return show(c, (page) => <SearchPage page={page} text={text} kind={kind} found={found} number={number} size={PAGE_SIZE} />);
  });

  app.get('/about', (c) => show(c, (page) => <ProsePage page={page} {...ABOUT} />));
  app.get('/accessibility', (c) => show(c, (page) => <ProsePage page={page} {...ACCESSIBILITY} />));

  app.get('/:area', async (c) => {
    const area = await catalogue.findArea(c.req.param('area'));
    return area ? show(c, (page) => <AreaPage page={page} area={area} head={areaHead(page, area)} />) : c.notFound();
  });

  app.get('/:area/agreements', async (c) => {
    const area = await catalogue.findArea(c.req.param('area'));
    return area ? show(c, (page) => <AgreementsPage page={page} area={area} />) : c.notFound();
  });

  app.get('/:area/agreements/:slug', async (c) => {
    const { area: areaSlug, slug } = c.req.param();
    // 日を添えたアドレスは、その日の本文の頁へ。
    const on = c.req.query('on');
    if (on !== undefined) return c.redirect(`${localised(textPath(areaSlug, slug), lang)}?${new URLSearchParams({ on })}`, 302);
    const [area, agreement, versions] = await Promise.all([catalogue.findArea(areaSlug), catalogue.findAgreement(areaSlug, slug), catalogue.findVersions(areaSlug, slug)]);
    return area && agreement && versions
      ? show(c, (page) => <AgreementPage page={page} area={area} agreement={agreement} versions={versions} head={agreementHead(page, area, agreement)} />)
      : c.notFound();
  });

  app.get('/:area/agreements/:slug/source', async (c) => {
    const { area: areaSlug, slug } = c.req.param();
    const [area, agreement, source] = await Promise.all([catalogue.findArea(areaSlug), catalogue.findAgreement(areaSlug, slug), catalogue.findSource(areaSlug, slug)]);
    return area && agreement && source ? show(c, (page) => <SourcePage page={page} area={area} agreement={agreement} text={decodeSource(source)} />) : c.notFound();
  });

  app.get('/:area/initiatives', async (c) => {
    const area = await catalogue.findArea(c.req.param('area'));
    return area ? show(c, (page) => <InitiativesPage page={page} area={area} />) : c.notFound();
  });

  app.get('/:area/initiatives/:path{.+}', async (c) => {
    const area = await catalogue.findArea(c.req.param('area'));
    const entries = area ? initiativesOf(area) : [];
    const at = entries.findIndex((entry) => entry.path === c.req.param('path'));
    const entry = entries[at];
    if (!area || !entry) return c.notFound();
    const anchors = await Promise.all(
      entry.occurrences.map(async ({ agreement }) => {
        const view = await catalogue.findAgreement(area.slug, agreement.slug);
        return [agreement.slug, view ? anchorsOf(view.document) : new Map()] as const;
      }),
    );
    return show(c, (page) => <InitiativePage page={page} area={area} entry={entry} previous={entries[at - 1]} next={entries[at + 1]} anchors={new Map(anchors)} head={initiativeHead(page, area, entry)} />);
  });

  app.get('/:area/municipalities', async (c) => {
    const area = await catalogue.findArea(c.req.param('area'));
    return area ? show(c, (page) => <MunicipalitiesPage page={page} area={area} />) : c.notFound();
  });

  app.get('/:area/municipalities/:code', async (c) => {
    const area = await catalogue.findArea(c.req.param('area'));
    const municipality = area?.municipalities.find((m) => m.code === c.req.param('code'));
    return area && municipality ? show(c, (page) => <MunicipalityPage page={page} area={area} municipality={municipality} head={municipalityHead(page, area, municipality)} />) : c.notFound();
  });

  return app;
}

/** ページのアドレスに .json を付けた形。圏域・一覧・個別のページは API と同じ並びのアドレスを持つ */
const JSON_TWIN = /^\/([^/]+)((?:\/(?:agreements|initiatives|municipalities)(?:\/.+)?)?)\.json$/;

/** 言語によらない資料: 表（CSV）と JSON への案内。 */
export function portalFiles(): Hono {
  const app = new Hono();

  // 表と JSON は API と同じもの。ページのアドレスに .csv・.json を付けても受け取れる。
  for (const list of ['initiatives', 'municipalities', 'agreements'] as const) {
    app.get(`/:area/${list}.csv`, (c) => c.redirect(`/api/v1/areas/${encodeURIComponent(c.req.param('area')!)}/${list}.csv`, 302));
  }

  app.get('/:path{.+\\.json}', (c) => {
    const twin = JSON_TWIN.exec(new URL(c.req.url).pathname);
    return twin ? c.redirect(`/api/v1/areas/${twin[1]}${twin[2]}`, 302) : c.notFound();
  });

  return app;
}

export function pageFor(services: Services, lang: Lang, assets: Assets, c: Context): Page {
  const { pathname, search } = new URL(c.req.url);
  const path = lang === 'en' ? pathname.replace(/^\/en(?=\/|$)/, '') || '/' : pathname;
  return createPage({ lang, path, query: c.req.method === 'POST' ? '' : search, assets, today: japanDay(services.now()), baseUrl: services.baseUrl, version: services.version });
}

function pageNumber(text: string | undefined): number {
  const value = /^\d{1,6}$/.test(text ?? '') ? Number(text) : 1;
  return Math.max(1, value);
}
