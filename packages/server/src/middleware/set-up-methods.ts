import type { ServerApp } from '../server-app.js';
import type { RenderError } from './render-error.js';

const READ_ONLY = 'GET, HEAD, OPTIONS';
/** 改め文ラボだけは送信を受ける（何も保存しない）。 */
const TAKES_POST = /^(?:\/en)?\/lab$/;

/** 公開の面は読むだけ。ほかの方法には、何ができるかを添えて断る。 */
export function setUpMethods(app: ServerApp, renderError: RenderError): void {
  app.use(async (c, next) => {
    const posts = TAKES_POST.test(new URL(c.req.url).pathname);
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || (posts && c.req.method === 'POST')) return next();
    const allowed = posts ? 'GET, HEAD, POST, OPTIONS' : READ_ONLY;
    if (c.req.method === 'OPTIONS') {
      // ほかのサイトからの読取の下調べ（CORS）は、それを受ける面に任せる。
      if (c.req.header('Access-Control-Request-Method') !== undefined) return next();
      return c.body(null, 204, { Allow: allowed });
    }
    const response = await renderError(c, 405);
    response.headers.set('Allow', allowed);
    return response;
  });
}
