/** ポータルの中のアドレス（言語の接頭辞を除く）。綴りは canonicalPath と同じ規則で作る。 */
export const areaPath = (area: string): string => `/${encodeURIComponent(area)}`;
export const agreementsPath = (area: string): string => `${areaPath(area)}/agreements`;
export const agreementPath = (area: string, slug: string): string => `${agreementsPath(area)}/${encodeURIComponent(slug)}`;
export const sourcePath = (area: string, slug: string): string => `${agreementPath(area, slug)}/source`;
export const sourceDownloadPath = (area: string, slug: string): string => `${sourcePath(area, slug)}/download`;
export const initiativesPath = (area: string): string => `${areaPath(area)}/initiatives`;
/** 取組の path は「3(1)/カ」のように / を含み、そのままアドレスの段になる。 */
export const initiativePath = (area: string, path: string): string => `${initiativesPath(area)}/${path.split('/').map(encodeURIComponent).join('/')}`;
export const municipalitiesPath = (area: string): string => `${areaPath(area)}/municipalities`;
export const municipalityPath = (area: string, code: string): string => `${municipalitiesPath(area)}/${encodeURIComponent(code)}`;

/** 本則の条の錨。条の番号「3の2」から作る（anchorsOf と同じ名になる）。 */
export const articleAnchor = (article: string): string => `a${article.replaceAll('の', '_')}`;
