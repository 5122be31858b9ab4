import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/axe.js';
import { layoutProblems } from '../support/layout-problems.js';
import { pageFacts } from '../support/page-facts.js';
import { sitemapPaths } from '../support/sitemap-paths.js';
import { origin, visitor, type Visitor } from '../support/visitor.js';

const longWord = '連携協約'.repeat(50);
/** サイトマップに載らない状態: 空の検索、無い語、長い語、2頁目、誤りの頁、API の説明。 */
const states = [
  '/search', '/search?q=', '/search?q=連携', '/search?q=連携&page=2', '/search?q=連携&kind=initiative', '/search?q=ぬぬぬぬぬ', `/search?q=${longWord}`, '/search?q=<script>alert(1)</script>',
  '/no-such-area', '/yamaguchi/agreements/no-such-agreement', '/yamaguchi/initiatives/9/ン', '/yamaguchi/municipalities/000000', `/${longWord}`,
].flatMap((path) => [path, `/en${path}`]);
const paths = [...new Set([...(await sitemapPaths()), ...states, '/api'])];

let seen: Visitor;
beforeAll(async () => {
  seen = await visitor({ reducedMotion: 'reduce' });
});
afterAll(() => seen.leave());

/** 利用者の様式を足したときの、はみ出しと欠け。 */
async function withStyle(css: string): Promise<string[]> {
  const apply = (text: string) =>
    seen.page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [sheet];
    }, text);
  await apply(css);
  const problems = await layoutProblems(seen.page);
  await apply('');
  return problems;
}

describe('サイトマップ', () => {
  it('圏域・協約・原文・取組・市町・案内の頁が、日本語と英語の両方で載る', () => {
    const inJapanese = paths.filter((p) => !states.includes(p) && p !== '/api' && !/^\/en(\/|$)/.test(p));
    expect(inJapanese).toEqual(expect.arrayContaining(['/yamaguchi', '/yamaguchi/agreements', '/yamaguchi/agreements/yamaguchi-ube', '/yamaguchi/initiatives', '/yamaguchi/municipalities', '/yamaguchi/municipalities/352039', '/about', '/accessibility']));
    expect(inJapanese.filter((p) => /\/initiatives\/./.test(p))).toHaveLength(19);
    expect(inJapanese.filter((p) => /\/municipalities\/\d{6}$/.test(p))).toHaveLength(7);
    for (const path of inJapanese) expect(paths).toContain(`/en${path}`);
  });
});

describe.each(paths)('%s', (path) => {
  const lang = /^\/en(\/|$)/.test(path) ? 'en' : 'ja';
  let status: number;
  beforeAll(async () => {
    seen.troubles.length = 0;
    await seen.page.setViewportSize({ width: 1280, height: 900 });
    status = (await seen.page.goto(path))!.status();
  });

  it('言語・題・見出し・リンクの飛び先が整い、外へ要求を出さず、誤りを出さない', async () => {
    expect(status).toBe(/no-such|9\/ン|000000$|^(\/en)?\/連携協約/.test(path) ? 404 : 200);
    const facts = await pageFacts(seen.page);
    expect(facts).toMatchObject({ duplicateIds: [], skippedHeadings: [], brokenFragments: [] });
    expect(facts.h1).toHaveLength(1);
    expect(facts.h1[0]).not.toBe('');
    expect(facts.title).not.toBe('');
    if (path !== '/api') expect(facts.lang).toBe(lang);
    for (const data of facts.structuredData) expect(JSON.parse(data)).toHaveProperty('@context');
    expect(seen.troubles).toEqual([]);
  });

  it('広い画面で、アクセシビリティの欠陥がない', async () => {
    expect(await accessibilityProblems(seen.page)).toEqual([]);
  });

  it('文字だけを2倍にしても、切れず、横に送らずに読める', async () => {
    expect(await withStyle('html { font-size: 200% !important; }')).toEqual([]);
  });

  it('文字と行の間を広げても、切れずに読める（WCAG 1.4.12）', async () => {
    expect(await withStyle('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }')).toEqual([]);
  });

  it('幅320の画面で、横に送らずに読め、アクセシビリティの欠陥がない', async () => {
    await seen.page.setViewportSize({ width: 320, height: 640 });
    expect(await layoutProblems(seen.page)).toEqual([]);
    expect(await accessibilityProblems(seen.page)).toEqual([]);
  });

  it('閉じてある説明や表をすべて開いても、どの幅でも横に送らずに読める', async () => {
    await seen.page.evaluate(() => {
      for (const disclosure of document.querySelectorAll('details')) disclosure.open = true;
    });
    for (const width of [320, 390, 768]) {
      await seen.page.setViewportSize({ width, height: 640 });
      expect(await layoutProblems(seen.page), `幅 ${width}`).toEqual([]);
    }
  });

  it('強制カラーでも、図の線と文字が地の色に沈まない', async () => {
    await seen.page.setViewportSize({ width: 1280, height: 900 });
    await seen.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const sunk = await seen.page.evaluate(() => {
      const ground = getComputedStyle(document.documentElement).backgroundColor.replace('rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)');
      return [...document.querySelectorAll('svg line, svg circle, svg rect, svg text, svg path')]
        .filter((e) => {
          const { fill, stroke } = getComputedStyle(e);
          return [fill, stroke].every((c) => c === 'none' || c === ground);
        })
        .map((e) => e.outerHTML);
    });
    expect(sunk).toEqual([]);
    await seen.page.emulateMedia({ forcedColors: null, reducedMotion: 'reduce' });
  });
});

describe('言語', () => {
  it('知らない言語の接頭辞は圏域の名として扱われ、見つからない頁になる', async () => {
    expect((await fetch(`${origin}/fr/yamaguchi`)).status).toBe(404);
  });
});
