import type { Locator, Page } from 'playwright-core';
import { PortalPage, type Lang } from './portal-page.js';

/** 協約の全文 `/yamaguchi/agreements/yamaguchi-ube` */
export class AgreementPage extends PortalPage {
  static readonly path = '/yamaguchi/agreements/yamaguchi-ube';

  static async open(page: Page, lang: Lang = 'ja'): Promise<AgreementPage> {
    const agreement = new AgreementPage(page, lang);
    await page.goto(agreement.address(AgreementPage.path));
    await agreement.verifyOnPage();
    return agreement;
  }

  async verifyOnPage(): Promise<void> {
    await this.verifyHeading('山口県央連携都市圏域形成に係る連携協約');
  }

  get contents(): Locator {
    return this.page.getByRole('navigation', { name: /目次|Contents/ });
  }
  get tables(): Locator {
    return this.page.locator('.doc').getByRole('table');
  }
  get findings(): Locator {
    return this.page.locator('.renkei-findings__item');
  }
  /** 末尾が同じアドレスのリンク（「…/yamaguchi-ube.xml」） */
  format(suffix: string): Locator {
    return this.page.locator(`main a[href$="${AgreementPage.path}${suffix}"]`);
  }
  get sourceDownload(): Locator {
    return this.page.locator('main a[href$="/source/download"]');
  }
}
