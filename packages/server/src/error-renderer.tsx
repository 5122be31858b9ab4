import type { ErrorCode, Lang } from '@renkei/app';
import type { ProblemInit } from './api/problem.js';
import { problemResponse } from './api/problem.js';
import type { Assets } from './assets/stylesheets.js';
import type { ErrorStatus, RenderError } from './middleware/render-error.js';
import { pageFor } from './portal/portal-routes.js';
import type { Services } from './services.js';
import { ErrorPage } from './views/pages/error-page.js';
import { renderPage } from './views/render-page.js';

const CODES: Readonly<Record<ErrorStatus, ErrorCode>> = {
  400: 'request.invalid',
  404: 'request.not-found',
  405: 'request.method-not-allowed',
  500: 'fault.unexpected',
  503: 'fault.database',
};

/** 誤りの答え方。/api には problem+json、ほかには助けになる頁。 */
export function errorRenderer(services: Services, assets: Assets): RenderError {
  return async (c, status) => {
    const { pathname } = new URL(c.req.url);
    if (/^\/api(\/|$)/.test(pathname)) return problemResponse(c, services.baseUrl, problemOf(status, c.req.method, pathname, c.get('requestId')));
    const lang: Lang = /^\/en(\/|$)/.test(pathname) ? 'en' : 'ja';
    // 保存先が止まっていても誤りの頁は出す。
    const areas = status >= 500 ? [] : await services.catalogue.listAreas().catch(() => []);
    const html = renderPage(<ErrorPage page={pageFor(services, lang, assets, c)} status={status} areas={areas} requestId={c.get('requestId')} />);
    return c.html(html, status, { 'Cache-Control': 'no-store' });
  };
}

function problemOf(status: ErrorStatus, method: string, path: string, request: string): ProblemInit {
  const code = CODES[status];
  if (status === 405) return { code, detail: { key: 'api.method', data: { method } } };
  if (status >= 500) return { code, detail: { key: 'api.fault', data: { request } } };
  return { code, detail: { key: 'api.no-such-address', data: { path, list: '/api' } } };
}
