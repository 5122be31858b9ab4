import type { Hono } from 'hono';
import { requestId, type RequestIdVariables } from 'hono/request-id';

/** 応答と記録を突き合わせる番号。前段のプロキシが付けていれば引き継ぐ。 */
export function setUpRequestId(app: Hono<{ Variables: RequestIdVariables }>): void {
  app.use(requestId());
}
