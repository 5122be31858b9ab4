import type { Page } from 'playwright-core';

export interface PageFacts {
  readonly lang: string;
  readonly title: string;
  readonly h1: readonly string[];
  readonly canonical: string | null;
  readonly alternates: Readonly<Record<string, string>>;
  readonly duplicateIds: readonly string[];
  /** 一段飛ばした見出し（h2 の次の h4 など） */
  readonly skippedHeadings: readonly string[];
  /** 名前の無いリンクの飛び先 */
  readonly brokenFragments: readonly string[];
  readonly structuredData: readonly string[];
}

/** どの頁でも成り立つべきことを調べる材料。 */
export async function pageFacts(page: Page): Promise<PageFacts> {
  return page.evaluate(() => {
    const all = <T extends Element>(selector: string) => [...document.querySelectorAll<T & Element>(selector)];
    const ids = all('[id]').map((e) => e.id);
    const headings = all('h1, h2, h3, h4, h5, h6').filter((e) => e.getClientRects().length > 0);
    const level = (e: Element) => Number(e.tagName[1]);
    return {
      lang: document.documentElement.lang,
      title: document.title,
      h1: all('h1').map((e) => (e.textContent ?? '').trim()),
      canonical: all<HTMLLinkElement>('link[rel=canonical]')[0]?.href ?? null,
      alternates: Object.fromEntries(all<HTMLLinkElement>('link[rel=alternate][hreflang]').map((e) => [e.hreflang, e.href])),
      duplicateIds: ids.filter((id, i) => ids.indexOf(id) !== i),
      skippedHeadings: headings.filter((e, i) => i > 0 && level(e) > level(headings[i - 1]!) + 1).map((e) => `${e.tagName} ${(e.textContent ?? '').trim()}`),
      brokenFragments: all<HTMLAnchorElement>('a[href^="#"]').map((e) => decodeURIComponent(e.hash.slice(1))).filter((id) => id !== '' && document.getElementById(id) === null),
      structuredData: all('script[type="application/ld+json"]').map((e) => e.textContent ?? ''),
    };
  });
}
