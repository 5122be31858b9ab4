import type { Locator } from 'playwright-core';
import { PortalPage } from './portal-page.js';

/** 市町一つ `/yamaguchi/municipalities/352039` */
export class MunicipalityPage extends PortalPage {
  async verifyOnPage(name: string): Promise<void> {
    await this.verifyHeading(name);
  }

  get agreements(): Locator {
    return this.page.getByRole('main').locator('a[href*="/agreements/"]');
  }
  get initiatives(): Locator {
    return this.page.getByRole('main').locator('a[href*="/initiatives/"]');
  }
}
