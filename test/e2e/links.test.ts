import { Parser } from 'htmlparser2';
import { expect, it } from 'vitest';
import { origin } from '../support/visitor.js';

interface Fetched {
  readonly status: number;
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
}

/** 番地の一つを取り、中のリンクと錨を読む。 */
async function open(address: string): Promise<Fetched> {
  const response = await fetch(address);
  const body = await response.text();
  if (!(response.headers.get('content-type') ?? '').includes('text/html') || response.headers.has('content-disposition')) return { status: response.status, ids: new Set(), links: [] };
  const ids = new Set<string>();
  const links: string[] = [];
  const parser = new Parser({
    onopentag: (_, { id, href, src }) => {
      if (id !== undefined) ids.add(id);
      for (const link of [href, src]) if (link !== undefined) links.push(new URL(link, response.url).href);
    },
  });
  parser.end(body);
  return { status: response.status, ids, links };
}

it('入口から辿れるすべての番地が開き、錨の飛び先があり、外のサイトは一つも読み込まない', async () => {
  const opened = new Map<string, Fetched>();
  const wanted = new Map<string, string>([[`${origin}/`, '（入口）']]);
  const broken: string[] = [];
  for (const [link, from] of wanted) {
    const url = new URL(link);
    if (url.origin !== origin) continue;
    const anchor = decodeURIComponent(url.hash.slice(1));
    url.hash = '';
    const page = opened.get(url.href) ?? (await open(url.href));
    opened.set(url.href, page);
    if (page.status !== 200) broken.push(`${url.pathname}${url.search} → ${page.status}（${from}）`);
    else if (anchor !== '' && page.ids.size > 0 && !page.ids.has(anchor)) broken.push(`${url.pathname}#${anchor} → 錨がない（${from}）`);
    for (const next of page.links) if (!wanted.has(next)) wanted.set(next, url.pathname);
  }
  expect(broken).toEqual([]);
  expect(opened.size).toBeGreaterThan(60);
});
