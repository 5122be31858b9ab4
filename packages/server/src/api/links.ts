import { agreementPath, areaPath, articleAnchor, initiativePath, municipalityPath } from '../portal/paths.js';

export interface LinkPair {
  readonly self: string;
  readonly html: string;
}

/** API の番地（/api/v1/areas/…）と、人のための頁の番地の組。 */
export interface ApiLinks {
  readonly area: (area: string) => LinkPair;
  readonly agreement: (area: string, slug: string) => LinkPair;
  readonly initiative: (area: string, path: string) => LinkPair;
  readonly municipality: (area: string, code: string) => LinkPair;
  readonly article: (area: string, slug: string, article: string) => string;
}

export const API_ROOT = '/api/v1';

export function apiLinks(baseUrl: string): ApiLinks {
  const pair = (path: string): LinkPair => ({ self: `${baseUrl}${API_ROOT}/areas${path}`, html: `${baseUrl}${path}` });
  return {
    area: (area) => pair(areaPath(area)),
    agreement: (area, slug) => pair(agreementPath(area, slug)),
    initiative: (area, path) => pair(initiativePath(area, path)),
    municipality: (area, code) => pair(municipalityPath(area, code)),
    article: (area, slug, article) => `${baseUrl}${agreementPath(area, slug)}#${articleAnchor(article)}`,
  };
}
