import type { AgreementVersions, AmendmentFacts, AreaSummary } from '@renkei/app';
import type { VNode } from 'preact';
import { agreementPath, agreementsPath, amendmentDownloadPath, areaPath, compareVersionsPath, historyPath, versionTextPath } from '../../portal/paths.js';
import { formatDay } from '../format.js';
import { japanDay, japanTime } from '../japan-day.js';
import { Layout } from '../layout.js';
import type { Page } from '../page.js';
import { AmendingText } from '../parts/amending-text.js';
import { ChangeList } from '../parts/change-list.js';
import { Day } from '../parts/day.js';
import { SampleMark } from '../parts/sample-mark.js';

export interface AmendmentPageProps {
  readonly page: Page;
  readonly area: AreaSummary;
  readonly versions: AgreementVersions;
  readonly amendment: AmendmentFacts;
}

/** 一つの変更: 何が変わり、どんな改め文で、どう証明されたか。 */
export function AmendmentPage({ page, area, versions, amendment }: AmendmentPageProps): VNode {
  const { number, proof } = amendment;
  const title = page.say('amending.title', { number });
  const recorded = page.say('amending.recorded', { day: formatDay(japanDay(amendment.recordedAt), page.lang), time: japanTime(amendment.recordedAt) });
  return (
    <Layout
      page={page}
      title={`${title} | ${versions.title}`}
      area={area}
      section="agreements"
      printNote={recorded}
      breadcrumb={[
        { label: area.name, path: areaPath(area.slug) },
        { label: page.say('nav.agreements'), path: agreementsPath(area.slug) },
        { label: versions.title, path: agreementPath(area.slug, versions.slug) },
        { label: page.say('history.crumb'), path: historyPath(area.slug, versions.slug) },
        { label: page.say('amending.crumb', { number }) },
      ]}
    >
      <h1>{title} <SampleMark page={page} sample={amendment.sample} /></h1>
      {amendment.sample ? <p class="dads-notification-banner">{page.say('history.sample')}</p> : null}
      <dl class="dads-description-list renkei-facts">
        <div><dt>{page.say('amending.name')}</dt><dd lang="ja">{amendment.title}</dd></div>
        <div><dt>{page.say('amending.concluded-on')}</dt><dd>{amendment.concludedOn === null ? <span class="renkei-unknown">{page.say('site.unknown')}</span> : <Day date={amendment.concludedOn} lang={page.lang} />}</dd></div>
        <div><dt>{page.say('amending.in-force-on')}</dt><dd><Day date={amendment.inForceOn} lang={page.lang} /></dd></div>
        <div><dt>{page.say('amending.recorded-at')}</dt><dd>{recorded}</dd></div>
      </dl>
      <p class="renkei-links">
        <a href={page.href(compareVersionsPath(area.slug, versions.slug, number - 1, number))}>{page.say('compare.link')}</a>
        <a href={page.href(versionTextPath(area.slug, versions.slug, number))}>{page.say('history.read')}</a>
        <a href={amendmentDownloadPath(area.slug, versions.slug, number)}>{page.say('amending.download')}</a>
      </p>

      <h2>{page.say('amending.changes')}</h2>
      <ChangeList page={page} amendment={amendment.operations} digits="half" />

      <h2>{page.say('amending.text')}</h2>
      <AmendingText text={amendment.printed} />

      <h2>{page.say('amending.proof')}</h2>
      <p class="renkei-prose">{page.say('amending.proof-what')}</p>
      <dl class="dads-description-list renkei-facts">
        <div><dt>{page.say('amending.proof-base')}</dt><dd><code class="renkei-hash">{proof.base}</code></dd></div>
        <div><dt>{page.say('amending.proof-amendment')}</dt><dd><code class="renkei-hash">{proof.amendment}</code></dd></div>
        <div><dt>{page.say('amending.proof-result')}</dt><dd><code class="renkei-hash">{proof.result}</code></dd></div>
        <div><dt>{page.say('source.file')}</dt><dd><span lang="ja">{amendment.text.fileName}</span><br /><code class="renkei-hash">{`SHA-256 ${amendment.text.sha256}`}</code></dd></div>
      </dl>
    </Layout>
  );
}
