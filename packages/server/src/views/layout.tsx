import type { AreaSummary, Lang } from '@renkei/app';
import type { ComponentChildren, VNode } from 'preact';
import { agreementsPath, areaPath, initiativesPath, LAB_PATH, municipalitiesPath } from '../portal/paths.js';
import { formatDay } from './format.js';
import { Breadcrumb, type Crumb } from './parts/breadcrumb.js';
import { SearchForm } from './parts/search-form.js';
import { localised, type Page } from './page.js';

export type AreaSection = 'home' | 'agreements' | 'initiatives' | 'municipalities';

export interface LayoutProps {
  readonly page: Page;
  readonly title: string;
  readonly description?: string | undefined;
  readonly area?: AreaSummary | undefined;
  readonly section?: AreaSection | undefined;
  readonly breadcrumb?: readonly Crumb[];
  /** 印刷したときの版の表示（「第1版　令和8年…作成」） */
  readonly printNote?: string | undefined;
  /** head に足すもの（構造化データ、ほかの形式への案内） */
  readonly head?: ComponentChildren;
  /** 検索の頁は自分の検索欄を持つ */
  readonly search?: boolean;
  /** 誤りの頁は検索の対象にせず、言語の切替先を持たない */
  readonly indexed?: boolean;
  readonly children: ComponentChildren;
}

/** すべての頁の枠。 */
export function Layout({ page, title, description, area, section, breadcrumb = [], printNote, head, search = true, indexed = true, children }: LayoutProps): VNode {
  const { lang, say, assets } = page;
  const fullTitle = area && section !== 'home' ? `${title} | ${area.name}` : title;
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${fullTitle} | ${say('site.name')}`}</title>
        {description === undefined ? null : <meta name="description" content={description} />}
        <meta name="format-detection" content="telephone=no" />
        {indexed ? <Alternates page={page} /> : <meta name="robots" content="noindex" />}
        <link rel="icon" href={assets.icon.path} type="image/svg+xml" />
        <link rel="search" type="application/opensearchdescription+xml" title={say('site.name')} href={page.href('/opensearch.xml')} />
        <link rel="stylesheet" href={assets.style.path} />
        <link rel="stylesheet" href={assets.fonts.path} />
        {head}
      </head>
      <body>
        <a class="renkei-skip-link" href="#main">{say('site.skip')}</a>
        <header class="renkei-header">
          <div class="renkei-header__inner">
            <p class="renkei-header__site"><a href={page.href('/')}>{say('site.name')}</a></p>
            {search ? <SearchForm page={page} compact /> : null}
            <LanguageSelector page={page} />
          </div>
        </header>
        {area ? <AreaNavigation page={page} area={area} section={section} /> : null}
        <div class="renkei-print-head" aria-hidden="true">
          <span>{fullTitle}</span>
          <span>{printNote ?? say('print.made', { day: formatDay(page.today, lang) })}</span>
        </div>
        <div class="renkei-frame">
          {breadcrumb.length > 0 ? <Breadcrumb page={page} trail={breadcrumb} /> : null}
          <main id="main" tabIndex={-1}>{children}</main>
        </div>
        <Footer page={page} area={area} />
      </body>
    </html>
  );
}

function Alternates({ page }: { readonly page: Page }): VNode {
  const address = (lang: Lang) => `${page.baseUrl}${localised(page.path, lang)}`;
  return (
    <>
      <link rel="canonical" href={address(page.lang)} />
      <link rel="alternate" hreflang="ja" href={address('ja')} />
      <link rel="alternate" hreflang="en" href={address('en')} />
      <link rel="alternate" hreflang="x-default" href={address('ja')} />
    </>
  );
}

const LANGUAGES = [['ja', '日本語'], ['en', 'English']] as const;

function LanguageSelector({ page }: { readonly page: Page }): VNode {
  return (
    <nav class="dads-language-selector" aria-label={page.say('site.language')}>
      <ul class="dads-language-selector__list">
        {LANGUAGES.map(([lang, name]) => (
          <li lang={lang}>
            <a href={`${localised(page.path, lang)}${page.query}`} hreflang={lang} aria-current={lang === page.lang ? 'true' : undefined}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function AreaNavigation({ page, area, section }: { readonly page: Page; readonly area: AreaSummary; readonly section: AreaSection | undefined }): VNode {
  const items = [
    ['home', areaPath(area.slug)],
    ['agreements', agreementsPath(area.slug)],
    ['initiatives', initiativesPath(area.slug)],
    ['municipalities', municipalitiesPath(area.slug)],
  ] as const;
  return (
    <nav class="renkei-area-nav" aria-label={page.say('nav.area')}>
      <div class="renkei-area-nav__inner">
        <p class="renkei-area-nav__area" lang="ja">{area.name}</p>
        <ul class="renkei-area-nav__list">
          {items.map(([key, path]) => (
            <li>
              <a href={page.href(path)} aria-current={key !== section ? undefined : page.path === path ? 'page' : 'true'}>{page.say(`nav.${key}`)}</a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}

function Footer({ page, area }: { readonly page: Page; readonly area: AreaSummary | undefined }): VNode {
  const links = [
    ['/about', 'nav.about'],
    ['/accessibility', 'nav.accessibility'],
    ['/search', 'nav.search'],
    [LAB_PATH, 'nav.lab'],
  ] as const;
  return (
    <footer class="renkei-footer">
      <div class="renkei-footer__inner">
        <ul class="renkei-footer__links">
          {links.map(([path, key]) => <li><a class="dads-utility-link" href={page.href(path)}>{page.say(key)}</a></li>)}
          <li><a class="dads-utility-link" href={page.href('/api')}>{page.say('nav.api')}</a></li>
          {area ? <li><a class="dads-utility-link" href={`${areaPath(area.slug)}/feed.xml`}>{page.say('nav.feed')}</a></li> : null}
        </ul>
        <p class="renkei-footer__note">{page.say('site.force')}</p>
        <p class="renkei-footer__address">{page.say('print.address', { address: `${page.baseUrl}${page.href(page.path)}${page.query}` })}</p>
        <p class="renkei-footer__note">{page.say('site.made-with', { version: page.version })}</p>
      </div>
    </footer>
  );
}
