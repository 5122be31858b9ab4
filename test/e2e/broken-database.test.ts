import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ErrorPage } from '../pages/error-page.js';
import { accessibilityProblems } from '../support/axe.js';
import { layoutProblems } from '../support/layout-problems.js';
import { processTree } from '../support/process-tree.js';
import { startProduct, type Product } from '../support/start-product.js';
import { visitor, type Visitor } from '../support/visitor.js';

let product: Product;
let seen: Visitor;
beforeAll(async () => {
  product = await startProduct({ env: { RENKEI_CACHE: 'off' } });
  seen = await visitor({ baseURL: product.origin });
  const [, postmaster] = processTree(product.pid);
  process.kill(postmaster!.pid, 'SIGKILL');
});
afterAll(async () => {
  await seen.leave();
  await product.stop();
});

describe.each([
  ['ja', '/yamaguchi'],
  ['en', '/en/yamaguchi/agreements/yamaguchi-ube'],
] as const)('データベースが倒れているとき（%s）', (lang, path) => {
  it('表示できないと言い、次の手と問い合わせの番号を示す。内側の事情は見せない', async () => {
    const response = await seen.page.goto(path);
    expect([500, 503]).toContain(response!.status());
    await new ErrorPage(seen.page, lang).verifyOnPage(lang === 'ja' ? /ただいま/ : /right now|cannot be shown/);
    expect(await seen.page.getByRole('main').textContent()).not.toMatch(/postgres|ECONN|\.js:\d+/i);
    expect(await seen.page.locator('main code').textContent()).toMatch(/\S{8,}/);
  });

  it('この頁にも、アクセシビリティの欠陥とはみ出しがない', async () => {
    await seen.page.goto(path);
    expect(await accessibilityProblems(seen.page)).toEqual([]);
    await seen.page.setViewportSize({ width: 320, height: 640 });
    expect(await layoutProblems(seen.page)).toEqual([]);
  });
});
