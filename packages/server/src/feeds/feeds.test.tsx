import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { emptyServices, exampleServices } from '../../testing/example-services.js';
import { feeds } from './feeds.js';
import { areaLd, breadcrumbLd, datasetLd, legislationLd } from './json-ld.js';
import { JsonLdScript } from './json-ld-script.js';
import { rss } from './rss.js';
import { sitemap, sitemapPart } from './sitemap.js';
import { writeXml, xml } from './write-xml.js';

const services = await exampleServices();
const app = feeds(services);
const area = (await services.catalogue.findArea('yamaguchi'))!;
const view = (await services.catalogue.findAgreement('yamaguchi', 'yamaguchi-ube'))!;
const BASE = services.baseUrl;
const text = async (path: string) => (await app.request(path)).text();

describe('更新情報（RSS）', () => {
  it('公開した協約を一つの記事にする', async () => {
    const response = await app.request('/yamaguchi/feed.xml');
    expect(response.headers.get('Content-Type')).toBe('application/rss+xml; charset=utf-8');
    expect(await response.text()).toContain(
      '<item><title>山口県央連携都市圏域形成に係る連携協約（山口市・宇部市、第1版）</title>' +
        '<link>https://renkei.example.jp/yamaguchi/agreements/yamaguchi-ube</link>' +
        '<guid isPermaLink="false">https://renkei.example.jp/yamaguchi/agreements/yamaguchi-ube?revision=1</guid>' +
        '<pubDate>Sun, 22 Nov 2026 06:00:00 GMT</pubDate>' +
        '<description>当事者: 山口市・宇部市。締結: 平成29年3月30日。取組: 19件。</description></item>',
    );
  });

  it('新しい順に50件までにする', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ ...view, slug: `s${i}`, recordedAt: new Date(Date.UTC(2026, 0, 1 + i)).toISOString() }));
    const links = [...rss(area, many, BASE).matchAll(/agreements\/(s\d+)<\/link>/g)].map((m) => m[1]);
    expect([links.length, links[0], links.at(-1)]).toEqual([50, 's59', 's10']);
  });

  it('協約のない圏域でも正しい文書になり、無い圏域は 404', async () => {
    expect(rss(area, [], BASE)).toMatch(/<atom:link [^>]+\/><\/channel><\/rss>$/);
    expect((await app.request('/none/feed.xml')).status).toBe(404);
  });
});

describe('サイトマップ', () => {
  it('すべての頁を日英で載せ、互いを指す', async () => {
    const map = await text('/sitemap.xml');
    const locations = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((m) => m[1]!);
    expect(new Set(locations).size).toBe(locations.length);
    // 説明とラボ3 + 圏域・協約一覧・取組一覧・市町一覧4 + 協約・原文・履歴・本文・対照表5 + 取組19 + 市町7
    expect(locations).toHaveLength((3 + 4 + 5 + 19 + 7) * 2);
    expect(map).toContain(
      `<url><loc>${BASE}/en/yamaguchi/initiatives/3(1)/%E3%82%AB</loc><lastmod>2026-11-22T06:00:00.000Z</lastmod>` +
        `<xhtml:link rel="alternate" hreflang="ja" href="${BASE}/yamaguchi/initiatives/3(1)/%E3%82%AB"/>` +
        `<xhtml:link rel="alternate" hreflang="en" href="${BASE}/en/yamaguchi/initiatives/3(1)/%E3%82%AB"/>`,
    );
  });

  it('何も公開していなくても、入口と説明の頁を載せる', async () => {
    expect(await (await feeds(emptyServices()).request('/sitemap.xml')).text()).toContain(`<loc>${BASE}/</loc>`);
  });

  it('多ければ分けて、索引から指す', () => {
    const entries = Array.from({ length: 5 }, (_, i) => ({ path: `/p${i}` }));
    expect([...sitemap(entries, BASE, 2).matchAll(/<loc>([^<]+)/g)].map((m) => m[1])).toEqual([1, 2, 3].map((n) => `${BASE}/sitemap-${n}.xml`));
    expect(sitemapPart(entries, 3, BASE, 2)).toContain(`<loc>${BASE}/p4</loc>`);
    expect([sitemapPart(entries, 4, BASE, 2), sitemapPart(entries, 1, BASE, 5)]).toEqual([null, null]);
  });

  it('分けていないときの部分の番地は 404', async () => {
    expect((await app.request('/sitemap-1.xml')).status).toBe(404);
  });
});

it('robots.txt は検索の結果だけを除き、サイトマップを指す', async () => {
  expect(await text('/robots.txt')).toBe(`User-agent: *\nDisallow: /search\nDisallow: /en/search\n\nSitemap: ${BASE}/sitemap.xml\n`);
});

it('検索の記述は日英で、語を差し込む場所を持つ', async () => {
  expect(await text('/opensearch.xml')).toContain(`template="${BASE}/search?q={searchTerms}"`);
  expect(await text('/en/opensearch.xml')).toContain(`template="${BASE}/en/search?q={searchTerms}"`);
  for (const path of ['/opensearch.xml', '/en/opensearch.xml']) expect([.../<ShortName>([^<]+)/.exec(await text(path))![1]!].length).toBeLessThanOrEqual(16);
});

it('XML に書けない文字と記号は、文書を壊さない', () => {
  expect(writeXml(xml('a', { b: '"<\u0000' }, '&<\ud800>\u000b髙', xml('c')))).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a b="&quot;&lt;\ufffd">&amp;&lt;\ufffd&gt;\ufffd髙<c/></a>');
});

describe('構造化データ', () => {
  it('協約を Legislation として、当事者を市町の頁と同じ名で示す', () => {
    const ld = legislationLd(area, view, BASE);
    expect(ld).toMatchObject({
      '@type': 'Legislation', name: '山口県央連携都市圏域形成に係る連携協約', legislationDate: '2017-03-30', inLanguage: 'ja',
      legislationPassedBy: [{ '@id': `${BASE}/yamaguchi/municipalities/352039` }, { '@id': `${BASE}/yamaguchi/municipalities/352021` }],
    });
    expect(areaLd(area, BASE).member).toHaveLength(7);
    expect(ld.hasPart).toHaveLength(19);
  });

  it('データ集は、実際にある番地だけを指す', () => {
    const distribution = datasetLd(area, BASE).distribution as { contentUrl: string }[];
    expect(distribution.map((d) => d.contentUrl)).toContain(`${BASE}/api/v1/areas/yamaguchi/initiatives.csv`);
  });

  it('いまの頁は番地を持たない', () => {
    expect(breadcrumbLd([{ label: '圏域', url: `${BASE}/yamaguchi` }, { label: '協約' }]).itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: '圏域', item: `${BASE}/yamaguchi` },
      { '@type': 'ListItem', position: 2, name: '協約' },
    ]);
  });

  it('値に何が入っていても script を閉じず、JSON として読み戻せる', () => {
    const name = '</script><script>alert(1)</script><!-- & \u2028';
    const html = render(<JsonLdScript items={[{ '@type': 'Thing', name }]} />);
    const body = /^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(html)![1]!;
    expect(body).not.toMatch(/[<>&]/);
    expect(JSON.parse(body)).toEqual({ '@context': 'https://schema.org', '@graph': [{ '@type': 'Thing', name }] });
  });
});
