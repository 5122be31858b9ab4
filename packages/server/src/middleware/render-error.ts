import type { Context } from 'hono';

export type ErrorStatus = 400 | 404 | 405 | 500 | 503;

/** 誤りの頁を作る。人には頁、機械（/api）には problem+json。 */
export type RenderError = (c: Context, status: ErrorStatus) => Promise<Response>;
