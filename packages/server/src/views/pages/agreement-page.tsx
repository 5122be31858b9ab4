import { DUTY_TERMS, FORMAT_TERMS, type AgreementVersions, type AgreementView, type AreaView } from '@renkei/app';
import { anchorsOf, type Duty, type NodeId } from '@renkei/core';
import type { ComponentChildren, VNode } from 'preact';
import { inferredNodes } from '../../portal/inferred-nodes.js';
import { agreementPath, agreementsPath, areaPath, comparePath, historyPath, initiativePath, sourceDownloadPath, sourcePath, versionTextPath } from '../../portal/paths.js';
import { DocumentView } from '../document/document-view.js';
import { TableOfContents } from '../document/table-of-contents.js';
import { formatCount, formatDay } from '../format.js';
import { japanDay, japanTime } from '../japan-day.js';
import { Layout } from '../layout.js';
import type { Page } from '../page.js';
import { AgreementFactsList } from '../parts/agreement-facts-list.js';
import { dutySummary } from '../parts/duty-list.js';
import { FindingList } from '../parts/finding-list.js';
import { JapaneseRuns } from '../parts/japanese-runs.js';
import { SampleMark } from '../parts/sample-mark.js';
import { versionNameWithin } from '../version-name.js';

export interface AgreementPageProps {
  readonly page: Page;
  readonly area: AreaView;
  readonly agreement: AgreementView;
  readonly versions: AgreementVersions;
  readonly head?: ComponentChildren;
}

/** 協約の全文。題の事実、目次、本文と傍注、この本文の読み方、原文、ほかの形式。 */
export function AgreementPage({ page, area, agreement, versions, head }: AgreementPageProps): VNode {
  const { document, reading, findings, source } = agreement;
  const anchors = anchorsOf(document);
  const initiatives = new Map(reading.initiatives.map((i) => [i.node, initiativePath(area.slug, i.path)]));
  const recorded = page.say('agreement.version', { revision: agreement.revision, day: formatDay(japanDay(agreement.recordedAt), page.lang), time: japanTime(agreement.recordedAt) });
  const base = agreementPath(area.slug, agreement.slug);
  return (
    <Layout
      page={page}
      title={agreement.title}
      description={page.say('agreement.description', { title: agreement.title, area: area.name })}
      area={area}
      section="agreements"
      breadcrumb={[{ label: area.name, path: areaPath(area.slug) }, { label: page.say('nav.agreements'), path: agreementsPath(area.slug) }, { label: agreement.title }]}
      printNote={recorded}
      head={head}
    >
      <h1><span lang="ja">{agreement.title}</span> <SampleMark page={page} sample={agreement.sample} /></h1>
      <AgreementFactsList page={page} area={area} agreement={agreement} recorded={recorded} />
      {page.lang === 'en' ? <p class="dads-notification-banner">{page.say('agreement.japanese-only')}</p> : null}
      <VersionNote page={page} area={area} versions={versions} />
      <p class="renkei-note"><a href="#reading">{findings.length === 0 ? page.say('reading.clean') : page.say('reading.fact', { count: findings.length })}</a></p>

      <div class="renkei-agreement">
        <div class="renkei-agreement__contents">
          <TableOfContents document={document} anchors={anchors} lang={page.lang} />
        </div>
        <div class="renkei-agreement__text">
          <DocumentView
            document={document}
            anchors={anchors}
            lang={page.lang}
            notes={notesOf(page, agreement)}
            inferred={inferredNodes(document, reading)}
            initiativeHref={(node) => {
              const path = initiatives.get(node);
              return path === undefined ? undefined : page.href(path);
            }}
          />
        </div>
      </div>

      <section aria-labelledby="reading" class="renkei-after-text">
        <h2 id="reading">{findings.length === 0 ? page.say('reading.clean') : page.say('reading.fact', { count: findings.length })}</h2>
        <p>{page.say('reading.what')}</p>
        {findings.length === 0 ? null : <FindingList page={page} findings={findings} anchors={anchors} sourceHref={page.href(sourcePath(area.slug, agreement.slug))} />}
      </section>

      <section aria-labelledby="source" class="renkei-after-text">
        <h2 id="source">{page.say('source.kept')}</h2>
        <dl class="dads-description-list">
          <div><dt>{page.say('source.file')}</dt><dd lang="ja">{source.fileName}</dd></div>
          <div><dt>{page.say('source.form')}</dt><dd>{FORMAT_TERMS[source.format][page.lang]}{source.encoding === null ? null : ` (${source.encoding})`}{` · ${page.say('source.size', { bytes: formatCount(source.byteLength) })}`}</dd></div>
          {source.note === null ? null : <div><dt>{page.say('source.origin')}</dt><dd lang="ja">{source.note}</dd></div>}
          <div><dt>SHA-256</dt><dd><code class="renkei-hash">{source.sha256}</code></dd></div>
        </dl>
        <ul class="renkei-list">
          <li><a href={page.href(sourcePath(area.slug, agreement.slug))}>{page.say('source.view')}</a></li>
          <li><a href={sourceDownloadPath(area.slug, agreement.slug)}>{page.say('source.download')}</a></li>
        </ul>
        <details class="dads-disclosure">
          <summary class="dads-disclosure__summary">{page.say('source.check')}</summary>
          <p>{page.say('source.check-how')}</p>
          <ul class="renkei-list">
            <li>Linux: <code>{`sha256sum '${source.fileName}'`}</code></li>
            <li>macOS: <code>{`shasum -a 256 '${source.fileName}'`}</code></li>
            <li>Windows: <code>{`certutil -hashfile "${source.fileName}" SHA256`}</code></li>
          </ul>
        </details>
      </section>

      <section aria-labelledby="formats" class="renkei-after-text renkei-formats">
        <h2 id="formats">{page.say('formats.title')}</h2>
        <ul class="renkei-list">
          {FORMATS.map(([suffix, key]) => <li><a href={`${base}${suffix}`}><JapaneseRuns text={page.say(key)} lang={page.lang} /></a></li>)}
        </ul>
        <p class="renkei-note">{page.say('formats.same')}</p>
      </section>
    </Layout>
  );
}

