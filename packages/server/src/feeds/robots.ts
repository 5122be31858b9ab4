/** 検索の結果は無数にあるので集めさせない。それ以外はすべて公開している。 */
export const robots = (baseUrl: string): string => `User-agent: *\nDisallow: /search\nDisallow: /en/search\n\nSitemap: ${baseUrl}/sitemap.xml\n`;
