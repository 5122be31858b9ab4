import { OpenAPIHono } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import type { Context } from 'hono';
import type { Services } from '../services.js';
import { checkQuery } from './check-query.js';
import type { AnyDataset } from './datasets/dataset.js';
import { describeDataset } from './datasets/describe-dataset.js';
import { writeCsv } from './datasets/write-csv.js';
import { DATASETS } from './datasets.js';
import type { Endpoint } from './endpoint.js';
import { ENDPOINTS } from './endpoints.js';
import { API_ROOT } from './links.js';
import { openApiDocument } from './open-api-document.js';
import { problemResponse, shownPath, type ProblemInit } from './problem.js';
import { routePath } from './route-path.js';

/** 公開 API（/api/v1）。読むだけ。ETag・圧縮・取り置きは create-app の届け方に任せる。 */
export function api(services: Services): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use('/api/:rest{.+}', cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'OPTIONS'], exposeHeaders: ['ETag', 'Link', 'Content-Language'], maxAge: 86_400 }));

  const document = JSON.stringify(openApiDocument(services));
  app.get(`${API_ROOT}/openapi.json`, (c) => c.body(document, 200, { 'Content-Type': 'application/json; charset=utf-8' }));
  for (const endpoint of ENDPOINTS) app.get(API_ROOT + routePath(endpoint.path), (c) => answer(c, endpoint, services));
  for (const dataset of DATASETS) {
    app.get(`${API_ROOT}${routePath(dataset.path)}.csv`, (c) => answerCsv(c, dataset, services));
    app.get(`${API_ROOT}${routePath(dataset.path)}.schema.json`, (c) => {
      const file = `${services.baseUrl}${new URL(c.req.url).pathname.replace(/\.schema\.json$/, '.csv')}`;
      return json(c, describeDataset(dataset, file));
    });
  }
  return app;
}

async function answer(c: Context, endpoint: Endpoint, services: Services): Promise<Response> {
  const query = checkQuery(endpoint.query, c.req.query());
  if (!query.ok) return problemResponse(c, services.baseUrl, query.error);
  const answered = await endpoint.handle({ params: c.req.param(), query: query.value, services });
  if (answered === null) return problemResponse(c, services.baseUrl, notFound(c, listAbove(endpoint.path, c)));
  return answered.ok ? json(c, answered.value) : problemResponse(c, services.baseUrl, answered.error);
}

async function answerCsv(c: Context, dataset: AnyDataset, services: Services): Promise<Response> {
  const query = checkQuery(dataset.query, c.req.query());
  if (!query.ok) return problemResponse(c, services.baseUrl, query.error);
  const params: Record<string, string> = c.req.param();
  const rows = await dataset.rows({ params, query: query.value, services });
  if (rows === null) return problemResponse(c, services.baseUrl, notFound(c, `${API_ROOT}/areas`));
  if (!rows.ok) return problemResponse(c, services.baseUrl, rows.error);
  const name = [...Object.values(params), dataset.id].join('-');
  return c.body(writeCsv(dataset.columns, rows.value), 200, {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${dataset.id}.csv"; filename*=UTF-8''${encodeURIComponent(name)}.csv`,
    Link: `<${new URL(c.req.url).pathname.replace(/\.csv$/, '.schema.json')}>; rel="describedby"; type="application/json"`,
  });
}

const json = (c: Context, body: unknown): Response => c.body(JSON.stringify(body), 200, { 'Content-Type': 'application/json; charset=utf-8' });

function notFound(c: Context, list: string): ProblemInit {
  return { code: 'request.not-found', detail: { key: 'api.not-found', data: { path: shownPath(c), list } } };
}

/** 見つからない記録の一つ上の一覧。圏域そのものが無いかもしれないので、値は一段だけ引き継ぐ。 */
function listAbove(path: string, c: Context): string {
  if (path === '/areas/{area}' || !path.startsWith('/areas/{area}/')) return `${API_ROOT}/areas`;
  const [, , , collection] = path.split('/');
  return path.split('/').length > 4 ? `${API_ROOT}/areas/${encodeURIComponent(c.req.param('area') ?? '')}/${collection}` : `${API_ROOT}/areas`;
}
