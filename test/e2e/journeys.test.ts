import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AgreementPage } from '../pages/agreement-page.js';
import { AreaHomePage } from '../pages/area-home-page.js';
import { InitiativePage } from '../pages/initiative-page.js';
import { MunicipalityPage } from '../pages/municipality-page.js';
import { SearchPage } from '../pages/search-page.js';
import { REPOSITORY } from '../support/start-product.js';
import { visitor, type Visitor } from '../support/visitor.js';

/** 住民が果たしたい用事。JavaScript の有無によらず、日本語でも英語でも、同じ用事が済む。 */
describe.each([
  ['JavaScript あり', true, 'ja'],
  ['JavaScript なし', false, 'ja'],
  ['JavaScript なし・英語', false, 'en'],
] as const)('%s', (_, javaScriptEnabled, lang) => {
  let seen: Visitor;
  beforeEach(async () => {
    seen = await visitor({ javaScriptEnabled });
  });
  afterEach(async () => {
    expect(seen.troubles).toEqual([]);
    await seen.leave();
  });

  it('入口から取組へ、取組からそれを定める条へ行ける', async () => {
    const home = await AreaHomePage.open(seen.page, lang);
    await home.initiative('経済戦略の策定及び推進').first().click();
    const initiative = new InitiativePage(seen.page, lang);
    await initiative.verifyOnPage('経済戦略の策定及び推進');
    expect(await initiative.roles.textContent()).toContain('両市が相互に連携・協力して、取組を推進する。');
    await initiative.article.click();
    await new AgreementPage(seen.page, lang).verifyOnPage();
    expect(new URL(seen.page.url()).hash).toBe('#a3');
    expect(await seen.page.locator('#a3').textContent()).toContain('連携する取組及び役割');
  });

  it('目次から別表へ飛び、表の行から取組の頁へ行ける', async () => {
    const agreement = await AgreementPage.open(seen.page, lang);
    await agreement.contents.getByRole('link', { name: '別表' }).first().click();
    expect(await seen.page.locator(decodeURIComponent(new URL(seen.page.url()).hash)).isVisible()).toBe(true);
    const row = agreement.tables.last().getByRole('link').first();
    const name = ((await row.textContent()) ?? '').replace(/^[ア-ン]\s*/u, '').trim();
    await row.click();
    await new InitiativePage(seen.page, lang).verifyOnPage(name);
  });

  it('市町の頁から、その市町の協約と役割を知る', async () => {
    await seen.page.goto(new AreaHomePage(seen.page, lang).address('/yamaguchi/municipalities/352021'));
    const ube = new MunicipalityPage(seen.page, lang);
    await ube.verifyOnPage('宇部市');
    expect(await ube.agreements.count()).toBeGreaterThanOrEqual(1);
    expect(await ube.initiatives.count()).toBe(19);
  });

  it('協約の当事者でない市町の頁は、協約が登録されていないと言う', async () => {
    await seen.page.goto(new AreaHomePage(seen.page, lang).address('/yamaguchi/municipalities/325015'));
    const tsuwano = new MunicipalityPage(seen.page, lang);
    await tsuwano.verifyOnPage('津和野町');
    expect(await tsuwano.initiatives.count()).toBe(0);
  });

  it('図を表で見られる', async () => {
    const home = await AreaHomePage.open(seen.page, lang);
    expect(await home.net.isVisible()).toBe(true);
    await home.tableTwin.locator('summary').first().click();
    const table = home.tableTwin.getByRole('table').first();
    expect(await table.isVisible()).toBe(true);
    expect(await table.getByRole('row').count()).toBeGreaterThanOrEqual(8);
  });

  it('頁の上の検索欄から探し、結果から本文へ行ける', async () => {
    const home = await AreaHomePage.open(seen.page, lang);
    await home.searchFor('費用');
    const search = new SearchPage(seen.page, lang);
    await search.verifyOnPage('費用');
    await search.hits.getByRole('link').first().click();
    expect(new URL(seen.page.url()).pathname).toMatch(lang === 'en' ? /^\/en\/yamaguchi/ : /^\/yamaguchi/);
  });

  it('言語を切り替えると、同じ頁のもう一つの言語へ行き、戻れる', async () => {
    const agreement = await AgreementPage.open(seen.page, lang);
    const other = lang === 'ja' ? 'en' : 'ja';
    await agreement.switchTo(other);
    const switched = new AgreementPage(seen.page, other);
    await switched.verifyOnPage();
    expect(new URL(seen.page.url()).pathname).toBe(switched.address(AgreementPage.path));
    await switched.switchTo(lang);
    await agreement.verifyOnPage();
  });

  it('本文の読み方の報告を読み、原文の頁で、その行を確かめられる', async () => {
    const agreement = await AgreementPage.open(seen.page, lang);
    expect(await agreement.findings.count()).toBeGreaterThan(0);
    await seen.page.goto(agreement.address(`${AgreementPage.path}/source`));
    const lines = readFileSync(join(REPOSITORY, 'examples/yamaguchi/agreement-yamaguchi-ube.txt'), 'utf8').split(/\r\n|\r|\n/);
    for (const [i, line] of lines.entries()) expect(await seen.page.locator(`#L${i + 1}`).textContent()).toBe(line);
  });
});
