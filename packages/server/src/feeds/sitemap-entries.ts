import type { Catalogue } from '@renkei/app';
import { agreementPath, agreementsPath, areaPath, initiativePath, initiativesPath, municipalitiesPath, municipalityPath, sourcePath } from '../portal/paths.js';
import type { SitemapEntry } from './sitemap.js';

/** 公開しているすべての頁。 */
export async function sitemapEntries(catalogue: Catalogue): Promise<SitemapEntry[]> {
  const entries: SitemapEntry[] = [{ path: '/about' }, { path: '/accessibility' }];
  const areas = await catalogue.listAreas();
  // 圏域が一つだけのとき「/」はその圏域へ移るので、載せない。
  if (areas.length !== 1) entries.unshift({ path: '/' });
  for (const { slug } of areas) {
    const area = await catalogue.findArea(slug);
    if (!area) continue;
    const views = await Promise.all(area.agreements.map((card) => catalogue.findAgreement(slug, card.slug)));
    const changes = new Map(views.flatMap((view) => (view ? [[view.slug, view.recordedAt] as const] : [])));
    const newest = [...changes.values()].sort().at(-1);
    const initiatives = new Map(area.readings.flatMap(({ agreement, reading }) => reading.initiatives.map((i) => [i.path, changes.get(agreement)] as const)));
    entries.push(
      { path: areaPath(slug), changedAt: newest },
      { path: agreementsPath(slug), changedAt: newest },
      ...area.agreements.flatMap((card) => [
        { path: agreementPath(slug, card.slug), changedAt: changes.get(card.slug) },
        { path: sourcePath(slug, card.slug), changedAt: changes.get(card.slug) },
      ]),
      { path: initiativesPath(slug), changedAt: newest },
      ...[...initiatives].map(([path, changedAt]) => ({ path: initiativePath(slug, path), changedAt })),
      { path: municipalitiesPath(slug), changedAt: newest },
      ...area.municipalities.map(({ code }) => ({ path: municipalityPath(slug, code), changedAt: newest })),
    );
  }
  return entries;
}
