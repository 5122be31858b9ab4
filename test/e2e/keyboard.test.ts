import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AgreementPage } from '../pages/agreement-page.js';
import { AreaHomePage } from '../pages/area-home-page.js';
import { SearchPage } from '../pages/search-page.js';
import { visitor, type Visitor } from '../support/visitor.js';

interface Focused {
  readonly text: string;
  readonly tag: string;
  /** 枠が太さ 2px 以上の線で見えている */
  readonly ring: boolean;
  /** 画面の中にあり、ほかのものに隠れていない */
  readonly inView: boolean;
}

const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const element = document.activeElement!;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const line = element.getClientRects()[0] ?? box;
    const atPoint = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
    return {
      text: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim() || element.tagName,
      tag: element.tagName.toLowerCase(),
      ring: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== 'rgba(0, 0, 0, 0)',
      inView: box.bottom > 0 && box.top < innerHeight && (element === atPoint || element.contains(atPoint) || (atPoint?.contains(element) ?? false)),
    };
  });

/** 一つずつ進み、頁の終わりまでの焦点の並びを返す。 */
async function walkToEnd(page: Page, limit = 400): Promise<Focused[]> {
  const steps: Focused[] = [];
  for (let i = 0; i < limit; i += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.tag === 'body') return steps;
    steps.push(now);
  }
  throw new Error(`Tab を ${limit} 回押しても頁の終わりに着きません。`);
}

let seen: Visitor;
beforeEach(async () => {
  seen = await visitor({ reducedMotion: 'reduce' });
});
afterEach(() => seen.leave());

describe('キーボードだけで', () => {
  it.each(['/yamaguchi', '/yamaguchi/agreements/yamaguchi-ube', '/yamaguchi/initiatives', '/yamaguchi/municipalities', '/search?q=連携', '/en/yamaguchi/agreements/yamaguchi-ube', '/yamaguchi/agreements/yamaguchi-ube/history', '/lab?sample=1', '/no-such-page'])(
    '%s を端から端まで歩け、焦点がいつも見える',
    async (path) => {
      await seen.page.goto(path);
      const steps = await walkToEnd(seen.page);
      expect(steps.length).toBeGreaterThan(5);
      expect(steps.filter((s) => !s.ring).map((s) => s.text)).toEqual([]);
      expect(steps.filter((s) => !s.inView).map((s) => s.text)).toEqual([]);
    },
  );

  it('最初の Tab で「本文へ移動」が現れ、押すと本文へ移る', async () => {
    const home = await AreaHomePage.open(seen.page);
    await seen.page.keyboard.press('Tab');
    expect(await focused(seen.page)).toMatchObject({ text: '本文へ移動', ring: true, inView: true });
    await seen.page.keyboard.press('Enter');
    expect(await seen.page.evaluate(() => document.activeElement?.id)).toBe('main');
    await seen.page.keyboard.press('Tab');
    expect(await seen.page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    await home.verifyOnPage();
  });

  it('目次の項目を Enter で選ぶと、その条が焦点の起点になる', async () => {
    const agreement = await AgreementPage.open(seen.page);
    await agreement.contents.getByRole('link', { name: '第5条' }).focus();
    await seen.page.keyboard.press('Enter');
    expect(new URL(seen.page.url()).hash).toBe('#a5');
    const top = await seen.page.locator('#a5').evaluate((e) => e.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(-1);
    expect(top).toBeLessThan(900);
  });

  it('「表で見る」を Enter で開き、もう一度で閉じる', async () => {
    const home = await AreaHomePage.open(seen.page);
    const table = home.tableTwin.getByRole('table').first();
    await home.tableTwin.locator('summary').first().focus();
    await seen.page.keyboard.press('Enter');
    expect(await table.isVisible()).toBe(true);
    await seen.page.keyboard.press('Enter');
    expect(await table.isVisible()).toBe(false);
  });

  it('狭い画面で横に送る表は、焦点を受けて矢印キーで送れる', async () => {
    await seen.page.setViewportSize({ width: 320, height: 640 });
    await seen.page.goto(AgreementPage.path);
    const unreachable = await seen.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main *')]
        .filter((e) => /auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1)
        .filter((e) => e.tabIndex < 0 && e.querySelector('a, button, input, [tabindex]') === null)
        .map((e) => e.outerHTML.slice(0, 120)),
    );
    expect(unreachable).toEqual([]);
  });

  it('検索語を打って Enter で探せる', async () => {
    const home = await AreaHomePage.open(seen.page);
    await home.searchBox.focus();
    await seen.page.keyboard.type('医療');
    await seen.page.keyboard.press('Enter');
    await seen.page.waitForURL(/\/search\?/);
    await new SearchPage(seen.page).verifyOnPage('医療');
  });
});
