import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import type { ServerApp } from '../server-app.js';
import type { Services } from '../services.js';
import { japanDay } from '../views/japan-day.js';
import { negotiateEncoding, type ContentEncoding } from './negotiate-encoding.js';
import { pageCache, type StoredPage } from './page-cache.js';
import { publicationStamp } from './publication-stamp.js';

/**
 * 応答の届け方: 一つの公開につき一度だけ作り、ETag を付け、圧縮し、変わっていなければ 304 で答える。
 * 鍵は 公開の印 + 暦の日（期限の表示が日で変わる） + アドレス（言語を含む）。
 * 問い合わせ付きのアドレスは限りがないので置かない。
 */
export function setUpDelivery(app: ServerApp, services: Services, { cache }: { readonly cache: boolean }): void {
  const pages = pageCache();
  const stampOf = publicationStamp(services.catalogue, services.now);

  app.use(async (c, next) => {
    const readable = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!readable) return next();
    const url = new URL(c.req.url);
    const stamp = cache && url.search === '' ? `${await stampOf()} ${japanDay(services.now())}` : null;

    const stored = stamp === null ? undefined : pages.get(stamp, url.pathname);
    if (stored) return send(c, stored);

    await next();
    if (c.res.status !== 200 || !isText(c.res.headers.get('Content-Type')) || c.res.headers.has('ETag')) return;
    const made = await store(c.res);
    if (stamp !== null && !/no-store|private/.test(c.res.headers.get('Cache-Control') ?? '')) pages.put(stamp, url.pathname, made);
    // 一度消さないと、Hono は前の応答の見出しを新しい応答に重ねる。
    c.res = undefined;
    c.res = await send(c, made);
  });
}

const isText = (type: string | null): boolean => type !== null && /^(text\/|application\/([\w.+-]*(json|xml)|javascript)|image\/svg)/.test(type);

async function store(response: Response): Promise<StoredPage> {
  const body = new Uint8Array(await response.arrayBuffer());
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const headers = [...response.headers].filter(([name]) => name !== 'content-length');
  // 圧縮の有無で中身のバイト列が変わるので、弱い印にする。
  return { headers, body, etag: `W/"${digest}"`, encoded: new Map() };
}

async function send(c: Context, page: StoredPage): Promise<Response> {
  const headers = new Headers(page.headers.map(([name, value]): [string, string] => [name, value]));
  headers.set('ETag', page.etag);
  headers.append('Vary', 'Accept-Encoding');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-cache');
  if (matches(c.req.header('If-None-Match'), page.etag)) {
    headers.delete('Content-Type');
    return new Response(null, { status: 304, headers });
  }
  const encoding = page.body.byteLength < 1024 ? null : negotiateEncoding(c.req.header('Accept-Encoding'));
  const body = encoding === null ? page.body : await encode(page, encoding);
  if (encoding !== null) headers.set('Content-Encoding', encoding);
  headers.set('Content-Length', String(body.byteLength));
  return new Response(c.req.method === 'HEAD' ? null : (body as Uint8Array<ArrayBuffer>), { status: 200, headers });
}

/** If-None-Match は弱い比べ方をする（RFC 9110 第13.1.2節）。 */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const opaque = etag.replace(/^W\//, '');
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === opaque);
}

const compress: Readonly<Record<ContentEncoding, (body: Uint8Array) => Promise<Uint8Array>>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength } }),
  gzip: (body) => promisify(gzip)(body, { level: 6 }),
};

async function encode(page: StoredPage, encoding: ContentEncoding): Promise<Uint8Array> {
  const ready = page.encoded.get(encoding);
  if (ready) return ready;
  const body = await compress[encoding](page.body);
  page.encoded.set(encoding, body);
  return body;
}
