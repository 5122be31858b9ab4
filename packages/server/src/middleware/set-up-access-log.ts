import type { ServerApp } from '../server-app.js';
import type { LogEntry, WriteLog } from '../log.js';

/** 応答ごとに1行。問い合わせの語は残さない（誰が何を調べたかを記録しない）。 */
export function setUpAccessLog(app: ServerApp, log: WriteLog, now: () => string): void {
  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    const entry: LogEntry = {
      time: now(),
      kind: 'access',
      id: c.get('requestId'),
      method: c.req.method,
      path: new URL(c.req.url).pathname,
      status: c.res.status,
      bytes: Number(c.res.headers.get('Content-Length') ?? 0),
      ms: Math.round((performance.now() - started) * 10) / 10,
    };
    log(entry);
  });
}
