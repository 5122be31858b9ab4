import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export type Lang = 'ja' | 'en';

const WORDS = {
  ja: { skip: '本文へ移動', search: '検索', searchFor: '検索する語', initiatives: '取組', agreements: '協約', municipalities: '市町', next: '次へ' },
  en: { skip: 'Skip to main content', search: 'Search', searchFor: 'Search for', initiatives: 'Initiatives', agreements: 'Agreements', municipalities: 'Municipalities', next: 'Next' },
} as const satisfies Record<Lang, Record<string, string>>;

/** ポータルのどの頁にもあるもの。頁ごとの型はこれを継ぎ、verifyOnPage で自分の頁にいることを確かめる。 */
export class PortalPage {
  readonly page: Page;
  readonly lang: Lang;
  readonly words: (typeof WORDS)[Lang];

  constructor(page: Page, lang: Lang = 'ja') {
    this.page = page;
    this.lang = lang;
    this.words = WORDS[lang];
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }
  get skipLink(): Locator {
    return this.page.getByRole('link', { name: this.words.skip });
  }
  get searchBox(): Locator {
    return this.page.getByRole('searchbox', { name: this.words.searchFor });
  }
  get breadcrumb(): Locator {
    return this.page.locator('nav').filter({ has: this.page.locator('[aria-current="page"]') });
  }

  address(path: string): string {
    return this.lang === 'en' ? `/en${path === '/' ? '' : path}` : path;
  }

  async searchFor(text: string): Promise<void> {
    await this.searchBox.fill(text);
    await this.page.getByRole('search').getByRole('button', { name: this.words.search }).click();
  }

  async switchTo(lang: Lang): Promise<void> {
    await this.page.getByRole('link', { name: lang === 'ja' ? '日本語' : 'English', exact: true }).click();
  }

  protected async verifyHeading(text: string | RegExp): Promise<void> {
    const shown = ((await this.heading.textContent()) ?? '').trim();
    if (typeof text === 'string') expect(shown).toContain(text);
    else expect(shown).toMatch(text);
    expect(await this.page.locator('html').getAttribute('lang')).toBe(this.lang);
  }
}
