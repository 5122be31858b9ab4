import { origin } from './visitor.js';

/** サイトマップに載るすべての頁のパス（ja と en）。載っているのに起点が違えば、そのまま失敗させる。 */
export async function sitemapPaths(): Promise<string[]> {
  const response = await fetch(`${origin}/sitemap.xml`);
  if (!response.ok) throw new Error(`サイトマップが ${response.status} を返しました。`);
  const addresses = [...(await response.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map((m) => m[1]!.replaceAll('&amp;', '&'));
  if (addresses.length === 0) throw new Error('サイトマップに頁がありません。');
  return addresses.map((address) => {
    if (!address.startsWith(`${origin}/`)) throw new Error(`サイトマップのアドレスが公開の起点と違います: ${address}（起点 ${origin}）`);
    return address.slice(origin.length);
  });
}
