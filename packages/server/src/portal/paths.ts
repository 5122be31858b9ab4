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

export const historyPath = (area: string, slug: string): string => `${agreementPath(area, slug)}/history`;
/** 第 number 版にした改め文 */
export const amendmentPath = (area: string, slug: string, number: number): string => `${historyPath(area, slug)}/${number}`;
export const amendmentDownloadPath = (area: string, slug: string, number: number): string => `${amendmentPath(area, slug, number)}/download`;
export const textPath = (area: string, slug: string): string => `${agreementPath(area, slug)}/text`;
/** 同じ日に二度変わることがあるので、版は日でなく番号で指す。 */
export const versionTextPath = (area: string, slug: string, number: number): string => `${textPath(area, slug)}?version=${number}`;
export const comparePath = (area: string, slug: string): string => `${agreementPath(area, slug)}/compare`;
export const compareVersionsPath = (area: string, slug: string, from: number, to: number): string => `${comparePath(area, slug)}?from=${from}&to=${to}`;
export const LAB_PATH = '/lab';
