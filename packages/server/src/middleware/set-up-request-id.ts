import type { ServerApp } from '../server-app.js';
import { requestId } from 'hono/request-id';

/** 応答と記録を突き合わせる番号。前段のプロキシが付けていれば引き継ぐ。 */
export function setUpRequestId(app: ServerApp): void {
  app.use(requestId());
}
