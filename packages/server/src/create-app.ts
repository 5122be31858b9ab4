import { Fault } from '@renkei/core';
import { Hono, type Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { api } from './api/api.js';
import { apiPageRoutes } from './api/api-page-routes.js';
import { assetRoutes } from './assets/asset-routes.js';
import { loadAssets } from './assets/stylesheets.js';
import { errorRenderer } from './error-renderer.js';
import { feeds } from './feeds/feeds.js';
import { labRoutes } from './lab/lab-routes.js';
import type { WriteLog } from './log.js';
import { setUpAccessLog } from './middleware/set-up-access-log.js';
import { setUpDelivery } from './middleware/set-up-delivery.js';
import { setUpMethods } from './middleware/set-up-methods.js';
import { setUpPaths } from './middleware/set-up-paths.js';
import { setUpRequestId } from './middleware/set-up-request-id.js';
import { setUpSecurityHeaders } from './middleware/set-up-security-headers.js';
import { downloads } from './portal/downloads.js';
import { historyFiles, historyRoutes } from './portal/history-routes.js';
import { LAB_PATH } from './portal/paths.js';
import { pageFor, portalFiles, portalRoutes } from './portal/portal-routes.js';
import type { AppEnv, ServerApp } from './server-app.js';
import type { Services } from './services.js';

export interface AppOptions {
  /** 公開のたびに一度だけ画面を作る */
  readonly cache?: boolean;
  /** 応答と障害の記録。無ければ残さない */
  readonly log?: WriteLog;
}

/** 一つの要求に起こることを、上から順に。 */
export function createApp(services: Services, { cache = true, log = () => {} }: AppOptions = {}): ServerApp {
  const app = new Hono<AppEnv>();
  const assets = loadAssets();
  const renderError = errorRenderer(services, assets);

  setUpRequestId(app);
  setUpAccessLog(app, log, services.now);
  setUpSecurityHeaders(app, { https: services.baseUrl.startsWith('https:') });
  setUpMethods(app, renderError);
  setUpPaths(app, renderError);
  setUpDelivery(app, services, { cache });

  app.route('/', assetRoutes(assets));
  app.route('/', apiPageRoutes(services, (lang, c) => pageFor(services, lang, assets, c)));
  app.route('/', api(services));
  app.route('/', feeds(services));
  app.route('/', historyFiles(services));
  app.route('/', downloads(services));
  app.route('/', portalFiles());
  for (const [lang, at] of [['en', '/en'], ['ja', '/']] as const) {
    const pageOf = (c: Context) => pageFor(services, lang, assets, c);
    app.route(at, labRoutes(services, lang, pageOf, (c, detail) => log({ time: services.now(), kind: 'fault', id: c.get('requestId') as string, path: LAB_PATH, message: detail })));
    app.route(at, historyRoutes(services, pageOf));
    app.route(at, portalRoutes(services, lang, assets));
  }

  app.notFound((c) => renderError(c, 404));
  app.onError(async (error, c) => {
    if (error instanceof HTTPException && error.status < 500) return renderError(c, error.status === 400 ? 400 : 404);
    log({ time: services.now(), kind: 'fault', id: c.get('requestId'), path: new URL(c.req.url).pathname, message: error.stack ?? String(error) });
    // 保存先の故障は待てば直ることがある。
    return renderError(c, error instanceof Fault ? 503 : 500);
  });
  return app;
}
