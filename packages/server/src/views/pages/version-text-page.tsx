import type { AgreementVersions, AgreementView, AreaSummary } from '@renkei/app';
import { anchorsOf, type PlainDate } from '@renkei/core';
import type { VNode } from 'preact';
import { inferredNodes } from '../../portal/inferred-nodes.js';
import { agreementPath, agreementsPath, areaPath, comparePath, historyPath, initiativePath } from '../../portal/paths.js';
import { DocumentView } from '../document/document-view.js';
import { TableOfContents } from '../document/table-of-contents.js';
import { formatDay } from '../format.js';
import { Layout } from '../layout.js';
import type { Page } from '../page.js';
import { JapaneseRuns } from '../parts/japanese-runs.js';
import { SampleMark } from '../parts/sample-mark.js';
import { versionDays } from '../parts/version-days.js';
import { versionName, versionNameWithin } from '../version-name.js';

export interface VersionTextPageProps {
  readonly page: Page;
  readonly area: AreaSummary;
  readonly versions: AgreementVersions;
  readonly agreement: AgreementView;
  /** 日で尋ねられたなら、その日 */
  readonly on: PlainDate | null;
}

/** ある日、又はある版の全文。どの版かを初めに言う。 */
export function VersionTextPage({ page, area, versions, agreement, on }: VersionTextPageProps): VNode {
  const { document, version: number } = agreement;
  const version = versions.versions[number]!;
  const name = versionNameWithin(number, page.lang);
  const title = on === null
    ? page.say('text.title-version', { title: agreement.title, name })
    : page.say('text.title', { title: agreement.title, day: formatDay(on, page.lang) });
  const state = number === versions.current ? 'now' : number > versions.current ? 'later' : 'past';
  const anchors = anchorsOf(document);
  const initiatives = new Map(agreement.reading.initiatives.map((i) => [i.node, initiativePath(area.slug, i.path)]));
  const banner = page.say(`text.banner-${state}`, { name, days: versionDays(page, version) });
  return (
    <Layout
      page={page}
      title={title}
      area={area}
      section="agreements"
      indexed={page.query === ''}
      printNote={`${versionName(number, page.lang)} ${page.say('print.made', { day: formatDay(page.today, page.lang) })}`}
      breadcrumb={[
        { label: area.name, path: areaPath(area.slug) },
        { label: page.say('nav.agreements'), path: agreementsPath(area.slug) },
        { label: agreement.title, path: agreementPath(area.slug, agreement.slug) },
        { label: page.say('history.crumb'), path: historyPath(area.slug, agreement.slug) },
        { label: page.say('text.crumb', { name: versionName(number, page.lang) }) },
      ]}
    >
      <h1><JapaneseRuns text={title} lang={page.lang} /> <SampleMark page={page} sample={agreement.sample} /></h1>
      <p class="dads-notification-banner">
        {banner}
        {agreement.sample && version.amendment?.sample ? ` ${page.say('history.sample')}` : null}
      </p>
      <p class="renkei-links">
        {state === 'now' ? null : <a href={page.href(agreementPath(area.slug, agreement.slug))}>{page.say('text.current')}</a>}
        <a href={page.href(historyPath(area.slug, agreement.slug))}>{page.say('history.link')}</a>
        {versions.versions.length > 1 ? <a href={page.href(comparePath(area.slug, agreement.slug))}>{page.say('compare.link')}</a> : null}
      </p>
      {page.lang === 'en' ? <p class="renkei-note">{page.say('agreement.japanese-only')}</p> : null}
      <div class="renkei-agreement">
        <div class="renkei-agreement__contents"><TableOfContents document={document} anchors={anchors} lang={page.lang} /></div>
        <div class="renkei-agreement__text">
          <DocumentView
            document={document}
            anchors={anchors}
            lang={page.lang}
            inferred={inferredNodes(document, agreement.reading)}
            initiativeHref={(node) => {
              const path = state === 'now' ? initiatives.get(node) : undefined;
              return path === undefined ? undefined : page.href(path);
            }}
          />
        </div>
      </div>
    </Layout>
  );
}
