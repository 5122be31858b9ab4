import type { Locator, Page } from 'playwright-core';
import { PortalPage, type Lang } from './portal-page.js';

/** 圏域の入口 `/yamaguchi` */
export class AreaHomePage extends PortalPage {
  static async open(page: Page, lang: Lang = 'ja'): Promise<AreaHomePage> {
    const home = new AreaHomePage(page, lang);
    await page.goto(home.address('/'));
    await home.verifyOnPage();
    return home;
  }

  async verifyOnPage(): Promise<void> {
    await this.verifyHeading('山口県央連携都市圏域');
  }

  get net(): Locator {
    return this.page.getByRole('img').first();
  }
  get tableTwin(): Locator {
    return this.page.locator('details').filter({ has: this.page.locator('table') });
  }
  initiative(name: string): Locator {
    return this.page.getByRole('main').getByRole('link', { name });
  }
  get agreement(): Locator {
    return this.page.getByRole('main').getByRole('link', { name: '山口県央連携都市圏域形成に係る連携協約' }).first();
  }
  municipality(name: string): Locator {
    return this.page.getByRole('main').getByRole('link', { name, exact: true }).first();
  }
}
