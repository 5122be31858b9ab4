import type { ServerApp } from '../server-app.js';
import { canonicalPath } from './canonical-path.js';
import type { RenderError } from './render-error.js';

/** 違う綴りのアドレスを正しい綴りへ移し、読めないものは 400 で断る。 */
export function setUpPaths(app: ServerApp, renderError: RenderError): void {
  app.use(async (c, next) => {
    const url = new URL(c.req.url);
    const canonical = canonicalPath(url.pathname);
    if (!canonical.ok) return renderError(c, 400);
    if (canonical.value !== url.pathname) return c.redirect(canonical.value + url.search, 308);
    return next();
  });
}
