import type { ServerApp } from '../server-app.js';
import type { RenderError } from './render-error.js';

const ALLOWED = 'GET, HEAD, OPTIONS';

/** 公開の面は読むだけ。ほかの方法には、何ができるかを添えて断る。 */
export function setUpMethods(app: ServerApp, renderError: RenderError): void {
  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    if (c.req.method === 'OPTIONS') {
      // ほかのサイトからの読取の下調べ（CORS）は、それを受ける面に任せる。
      if (c.req.header('Access-Control-Request-Method') !== undefined) return next();
      return c.body(null, 204, { Allow: ALLOWED });
    }
    const response = await renderError(c, 405);
    response.headers.set('Allow', ALLOWED);
    return response;
  });
}
