import type { AgreementView, AreaView, MunicipalityFacts } from '@renkei/app';
import type { VNode } from 'preact';
import { DOCUMENT_FORMATS } from '../portal/document-format.js';
import type { InitiativeEntry } from '../portal/initiative-index.js';
import { agreementPath, agreementsPath, areaPath, initiativesPath, municipalitiesPath } from '../portal/paths.js';
import { municipalityName } from '../views/municipality-name.js';
import type { Page } from '../views/page.js';
import { areaLd, breadcrumbLd, datasetLd, legislationLd, municipalityLd, type JsonLd } from './json-ld.js';
import { JsonLdScript } from './json-ld-script.js';

/** 頁の head に足すもの: 更新情報への案内、ほかの形式への案内、構造化データ。 */
export function areaHead(page: Page, area: AreaView): VNode {
  return <Head page={page} area={area} items={[areaLd(area, page.baseUrl), datasetLd(area, page.baseUrl)]} />;
}

export function agreementHead(page: Page, area: AreaView, agreement: AgreementView): VNode {
  const url = `${page.baseUrl}${agreementPath(area.slug, agreement.slug)}`;
  const trail = breadcrumbLd([crumb(page, area.name, areaPath(area.slug)), crumb(page, page.say('nav.agreements'), agreementsPath(area.slug)), { label: agreement.title }]);
  return (
    <>
      {DOCUMENT_FORMATS.map(({ extension, mediaType }) => <link rel="alternate" type={mediaType.split(';')[0]} href={`${url}.${extension}`} />)}
      <Head page={page} area={area} items={[legislationLd(area, agreement, page.baseUrl), trail]} />
    </>
  );
}

export function initiativeHead(page: Page, area: AreaView, entry: InitiativeEntry): VNode {
  const trail = breadcrumbLd([crumb(page, area.name, areaPath(area.slug)), crumb(page, page.say('nav.initiatives'), initiativesPath(area.slug)), { label: entry.name }]);
  return <Head page={page} area={area} items={[trail]} />;
}

export function municipalityHead(page: Page, area: AreaView, municipality: MunicipalityFacts): VNode {
  const trail = breadcrumbLd([
    crumb(page, area.name, areaPath(area.slug)), crumb(page, page.say('nav.municipalities'), municipalitiesPath(area.slug)), { label: municipalityName(municipality, page.lang) },
  ]);
  return <Head page={page} area={area} items={[municipalityLd(area.slug, municipality, page.baseUrl), trail]} />;
}

const crumb = (page: Page, label: string, path: string) => ({ label, url: `${page.baseUrl}${page.href(path)}` });

function Head({ page, area, items }: { readonly page: Page; readonly area: AreaView; readonly items: readonly JsonLd[] }): VNode {
  return (
    <>
      <link rel="alternate" type="application/rss+xml" title={page.say('nav.feed')} href={`${areaPath(area.slug)}/feed.xml`} />
      <JsonLdScript items={items} />
    </>
  );
}
