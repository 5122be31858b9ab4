import { Hono, type Context } from 'hono';
import type { StoredSource, SourceFormat } from '@renkei/app';
import type { Services } from '../services.js';
import { contentDisposition } from './content-disposition.js';
import { DOCUMENT_FORMATS } from './document-format.js';

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

function sendSource(c: Context, source: StoredSource): Response {
  const etag = `"${source.sha256}"`;
  const headers = {
    ETag: etag,
    'Content-Type': mediaType(source),
    'Content-Disposition': contentDisposition('attachment', source.fileName),
    // RFC 9530。中身が原文のままであることを、受け手が確かめるため。
    'Repr-Digest': `sha-256=:${Buffer.from(source.sha256, 'hex').toString('base64')}:`,
    'Cache-Control': 'no-cache',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag, Repr-Digest, Content-Disposition',
    'X-Robots-Tag': 'noindex',
  };
  const sent = c.req.header('If-None-Match')?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (sent?.some((tag) => tag === etag || tag === '*')) {
    const { 'Content-Type': _type, 'Content-Disposition': _name, ...unchanged } = headers;
    return c.body(null, 304, unchanged);
  }
  return c.body(source.bytes as Uint8Array<ArrayBuffer>, 200, { ...headers, 'Content-Length': String(source.bytes.byteLength) });
}

const MEDIA_TYPES: Readonly<Record<SourceFormat, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xml: 'application/xml',
  akn: 'application/akn+xml',
  json: 'application/json',
};

/** 読んだときの符号化を charset にする。CP932 は IANA の名で Windows-31J。 */
const CHARSETS: Readonly<Record<string, string>> = { 'utf-8': 'utf-8', 'utf-8-bom': 'utf-8', cp932: 'Windows-31J', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be', 'euc-jp': 'euc-jp' };

function mediaType({ format, encoding }: StoredSource): string {
  const charset = encoding === null ? undefined : CHARSETS[encoding];
  return charset === undefined ? MEDIA_TYPES[format] : `${MEDIA_TYPES[format]}; charset=${charset}`;
}
