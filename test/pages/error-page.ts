import type { Locator } from 'playwright-core';
import { PortalPage } from './portal-page.js';

/** 誤りの頁。何が起きたか、次に何ができるかを言う。 */
export class ErrorPage extends PortalPage {
  async verifyOnPage(text: string | RegExp): Promise<void> {
    await this.verifyHeading(text);
  }

  get waysOut(): Locator {
    return this.page.getByRole('main').getByRole('link');
  }
}
