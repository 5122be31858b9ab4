import type { Locator, Page } from 'playwright-core';
import { PortalPage, type Lang } from './portal-page.js';

/** 改め文ラボ `/lab` */
export class LabPage extends PortalPage {
  static readonly path = '/lab';

  static async open(page: Page, query = '', lang: Lang = 'ja'): Promise<LabPage> {
    const lab = new LabPage(page, lang);
    await page.goto(`${lab.address(LabPage.path)}${query}`);
    await lab.verifyOnPage();
    return lab;
  }

  async verifyOnPage(): Promise<void> {
    await this.verifyHeading(this.lang === 'ja' ? '改め文ラボ' : 'Amendment lab');
  }

  get base(): Locator {
    return this.page.locator('#base');
  }
  get other(): Locator {
    return this.page.locator('#other');
  }
  get submit(): Locator {
    return this.page.locator('#lab-form button[type=submit]');
  }
  /** 行番号付きの改め文 */
  get amendingText(): Locator {
    return this.page.locator('.renkei-amending').first();
  }
  get comparison(): Locator {
    return this.page.locator('.renkei-comparison');
  }
  get alert(): Locator {
    return this.page.getByRole('alert');
  }
  download(name: string): Locator {
    return this.page.getByRole('button', { name });
  }
}
