import type { AgreementVersions, Catalogue } from '@renkei/app';
import { agreementPath, agreementsPath, amendmentPath, areaPath, comparePath, historyPath, initiativePath, initiativesPath, LAB_PATH, municipalitiesPath, municipalityPath, sourcePath, textPath } from '../portal/paths.js';
import type { SitemapEntry } from './sitemap.js';

/** 公開しているすべての頁。 */
export async function sitemapEntries(catalogue: Catalogue): Promise<SitemapEntry[]> {
  const entries: SitemapEntry[] = [{ path: '/about' }, { path: '/accessibility' }, { path: LAB_PATH }];
  const areas = await catalogue.listAreas();
  // 圏域が一つだけのとき「/」はその圏域へ移るので、載せない。
  if (areas.length !== 1) entries.unshift({ path: '/' });
  for (const { slug } of areas) {
    const area = await catalogue.findArea(slug);
    if (!area) continue;
    const views = await Promise.all(area.agreements.map((card) => catalogue.findAgreement(slug, card.slug)));
    const histories = new Map(await Promise.all(area.agreements.map(async (card) => [card.slug, await catalogue.findVersions(slug, card.slug)] as const)));
    const changes = new Map(views.flatMap((view) => (view ? [[view.slug, view.recordedAt] as const] : [])));
    const newest = [...changes.values()].sort().at(-1);
    const initiatives = new Map(area.readings.flatMap(({ agreement, reading }) => reading.initiatives.map((i) => [i.path, changes.get(agreement)] as const)));
    entries.push(
      { path: areaPath(slug), changedAt: newest },
      { path: agreementsPath(slug), changedAt: newest },
      ...area.agreements.flatMap((card) => [
        { path: agreementPath(slug, card.slug), changedAt: changes.get(card.slug) },
        { path: sourcePath(slug, card.slug), changedAt: changes.get(card.slug) },
        ...historyEntries(slug, histories.get(card.slug) ?? null),
      ]),
      { path: initiativesPath(slug), changedAt: newest },
      ...[...initiatives].map(([path, changedAt]) => ({ path: initiativePath(slug, path), changedAt })),
      { path: municipalitiesPath(slug), changedAt: newest },
      ...area.municipalities.map(({ code }) => ({ path: municipalityPath(slug, code), changedAt: newest })),
    );
  }
  return entries;
}

/** 変更の履歴の頁。改め文の頁は、変更の数だけ。 */
function historyEntries(area: string, versions: AgreementVersions | null): SitemapEntry[] {
  if (!versions) return [];
  const amendments = versions.versions.flatMap((version) => version.amendment ?? []);
  const changedAt = amendments.at(-1)?.recordedAt;
  return [
    { path: historyPath(area, versions.slug), changedAt },
    { path: textPath(area, versions.slug), changedAt },
    { path: comparePath(area, versions.slug), changedAt },
    ...amendments.map(({ number, recordedAt }) => ({ path: amendmentPath(area, versions.slug, number), changedAt: recordedAt })),
  ];
}
