import { writeXml, xml, type XmlNode } from './write-xml.js';

export interface SitemapEntry {
  /** 言語の接頭辞を除いた番地 */
  readonly path: string;
  /** 最後に変わった時刻（分かるものだけ） */
  readonly changedAt?: string | undefined;
}

/** 一つの文書に載せる番地の数。日英の2つで数えるので、規約の上限（5万）の内に収まる。 */
export const SITEMAP_SIZE = 10_000;

const NAMESPACES = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9', 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' };

/** サイトマップ。多ければ分けて、索引を返す。 */
export function sitemap(entries: readonly SitemapEntry[], baseUrl: string, size = SITEMAP_SIZE): string {
  if (entries.length <= size) return urlSet(entries, baseUrl);
  const parts = Array.from({ length: Math.ceil(entries.length / size) }, (_, i) => i + 1);
  return writeXml(xml('sitemapindex', { xmlns: NAMESPACES.xmlns }, ...parts.map((n) => xml('sitemap', {}, xml('loc', {}, `${baseUrl}/sitemap-${n}.xml`)))));
}

/** 分けたうちの n 番目（1から）。無ければ null。 */
export function sitemapPart(entries: readonly SitemapEntry[], n: number, baseUrl: string, size = SITEMAP_SIZE): string | null {
  const part = entries.slice((n - 1) * size, n * size);
  return entries.length <= size || part.length === 0 ? null : urlSet(part, baseUrl);
}

const urlSet = (entries: readonly SitemapEntry[], baseUrl: string): string =>
  writeXml(xml('urlset', NAMESPACES, ...entries.flatMap((entry) => [url(entry, baseUrl, 'ja'), url(entry, baseUrl, 'en')])));

function url({ path, changedAt }: SitemapEntry, baseUrl: string, lang: 'ja' | 'en'): XmlNode {
  const ja = `${baseUrl}${path}`;
  const en = `${baseUrl}${path === '/' ? '/en' : `/en${path}`}`;
  const alternate = (hreflang: string, href: string): XmlNode => xml('xhtml:link', { rel: 'alternate', hreflang, href });
  return xml('url', {},
    xml('loc', {}, lang === 'ja' ? ja : en),
    ...(changedAt === undefined ? [] : [xml('lastmod', {}, changedAt)]),
    alternate('ja', ja), alternate('en', en), alternate('x-default', ja),
  );
}
