import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { emptyServices, exampleAgreement, exampleServices } from '../../testing/example-services.js';
import { contentDisposition } from './content-disposition.js';
import { DOCUMENT_FORMATS } from './document-format.js';
import { downloads } from './downloads.js';

const app = downloads(await exampleServices());

describe('協約を受け取る番地', () => {
  it.each(DOCUMENT_FORMATS.map((f) => [f.extension, f] as const))('%s で書き出す', async (_, { extension, format, mediaType }) => {
    const asked: string[] = [];
    const services = await exampleServices({ writeDocument: (_document, as) => (asked.push(as), '中身') });
    const response = await downloads(services).request(`/yamaguchi/agreements/yamaguchi-ube.${extension}`);
    expect([response.status, response.headers.get('Content-Type'), await response.text(), asked]).toEqual([200, mediaType, '中身', [format]]);
    expect(response.headers.get('Content-Disposition')).toContain(`filename="yamaguchi-yamaguchi-ube.${extension}"`);
  });

  it('原文は一バイトも変えずに渡し、確かめるための要約を添える', async () => {
    const response = await app.request('/yamaguchi/agreements/yamaguchi-ube/source/download');
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { source } = exampleAgreement();
    expect(Buffer.from(bytes).equals(Buffer.from(source.bytes))).toBe(true);
    expect(response.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('ETag')).toBe(`"${source.sha256}"`);
    expect(response.headers.get('Repr-Digest')).toBe(`sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`);
  });

  it('変わっていない原文は 304 で答える', async () => {
    const headers = { 'If-None-Match': `"x", W/"${exampleAgreement().source.sha256}"` };
    const response = await app.request('/yamaguchi/agreements/yamaguchi-ube/source/download', { headers });
    expect([response.status, await response.text()]).toEqual([304, '']);
  });

  it('CP932 の原文は、その符号化の名を告げる', async () => {
    const services = emptyServices();
    const made = exampleAgreement();
    const area = (await (await exampleServices()).catalogue.findArea('yamaguchi'))!;
    await services.catalogue.saveArea(area);
    await services.catalogue.saveAgreement({ ...made, source: { ...made.source, encoding: 'cp932', fileName: '協約書（山口・宇部）.txt' } });
    const response = await downloads(services).request('/yamaguchi/agreements/yamaguchi-ube/source/download');
    expect(response.headers.get('Content-Type')).toBe('text/plain; charset=Windows-31J');
    expect(response.headers.get('Content-Disposition')).toBe(
      `attachment; filename="__________.txt"; filename*=UTF-8''${encodeURIComponent('協約書（山口・宇部）')}.txt`,
    );
  });

  it.each([
    ['無い圏域', '/none/agreements/yamaguchi-ube.txt'],
    ['無い協約', '/yamaguchi/agreements/none.xml'],
    ['名の無い番地', '/yamaguchi/agreements/.txt'],
    ['無い協約の原文', '/yamaguchi/agreements/none/source/download'],
    ['知らない形式', '/yamaguchi/agreements/yamaguchi-ube.pdf'],
  ])('%s は 404', async (_, path) => {
    expect((await app.request(path)).status).toBe(404);
  });
});

it.each([
  ['引用符と改行', 'a"\r\nX: y.txt', `attachment; filename="a___X__y.txt"; filename*=UTF-8''a%22__X%3A%20y.txt`],
  ['道の区切り', '../../etc', `attachment; filename=".._.._etc"; filename*=UTF-8''.._.._etc`],
  ['対にならないサロゲート', 'a\ud800', `attachment; filename="a_"; filename*=UTF-8''a%EF%BF%BD`],
  ['丸括弧', '(1).txt', `attachment; filename="_1_.txt"; filename*=UTF-8''%281%29.txt`],
])('ファイル名の%sは、見出しを壊さない', (_, name, header) => {
  expect(contentDisposition('attachment', name)).toBe(header);
});
