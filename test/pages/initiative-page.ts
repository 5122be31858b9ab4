import type { Locator } from 'playwright-core';
import { PortalPage } from './portal-page.js';

/** 取組一つ `/yamaguchi/initiatives/1/ア` */
export class InitiativePage extends PortalPage {
  async verifyOnPage(name: string): Promise<void> {
    await this.verifyHeading(name);
  }

  get content(): Locator {
    return this.page.getByRole('blockquote');
  }
  get roles(): Locator {
    return this.page.getByRole('table');
  }
  get article(): Locator {
    return this.page.locator('main a[href$="#a3"]').first();
  }
}
