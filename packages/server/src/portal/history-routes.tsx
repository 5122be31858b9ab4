import { compareVersions, comparisonWords, fillMessage, portalMessages, versionOn, type AgreementVersions, type ComparisonFormat, type Lang } from '@renkei/app';
import { Hono, type Context } from 'hono';
import type { VNode } from 'preact';
import type { Services } from '../services.js';
import type { Page } from '../views/page.js';
import { AmendmentPage } from '../views/pages/amendment-page.js';
import { ComparePage } from '../views/pages/compare-page.js';
import { HistoryPage } from '../views/pages/history-page.js';
import { VersionTextPage } from '../views/pages/version-text-page.js';
import { renderPage } from '../views/render-page.js';
import { versionNameWithin } from '../views/version-name.js';
import { comparedVersions, type ComparedVersions } from './compared-versions.js';
import { contentDisposition } from './content-disposition.js';
import { readDay } from './read-day.js';
import { sendSource } from './send-source.js';

/** 日付の欄に書ける長さ */
const LONGEST_DAY = 40;

/** 変更の履歴・改め文・ある日の本文・新旧対照表の頁。 */
export function historyRoutes(services: Services, pageOf: (c: Context) => Page): Hono {
  const { catalogue } = services;
  const app = new Hono();
  const show = (c: Context, view: (page: Page) => VNode, status: 200 | 400 | 404 = 200) => c.html(renderPage(view(pageOf(c))), status);

  app.get('/:area/agreements/:slug/history', async (c) => {
    const versions = await catalogue.findVersions(c.req.param('area'), c.req.param('slug'));
    return versions ? show(c, (page) => <HistoryPage page={page} area={versions.area} versions={versions} />) : c.notFound();
  });

  app.get('/:area/agreements/:slug/history/:number{[1-9][0-9]{0,5}}', async (c) => {
    const versions = await catalogue.findVersions(c.req.param('area'), c.req.param('slug'));
    const amendment = versions?.versions[Number(c.req.param('number'))]?.amendment;
    return versions && amendment ? show(c, (page) => <AmendmentPage page={page} area={versions.area} versions={versions} amendment={amendment} />) : c.notFound();
  });

  // ?on= はその日の版、?version= はその番号の版、どちらも無ければ今日の版。
  app.get('/:area/agreements/:slug/text', async (c) => {
    const { area, slug } = c.req.param();
    const versions = await catalogue.findVersions(area, slug);
    if (!versions) return c.notFound();
    const written = c.req.query('on');
    const number = c.req.query('version');
    if (written === undefined) {
      if (number !== undefined && !/^\d{1,6}$/.test(number)) return c.notFound();
      const agreement = await catalogue.findVersion(area, slug, number === undefined ? versions.current : Number(number));
      return agreement ? show(c, (page) => <VersionTextPage page={page} area={versions.area} versions={versions} agreement={agreement} on={null} />) : c.notFound();
    }
    const text = written.replace(/\p{Cc}/gu, ' ').trim().slice(0, LONGEST_DAY);
    const day = readDay(text);
    if (day === null) return show(c, (page) => <HistoryPage page={page} area={versions.area} versions={versions} asked={{ text, problem: { kind: 'invalid' } }} />, 400);
    const version = versionOn(versions, day);
    if (!version) return show(c, (page) => <HistoryPage page={page} area={versions.area} versions={versions} asked={{ text, problem: { kind: 'before', day, concludedOn: versions.concludedOn! } }} />, 404);
    const agreement = await catalogue.findVersion(area, slug, version.number);
    return agreement ? show(c, (page) => <VersionTextPage page={page} area={versions.area} versions={versions} agreement={agreement} on={day} />) : c.notFound();
  });

  app.get('/:area/agreements/:slug/compare', async (c) => {
    const { area, slug } = c.req.param();
    const versions = await catalogue.findVersions(area, slug);
    if (!versions) return c.notFound();
    const compared = comparedVersions(versions, { from: c.req.query('from'), to: c.req.query('to') });
    const whole = c.req.query('whole') === '1';
    const result = await compare(services, area, versions, compared, whole);
    return show(c, (page) => <ComparePage page={page} area={versions.area} versions={versions} whole={whole} result={result} {...compared} />, compared.unknown.length > 0 ? 404 : 200);
  });

  return app;
}

async function compare({ catalogue }: Services, area: string, versions: AgreementVersions, { from, to, unknown }: ComparedVersions, whole: boolean) {
  if (from === to || unknown.length > 0) return null;
  const titles = { new: portalMessages['compare.new-title'].ja, old: portalMessages['compare.old-title'].ja };
  return compareVersions({ area, versions, from, to, whole, titles }, { catalogue });
}

const MEDIA: Readonly<Record<string, { readonly format: ComparisonFormat; readonly type: string }>> = {
  docx: { format: 'docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  html: { format: 'html', type: 'text/html; charset=utf-8' },
  txt: { format: 'text', type: 'text/plain; charset=utf-8' },
};

/** 言語によらない番地: 改め文の原本と、新旧対照表のファイル。 */
export function historyFiles(services: Services): Hono {
  const { catalogue } = services;
  const app = new Hono();

  app.get('/:area/agreements/:slug/history/:number{[1-9][0-9]{0,5}}/download', async (c, next) => {
    const { area, slug, number } = c.req.param();
    const source = await catalogue.findAmendmentText(area, slug, Number(number));
    return source ? sendSource(c, source) : next();
  });

  app.get('/:area/agreements/:slug/:file{compare\\.(?:docx|html|txt)}', async (c, next) => {
    const { area, slug, file } = c.req.param();
    const media = MEDIA[file.slice('compare.'.length)]!;
    const versions = await catalogue.findVersions(area, slug);
    if (!versions) return next();
    const compared = comparedVersions(versions, { from: c.req.query('from'), to: c.req.query('to') });
    const result = await compare(services, area, versions, compared, c.req.query('whole') === '1');
    if (!result) return next();
    const lang: Lang = c.req.query('lang') === 'en' ? 'en' : 'ja';
    const { from, to } = compared;
    const heading = fillMessage(portalMessages['compare.title'], lang, { title: versions.title, from: versionNameWithin(from, lang), to: versionNameWithin(to, lang) });
    const bytes = await services.writeComparison(result.comparison, media.format, comparisonWords(heading, lang, { sample: versions.versions.slice(from + 1, to + 1).some((v) => v.amendment?.sample) }));
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': media.type,
      'Content-Disposition': contentDisposition('attachment', `${area}-${slug}-${from}-${to}.${file.slice('compare.'.length)}`),
      'X-Robots-Tag': 'noindex',
    });
  });

  return app;
}
