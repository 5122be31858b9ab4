import type { AgreementVersions, AreaSummary, VersionComparison } from '@renkei/app';
import type { VNode } from 'preact';
import { agreementPath, agreementsPath, amendmentPath, areaPath, comparePath, historyPath } from '../../portal/paths.js';
import { ComparisonView } from '../comparison/comparison-view.js';
import { formatDay } from '../format.js';
import { Layout } from '../layout.js';
import type { Page } from '../page.js';
import { JapaneseRuns } from '../parts/japanese-runs.js';
import { SampleMark } from '../parts/sample-mark.js';
import { versionName, versionNameWithin } from '../version-name.js';

export interface ComparePageProps {
  readonly page: Page;
  readonly area: AreaSummary;
  readonly versions: AgreementVersions;
  /** 並べ替えた後の、旧と新 */
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
  /** 新旧が逆に指定された */
  readonly swapped: boolean;
  /** 無い版の番号として書かれたもの */
  readonly unknown: readonly string[];
  readonly result: VersionComparison | null;
}

/** 二つの版の新旧対照表。 */
export function ComparePage({ page, area, versions, from, to, whole, swapped, unknown, result }: ComparePageProps): VNode {
  const last = versions.versions.length - 1;
  const title = page.say('compare.title', { title: versions.title, from: versionNameWithin(from, page.lang), to: versionNameWithin(to, page.lang) });
  const base = comparePath(area.slug, versions.slug);
  const query = `?from=${from}&to=${to}`;
  const samples = versions.versions.slice(from + 1, to + 1).some((v) => v.amendment?.sample);
  return (
    <Layout
      page={page}
      title={title}
      area={area}
      section="agreements"
      indexed={page.query === ''}
      breadcrumb={[
        { label: area.name, path: areaPath(area.slug) },
        { label: page.say('nav.agreements'), path: agreementsPath(area.slug) },
        { label: versions.title, path: agreementPath(area.slug, versions.slug) },
        { label: page.say('history.crumb'), path: historyPath(area.slug, versions.slug) },
        { label: page.say('compare.crumb') },
      ]}
    >
      <h1><JapaneseRuns text={title} lang={page.lang} /> <SampleMark page={page} sample={samples} /></h1>
      {unknown.map((found) => <p class="dads-error-text" role="alert">{page.say('compare.unknown', { found, last })}</p>)}
      {swapped ? <p class="dads-notification-banner">{page.say('compare.swapped')}</p> : null}
      {samples ? <p class="renkei-note">{page.say('history.sample')}</p> : null}
      {last === 0 ? <p>{page.say('compare.only-one')} <a href={page.href(historyPath(area.slug, versions.slug))}>{page.say('history.link')}</a></p> : <VersionChoice page={page} action={page.href(base)} versions={versions} from={from} to={to} whole={whole} />}

      {last === 0 || unknown.length > 0 ? null : from === to ? <p>{page.say('compare.same', { name: versionNameWithin(from, page.lang) })}</p> : result === null ? null : (
        <>
          <h2>{result.comparison.rows.length === 0 ? page.say('compare.nothing') : page.say('compare.fact', { count: result.comparison.rows.filter((r) => r.operations.length > 0).length })}</h2>
          <p class="renkei-links">
            {whole
              ? <a href={`${page.href(base)}${query}`}>{page.say('compare.changed-only')}</a>
              : <a href={`${page.href(base)}${query}&whole=1`}>{page.say('compare.whole')}</a>}
          </p>
          <ComparisonView
            page={page}
            comparison={result.comparison}
            originOf={(operation) => {
              const origin = result.origins[operation];
              return origin && {
                label: page.say('compare.origin', { number: origin.amendment, line: origin.line }),
                href: `${page.href(amendmentPath(area.slug, versions.slug, origin.amendment))}#L${origin.line}`,
              };
            }}
          />
          <section class="renkei-formats" aria-labelledby="formats">
            <h2 id="formats">{page.say('compare.formats')}</h2>
            <ul class="renkei-list">
              {(['docx', 'html', 'txt'] as const).map((format) => <li><a href={`${base}.${format}${query}${whole ? '&whole=1' : ''}${page.lang === 'en' ? '&lang=en' : ''}`}>{page.say(`compare.${format}`)}</a></li>)}
            </ul>
          </section>
        </>
      )}
    </Layout>
  );
}

interface VersionChoiceProps {
  readonly page: Page;
  readonly action: string;
  readonly versions: AgreementVersions;
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
}

function VersionChoice({ page, action, versions, from, to, whole }: VersionChoiceProps): VNode {
  const choice = (name: 'from' | 'to', chosen: number) => (
    <div class="renkei-form__field">
      <label class="dads-form-control-label" for={name}>{page.say(`compare.${name}`)}</label>
      <select class="dads-select" id={name} name={name}>
        {versions.versions.map(({ number, from: day }) => (
          <option value={number} selected={number === chosen}>{page.say('compare.choice', { name: versionName(number, page.lang), day: day === null ? page.say('history.no-day') : formatDay(day, page.lang) })}</option>
        ))}
      </select>
    </div>
  );
  return (
    <form class="renkei-form" action={action} method="get" aria-label={page.say('compare.choose')}>
      <div class="renkei-form__row">
        {choice('from', from)}
        {choice('to', to)}
        {whole ? <input type="hidden" name="whole" value="1" /> : null}
        <button class="dads-button" type="submit" data-type="outline">{page.say('compare.submit')}</button>
      </div>
    </form>
  );
}
