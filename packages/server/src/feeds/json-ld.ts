import type { AgreementView, AreaView, MunicipalityFacts } from '@renkei/app';
import { DOCUMENT_FORMATS } from '../portal/document-format.js';
import { agreementPath, areaPath, initiativePath, municipalityPath } from '../portal/paths.js';

/** schema.org の語で書いた構造化データ。検索する機械のための写しで、頁に無いことは書かない。 */
export interface JsonLd {
  readonly '@type': string;
  readonly [key: string]: unknown;
}

export function municipalityLd(area: string, facts: MunicipalityFacts, baseUrl: string): JsonLd {
  const url = `${baseUrl}${municipalityPath(area, facts.code)}`;
  return {
    '@type': 'GovernmentOrganization',
    '@id': url,
    url,
    name: facts.name,
    alternateName: [facts.kana, facts.romaji].filter((name) => name !== ''),
    identifier: { '@type': 'PropertyValue', propertyID: '全国地方公共団体コード', value: facts.code },
    address: { '@type': 'PostalAddress', addressCountry: 'JP', addressRegion: facts.prefecture, addressLocality: facts.name },
    location: { '@type': 'Place', geo: { '@type': 'GeoCoordinates', latitude: facts.cityHall.lat, longitude: facts.cityHall.lng } },
  };
}

export function areaLd(area: AreaView, baseUrl: string): JsonLd {
  const url = `${baseUrl}${areaPath(area.slug)}`;
  return {
    '@type': 'Organization',
    '@id': url,
    url,
    name: area.name,
    ...(area.nickname === null ? {} : { alternateName: area.nickname }),
    foundingDate: area.formedOn,
    member: area.municipalities.map((facts) => municipalityLd(area.slug, facts, baseUrl)),
  };
}

/** 圏域のデータ集（JSON・CSV）。 */
export function datasetLd(area: AreaView, baseUrl: string): JsonLd {
  const api = `${baseUrl}/api/v1/areas/${encodeURIComponent(area.slug)}`;
  const csv = (name: string): JsonLd => ({ '@type': 'DataDownload', name, encodingFormat: 'text/csv', contentUrl: `${api}/${name}.csv` });
  return {
    '@type': 'Dataset',
    name: `${area.name}の連携協約・取組・市町`,
    description: `${area.name}の連携協約の本文、取組と役割、市町と人口を、JSON と CSV で公開しています。`,
    url: `${baseUrl}/api`,
    inLanguage: 'ja',
    isAccessibleForFree: true,
    creator: { '@id': `${baseUrl}${areaPath(area.slug)}` },
    distribution: [
      { '@type': 'DataDownload', name: 'area', encodingFormat: 'application/json', contentUrl: api },
      csv('agreements'), csv('initiatives'), csv('municipalities'), csv('population'),
    ],
  };
}

/** 協約は schema.org の Legislation。効力があるのは締結された原本なので、法的な値は「非公式」とする。 */
export function legislationLd(area: AreaView, view: AgreementView, baseUrl: string): JsonLd {
  const url = `${baseUrl}${agreementPath(view.area.slug, view.slug)}`;
  const parties = view.parties.map(({ code, name }) => {
    const facts = area.municipalities.find((m) => (code === null ? m.name === name : m.code === code));
    return facts ? { '@type': 'GovernmentOrganization', '@id': `${baseUrl}${municipalityPath(area.slug, facts.code)}`, name } : { '@type': 'GovernmentOrganization', name };
  });
  const { legalBasis } = view.reading.agreement;
  return {
    '@type': 'Legislation',
    '@id': url,
    url,
    name: view.title,
    legislationType: '連携協約',
    ...(view.concludedOn === null ? {} : { legislationDate: view.concludedOn }),
    legislationPassedBy: parties,
    legislationJurisdiction: view.area.name,
    legislationLegalValue: 'https://schema.org/UnofficialLegalValue',
    ...(legalBasis === null ? {} : { isBasedOn: { '@type': 'Legislation', name: legalBasis } }),
    inLanguage: 'ja',
    dateModified: view.recordedAt,
    version: String(view.revision),
    encoding: DOCUMENT_FORMATS.map(({ extension, mediaType }) => ({ '@type': 'LegislationObject', encodingFormat: mediaType.split(';')[0], contentUrl: `${url}.${extension}` })),
    hasPart: view.reading.initiatives.map((initiative) => ({ '@type': 'CreativeWork', name: initiative.name, url: `${baseUrl}${initiativePath(view.area.slug, initiative.path)}` })),
  };
}

/** 現在位置。最後（いまの頁）は番地を持たなくてよい。 */
export function breadcrumbLd(trail: readonly { readonly label: string; readonly url?: string | undefined }[]): JsonLd {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ label, url }, i) => ({ '@type': 'ListItem', position: i + 1, name: label, ...(url === undefined ? {} : { item: url }) })),
  };
}
