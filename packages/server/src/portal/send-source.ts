import type { SourceFormat, StoredSource } from '@renkei/app';
import type { Context } from 'hono';
import { contentDisposition } from './content-disposition.js';

/** 受け取ったままのファイル（協約の原文、改め文の原本）を、一字も変えずに渡す。 */
export function sendSource(c: Context, source: StoredSource): Response {
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
