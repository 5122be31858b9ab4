import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchPage } from '../pages/search-page.js';
import { visitor, type Visitor } from '../support/visitor.js';

let seen: Visitor;
beforeAll(async () => {
  seen = await visitor();
});
afterAll(async () => {
  expect(seen.troubles).toEqual([]);
  await seen.leave();
});

describe('検索', () => {
  it.each([
    ['1文字の漢字', '市', '市'],
    ['2文字の語', '医療', '医療'],
    ['2文字の語（条文）', '費用', '費用'],
    ['長い語', '経済成長のけん引', '経済成長のけん引'],
    ['市町の名', '津和野町', '津和野町'],
    ['空白で区切った二語', '費用　取組', '費用'],
    ['前後の空白', '　医療 ', '医療'],
  ])('%s「%s」で見つかり、結果に語の位置が示される', async (_, text, marked) => {
    const search = await SearchPage.open(seen.page, text);
    expect(await search.hits.count()).toBeGreaterThan(0);
    expect((await search.marks.allTextContents()).join('|')).toContain(marked);
  });

  it('どの結果も、語を含む場所を開く', async () => {
    const search = await SearchPage.open(seen.page, '医療');
    for (const href of await search.hits.getByRole('link').evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href))) {
      await seen.page.goto(href);
      const anchor = decodeURIComponent(new URL(href).hash);
      expect(await seen.page.locator(anchor === '' ? 'main' : anchor).textContent()).toContain('医療');
    }
  });

  it('種類を絞ると、その種類だけが残る', async () => {
    const search = await SearchPage.open(seen.page, '連携');
    const before = await search.hits.count();
    await search.kind('取組').check();
    await search.page.getByRole('main').getByRole('button', { name: '検索' }).click();
    await search.verifyOnPage('連携');
    expect(await search.kind('取組').isChecked()).toBe(true);
    expect(await search.hits.count()).toBeGreaterThan(0);
    expect(await search.hits.count()).toBeLessThanOrEqual(before);
    expect(new Set(await search.hits.locator('.dads-chip-label').allTextContents())).toEqual(new Set(['取組']));
  });

  it('頁を送ると、続きの結果が出て、同じ結果は二度出ない', async () => {
    const search = await SearchPage.open(seen.page, '市');
    const links = () => search.hits.getByRole('link').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    const first = await links();
    await search.next.click();
    await search.verifyOnPage('市');
    const second = await links();
    expect(second.length).toBeGreaterThan(0);
    expect(first.filter((href) => second.includes(href))).toEqual([]);
  });

  it('無い語は、無いと言い、次の手を示す', async () => {
    const search = await SearchPage.open(seen.page, 'ぬぬぬぬぬ');
    expect(await search.hits.count()).toBe(0);
    expect(await seen.page.getByRole('main').getByRole('listitem').count()).toBeGreaterThan(0);
  });

  it.each(['%', '_', "'", '"', '\\', '&', '(', '|', '!', '*', ':*', '<b>', '\u0000', '😀', '１'])('記号 %j でも壊れない', async (text) => {
    const response = await seen.page.goto(`/search?q=${encodeURIComponent(text)}`);
    expect(response!.status()).toBeLessThan(500);
    expect(await seen.page.getByRole('heading', { level: 1 }).textContent()).not.toBe('');
  });
});
