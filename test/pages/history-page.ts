import type { Locator, Page } from 'playwright-core';
import { PortalPage, type Lang } from './portal-page.js';

/** 変更の履歴 `/yamaguchi/agreements/yamaguchi-ube/history` */
export class HistoryPage extends PortalPage {
  static readonly path = '/yamaguchi/agreements/yamaguchi-ube/history';

  static async open(page: Page, lang: Lang = 'ja'): Promise<HistoryPage> {
    const history = new HistoryPage(page, lang);
    await page.goto(history.address(HistoryPage.path));
    await history.verifyOnPage();
    return history;
  }

  async verifyOnPage(): Promise<void> {
    await this.verifyHeading(this.lang === 'ja' ? '変更の履歴' : 'History of');
  }

  get versions(): Locator {
    return this.page.locator('.renkei-versions__item');
  }
  get day(): Locator {
    return this.page.getByRole('textbox', { name: /^日付|^Day/ });
  }
  async readOn(day: string): Promise<void> {
    await this.day.fill(day);
    await this.page.getByRole('button', { name: /その日の本文|Read the text/ }).click();
  }
}
