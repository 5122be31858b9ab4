import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HistoryPage } from '../pages/history-page.js';
import { accessibilityProblems } from '../support/axe.js';
import { layoutProblems } from '../support/layout-problems.js';
import { pageFacts } from '../support/page-facts.js';
import { startAmendedProduct } from '../support/start-amended-product.js';
import type { Product } from '../support/start-product.js';
import { visitor, type Visitor } from '../support/visitor.js';

const AGREEMENT = '/yamaguchi/agreements/yamaguchi-ube';
const PATHS = [
  AGREEMENT, `${AGREEMENT}/history`, `${AGREEMENT}/history/1`, `${AGREEMENT}/text?on=2019-05-01`, `${AGREEMENT}/text?version=2`, `${AGREEMENT}/text?on=あした`, `${AGREEMENT}/text?on=2000-01-01`,
  `${AGREEMENT}/compare`, `${AGREEMENT}/compare?from=0&to=2`, `${AGREEMENT}/compare?from=0&to=1&whole=1`, `${AGREEMENT}/compare?from=1&to=1`, `${AGREEMENT}/compare?from=2&to=0`, `${AGREEMENT}/compare?from=0&to=9`,
].flatMap((path) => [path, `/en${path}`]);

let product: Product;
let seen: Visitor;
beforeAll(async () => {
  product = await startAmendedProduct();
});
afterAll(async () => {
  const { code } = await product.stop();
  expect(code, product.output()).toBe(0);
});
beforeEach(async () => {
  seen = await visitor({ baseURL: product.origin, reducedMotion: 'reduce' });
});
afterEach(() => seen.leave());

describe.each(PATHS)('%s', (path) => {
  it('題・見出し・飛び先が整い、どの幅でも読め、アクセシビリティの欠陥がない', async () => {
    const response = await seen.page.goto(path);
    expect(response!.status()).toBe(/あした/.test(path) ? 400 : /2000-01-01|to=9/.test(path) ? 404 : 200);
    const facts = await pageFacts(seen.page);
    expect(facts).toMatchObject({ duplicateIds: [], skippedHeadings: [], brokenFragments: [], lang: path.startsWith('/en') ? 'en' : 'ja' });
    expect(facts.h1).toHaveLength(1);
    expect(await accessibilityProblems(seen.page)).toEqual([]);
    expect(await layoutProblems(seen.page)).toEqual([]);
    await seen.page.setViewportSize({ width: 320, height: 640 });
    expect(await layoutProblems(seen.page)).toEqual([]);
    expect(await accessibilityProblems(seen.page)).toEqual([]);
    expect(seen.troubles).toEqual([]);
  });
});

describe('履歴をたどる', () => {
  it('協約のページから履歴へ、改め文へ、対照表へ、元の改め文の行へ行ける', async () => {
    await seen.page.goto(AGREEMENT);
    await seen.page.getByRole('link', { name: '変更の履歴を見る' }).click();
    const history = new HistoryPage(seen.page);
    await history.verifyOnPage();
    expect(await history.versions.count()).toBe(3);
    expect(await history.versions.filter({ hasText: 'サンプル' }).count()).toBe(2);
    await seen.page.getByRole('link', { name: '新旧対照表 (締結時と第1回変更後)' }).click();
    const row = seen.page.locator('.renkei-comparison tr').filter({ hasText: '費用分担' });
    expect(await row.locator('ins').textContent()).toContain('第3条');
    await row.getByRole('link').click();
    expect(new URL(seen.page.url()).pathname).toBe(`${AGREEMENT}/history/1`);
    expect(await seen.page.locator('li:target').textContent()).toBe('　第4条中「前条」を「第3条」に改める。');
  });

  it('ある日の本文を、日付を打って Enter で読める', async () => {
    const history = await HistoryPage.open(seen.page);
    await history.day.focus();
    await seen.page.keyboard.type('平成30年4月1日');
    await seen.page.keyboard.press('Enter');
    await seen.page.waitForURL(/\/text\?on=/);
    expect(await seen.page.locator('h1').textContent()).toContain('平成30年4月1日');
    expect(await seen.page.locator('.doc').textContent()).not.toContain('第3条の2');
  });

  it('読めない日付は、書いたものを残して理由を言う', async () => {
    await (await HistoryPage.open(seen.page)).readOn('いつか');
    const history = new HistoryPage(seen.page);
    await history.verifyOnPage();
    expect(await history.day.inputValue()).toBe('いつか');
    expect(await seen.page.getByRole('alert').textContent()).toContain('日付として読めません');
  });

  it('言語を切り替えても、同じ二つの版の対照表のまま', async () => {
    await seen.page.goto(`${AGREEMENT}/compare?from=0&to=2`);
    await seen.page.getByRole('link', { name: 'English', exact: true }).click();
    expect(new URL(seen.page.url()).pathname + new URL(seen.page.url()).search).toBe(`/en${AGREEMENT}/compare?from=0&to=2`);
  });

  it('版を選び直して比べられる', async () => {
    await seen.page.goto(`${AGREEMENT}/compare`);
    await seen.page.locator('#from').selectOption('0');
    await seen.page.locator('#to').selectOption('2');
    await seen.page.getByRole('button', { name: '比べる' }).click();
    expect(await seen.page.locator('h1').textContent()).toContain('締結時と第2回変更後');
  });

  it.each([['Word', /\.docx$/], ['HTML', /\.html$/], ['テキスト', /\.txt$/]])('対照表を%sで受け取れる', async (name, file) => {
    await seen.page.goto(`${AGREEMENT}/compare`);
    const [download] = await Promise.all([seen.page.waitForEvent('download'), seen.page.locator('main').getByRole('link', { name: new RegExp(name) }).last().click()]);
    expect(download.suggestedFilename()).toMatch(file);
  });

  it('効いている版の語で検索でき、変更後の取組の頁もある', async () => {
    await seen.page.goto('/search?q=スタートアップ');
    expect(await seen.page.locator('.renkei-hits__item').count()).toBeGreaterThan(0);
    expect((await seen.page.goto(`/yamaguchi/initiatives/1/${encodeURIComponent('カ')}`))!.status()).toBe(200);
  });

  it('対照表は A4 の紙に、見出しと二つの欄で収まる', async () => {
    await seen.page.goto(`${AGREEMENT}/compare?from=0&to=1`);
    await seen.page.emulateMedia({ media: 'print' });
    await seen.page.setViewportSize({ width: 658, height: 930 });
    const [left, right] = await seen.page.locator('.renkei-comparison thead th').evaluateAll((cells) => cells.map((c) => c.getBoundingClientRect().toJSON() as DOMRect));
    expect(left!.top).toBe(right!.top);
    expect(Math.abs(left!.width - right!.width)).toBeLessThan(2);
    expect(right!.right).toBeLessThanOrEqual(658);
    expect(await seen.page.locator('.renkei-comparison__origin').first().isVisible()).toBe(false);
    expect(await seen.page.locator('form').first().isVisible()).toBe(false);
  });
});
