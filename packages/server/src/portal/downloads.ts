import { Hono } from 'hono';
import type { Services } from '../services.js';
import { contentDisposition } from './content-disposition.js';
import { DOCUMENT_FORMATS } from './document-format.js';
import { sendSource } from './send-source.js';

/**
 * 協約を、書き出した形式（txt・html・xml・akn.xml・json）と原文のままで受け取る番地。
 * 原文は一字も変えずに渡し、SHA-256 を添えて、受け取った人が確かめられるようにする。
 */
export function downloads({ catalogue, writeDocument }: Services): Hono {
  const app = new Hono();

  app.get('/:area/agreements/:file{[^/]+\\.(?:txt|html|xml|json)}', async (c, next) => {
    const { area, file } = c.req.param();
    // 「.akn.xml」は「.xml」より先に見分ける。
    const format = [...DOCUMENT_FORMATS].sort((a, b) => b.extension.length - a.extension.length).find(({ extension }) => file.endsWith(`.${extension}`));
    const slug = format && file.slice(0, -format.extension.length - 1);
    const agreement = slug ? await catalogue.findAgreement(area, slug) : null;
    if (!format || !agreement) return next();
    return c.body(writeDocument(agreement.document, format.format), 200, {
      'Content-Type': format.mediaType,
      'Content-Disposition': contentDisposition(format.disposition, `${area}-${agreement.slug}.${format.extension}`),
      'Access-Control-Allow-Origin': '*',
      'X-Robots-Tag': 'noindex',
    });
  });

  app.get('/:area/agreements/:slug/source/download', async (c, next) => {
    const { area, slug } = c.req.param();
    const source = await catalogue.findSource(area, slug);
    return source ? sendSource(c, source) : next();
  });

  return app;
}
