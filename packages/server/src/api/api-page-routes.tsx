import type { Catalogue, Lang } from '@renkei/app';
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Page } from '../views/page.js';
import { renderPage } from '../views/render-page.js';
import { ApiPage } from './api-page.js';

/** 人のための API の説明（/api と /en/api）。 */
export function apiPageRoutes({ catalogue }: { readonly catalogue: Catalogue }, pageOf: (lang: Lang, c: Context) => Page): Hono {
  const app = new Hono();
  for (const [lang, path] of [['ja', '/api'], ['en', '/en/api']] as const) {
    app.get(path, async (c) => c.html(renderPage(<ApiPage page={pageOf(lang, c)} example={await exampleOf(catalogue)} />)));
  }
  return app;
}

/** 公開した最初の記録から、実際に開ける例を作る。 */
async function exampleOf(catalogue: Catalogue): Promise<Record<string, string> | null> {
  const [first] = await catalogue.listAreas();
  const area = first && (await catalogue.findArea(first.slug));
  const reading = area?.readings[0];
  const initiative = reading?.reading.initiatives.at(-1);
  const municipality = area?.municipalities[0];
  if (!area || !reading || !initiative || !municipality) return null;
  return { area: area.slug, agreement: reading.agreement, path: initiative.path, code: municipality.code, version: '0', q: initiative.name.slice(0, 2) };
}
