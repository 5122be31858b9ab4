import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { FONT_BASE, fontFile } from './fonts.js';
import type { Assets } from './stylesheets.js';

/** 番地に版が入っているので、ブラウザは一度受け取れば尋ね直さない。 */
const FOREVER = 'public, max-age=31536000, immutable';

export function assetRoutes(assets: Assets): Hono {
  const app = new Hono();
  for (const { path, type, body } of Object.values(assets)) {
    app.get(path, (c) => c.body(body, 200, { 'Content-Type': type, 'Cache-Control': FOREVER }));
  }
  app.get(`${FONT_BASE}/:name`, async (c) => {
    const file = fontFile(c.req.param('name'));
    if (file === null) return c.notFound();
    return c.body(await readFile(file), 200, { 'Content-Type': 'font/woff2', 'Cache-Control': FOREVER });
  });
  app.get('/favicon.ico', (c) => c.redirect(assets.icon.path, 302));
  return app;
}
