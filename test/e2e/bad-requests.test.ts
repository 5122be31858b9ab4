import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ErrorPage } from '../pages/error-page.js';
import { origin, visitor, type Visitor } from '../support/visitor.js';

let seen: Visitor;
beforeAll(async () => {
  seen = await visitor();
});
afterAll(() => seen.leave());

describe('誤った要求', () => {
  it.each([
    ['/no-such-area', 'お探しのページは見つかりません', 'ja'],
    ['/en/no-such-area', 'The page was not found', 'en'],
    ['/yamaguchi/agreements/none', 'お探しのページは見つかりません', 'ja'],
  ] as const)('%s は、見つからないと言い、行ける所を示す', async (path, text, lang) => {
    expect((await seen.page.goto(path))!.status()).toBe(404);
    const error = new ErrorPage(seen.page, lang);
    await error.verifyOnPage(text);
    expect(await error.waysOut.count()).toBeGreaterThanOrEqual(2);
    await error.waysOut.first().click();
    expect(new URL(seen.page.url()).pathname).toMatch(/^\/(en\/)?yamaguchi$/);
  });

  it.each(['/%E3%81', '/yamaguchi/%00', '/%2e%2e/%2e%2e/etc/passwd', `/${'a'.repeat(5000)}`, '/search?q=%E3%81&page=-1', '/search?page=99999999&q=a'])('読めないアドレス %s でも、500 にならず頁を返す', async (path) => {
    const response = await fetch(`${origin}${path}`);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).toContain('<html');
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s は受け付けない', async (method) => {
    const response = await fetch(`${origin}/yamaguchi`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toContain('GET');
  });

  it('HEAD は本文なしで GET と同じ見出しを返す', async () => {
    const [get, head] = await Promise.all([fetch(`${origin}/yamaguchi`), fetch(`${origin}/yamaguchi`, { method: 'HEAD' })]);
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
    expect(get.headers.get('etag')).not.toBeNull();
  });

  it('変わっていない頁は 304 を返す', async () => {
    const etag = (await fetch(`${origin}/yamaguchi`)).headers.get('etag')!;
    expect((await fetch(`${origin}/yamaguchi`, { headers: { 'If-None-Match': etag } })).status).toBe(304);
  });

  it('どの応答にも、守りの見出しが付く', async () => {
    for (const path of ['/yamaguchi', '/no-such', '/yamaguchi/agreements/yamaguchi-ube.xml', '/api/v1/areas']) {
      const { headers } = await fetch(`${origin}${path}`);
      expect(headers.get('content-security-policy')).toMatch(/default-src/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).not.toBeNull();
    }
  });

  it('アドレスの書きぶりの違い（末尾の斜線）は、正規のアドレスへ送る', async () => {
    const response = await fetch(`${origin}/yamaguchi/`, { redirect: 'manual' });
    expect([301, 308]).toContain(response.status);
    expect(new URL(response.headers.get('location')!, origin).pathname).toBe('/yamaguchi');
  });
});