/** どの版か、これから変わるか。変わっていなければ、その事実だけ。 */
function VersionNote({ page, area, versions }: Pick<AgreementPageProps, 'page' | 'area' | 'versions'>): VNode {
  const { slug, current } = versions;
  const coming = versions.versions[current + 1];
  const sample = versions.versions[current]?.amendment?.sample ?? false;
  return (
    <div class="renkei-version-note">
      <p>
        {current === 0 ? page.say('history.unchanged') : page.say('history.changed', { count: current })}
        {sample ? <> <SampleMark page={page} sample /> {page.say('history.sample')}</> : null}
        {coming?.amendment ? <><br />{page.say('history.coming', { day: formatDay(coming.amendment.inForceOn, page.lang) })} <SampleMark page={page} sample={coming.amendment.sample} /></> : null}
      </p>
      <p class="renkei-links">
        <a href={page.href(historyPath(area.slug, slug))}>{page.say('history.link')}</a>
        {versions.versions.length > 1 ? <a href={page.href(comparePath(area.slug, slug))}>{page.say('compare.link')}</a> : null}
        {coming === undefined ? null : <a href={page.href(versionTextPath(area.slug, slug, coming.number))}>{page.say('history.read-of', { name: versionNameWithin(coming.number, page.lang) })}</a>}
      </p>
    </div>
  );
}

const FORMATS = [
  ['.txt', 'formats.text'],
  ['.html', 'formats.html'],
  ['.xml', 'formats.xml'],
  ['.akn.xml', 'formats.akn'],
  ['.json', 'formats.json'],
] as const;

/** 条の傍らに、その条が生む務めを置く。 */
function notesOf(page: Page, { reading }: AgreementView): ReadonlyMap<NodeId, VNode> {
  const byNode = new Map<NodeId, Duty[]>();
  for (const duty of reading.duties) byNode.set(duty.node, [...(byNode.get(duty.node) ?? []), duty]);
  return new Map(
    [...byNode].map(([node, duties]) => [
      node,
      <div lang={page.lang}>
        {duties.map((duty) => (
          <p><strong>{page.say('duty.note', { what: DUTY_TERMS[duty.kind][page.lang] })}</strong> {dutySummary(page, duty)}</p>
        ))}
      </div>,
    ]),
  );
}
