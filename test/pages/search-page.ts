import type { Locator, Page } from 'playwright-core';
import { PortalPage, type Lang } from './portal-page.js';

/** 検索 `/search?q=` */
export class SearchPage extends PortalPage {
  static async open(page: Page, text: string, lang: Lang = 'ja'): Promise<SearchPage> {
    const search = new SearchPage(page, lang);
    await page.goto(search.address(`/search?q=${encodeURIComponent(text)}`));
    await search.verifyOnPage(text);
    return search;
  }

  async verifyOnPage(text: string): Promise<void> {
    await this.verifyHeading(text.trim());
  }

  get hits(): Locator {
    return this.page.locator('.renkei-hits__item');
  }
  get marks(): Locator {
    return this.page.locator('.renkei-hits__excerpt mark');
  }
  get next(): Locator {
    return this.page.getByRole('link', { name: this.words.next });
  }
  kind(name: string): Locator {
    return this.page.getByRole('radio', { name });
  }
}
