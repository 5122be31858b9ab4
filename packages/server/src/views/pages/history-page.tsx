import type { AgreementVersions, AreaSummary, VersionFacts } from '@renkei/app';
import type { VNode } from 'preact';
import { agreementPath, agreementsPath, amendmentPath, areaPath, comparePath, compareVersionsPath, textPath, versionTextPath } from '../../portal/paths.js';
import { formatDay } from '../format.js';
import { Layout } from '../layout.js';
import type { Page } from '../page.js';
import { AsOfForm, asOfProblemText, type AsOfProblem } from '../parts/as-of-form.js';
import { ChangeList } from '../parts/change-list.js';
import { JapaneseRuns } from '../parts/japanese-runs.js';
import { SampleMark } from '../parts/sample-mark.js';
import { versionDays } from '../parts/version-days.js';
import { versionName, versionNameWithin } from '../version-name.js';

export interface HistoryPageProps {
  readonly page: Page;
  readonly area: AreaSummary;
  readonly versions: AgreementVersions;
  /** 日付の欄に書かれたものと、その誤り */
  readonly asked?: { readonly text: string; readonly problem: AsOfProblem };
}

/** 協約の変更の履歴。版を新しい順に、何がどの改め文で変わったか。 */
export function HistoryPage({ page, area, versions, asked }: HistoryPageProps): VNode {
  const title = page.say('history.title', { title: versions.title });
  const changes = versions.versions.length - 1;
  const coming = versions.versions[versions.current + 1];
  return (
    <Layout
      page={page}
      title={title}
      area={area}
      section="agreements"
      indexed={asked === undefined}
      breadcrumb={[
        { label: area.name, path: areaPath(area.slug) },
        { label: page.say('nav.agreements'), path: agreementsPath(area.slug) },
        { label: versions.title, path: agreementPath(area.slug, versions.slug) },
        { label: page.say('history.crumb') },
      ]}
    >
      <h1><JapaneseRuns text={title} lang={page.lang} /> <SampleMark page={page} sample={versions.sample} /></h1>
      {asked === undefined ? null : (
        <div class="renkei-error-summary" role="alert" tabIndex={-1} autofocus><p><a href="#on">{asOfProblemText(page, asked)}</a></p></div>
      )}
      <p class="renkei-lead">
        {versions.current === 0 ? page.say('history.unchanged') : page.say('history.changed', { count: versions.current })}
        {coming?.amendment ? <><br />{page.say('history.coming', { day: formatDay(coming.amendment.inForceOn, page.lang) })}</> : null}
      </p>
      <p>{page.say('history.why')}{changes === 0 ? ` ${page.say('history.none-real')}` : null}</p>

      <h2>{page.say('history.versions')}</h2>
      <ol class="renkei-versions" reversed>
        {[...versions.versions].reverse().map((version) => <Version page={page} area={area} versions={versions} version={version} />)}
      </ol>
      {changes > 1 ? <p class="renkei-links"><a href={page.href(comparePath(area.slug, versions.slug))}>{page.say('history.compare-any')}</a></p> : null}

      <section class="renkei-screen-only" aria-labelledby="as-of">
        <h2 id="as-of">{page.say('history.on')}</h2>
        <AsOfForm page={page} action={page.href(textPath(area.slug, versions.slug))} asked={asked} />
      </section>
    </Layout>
  );
}

interface VersionProps extends Omit<HistoryPageProps, 'asked'> {
  readonly version: VersionFacts;
}

function Version({ page, area, versions, version }: VersionProps): VNode {
  const { number, amendment } = version;
  const name = (n: number) => versionNameWithin(n, page.lang);
  const state = number === versions.current ? 'history.now' : number > versions.current ? 'history.later' : null;
  return (
    <li class="renkei-versions__item" id={`v${number}`}>
      <h3>
        {versionName(number, page.lang)}{' '}
        {state === null ? null : <span class="dads-chip-label">{page.say(state)}</span>}{' '}
        <SampleMark page={page} sample={amendment?.sample ?? false} />
      </h3>
      <p>{versionDays(page, version)}</p>
      {amendment === null ? <p>{page.say('history.first')}</p> : (
        <>
          <p lang="ja">{amendment.title}</p>
          {amendment.sample ? <p class="renkei-note">{page.say('history.sample')}</p> : null}
          <ChangeList page={page} amendment={amendment.operations} digits="half" />
        </>
      )}
      <p class="renkei-links">
        <VersionLink href={page.href(versionTextPath(area.slug, versions.slug, number))} text={page.say('history.read')} of={name(number)} />
        {amendment === null ? null : (
          <>
            <VersionLink href={page.href(amendmentPath(area.slug, versions.slug, number))} text={page.say('history.printed')} of={name(number)} />
            <VersionLink href={page.href(compareVersionsPath(area.slug, versions.slug, number - 1, number))} text={page.say('history.compare')} of={page.say('history.compare-of', { from: name(number - 1), to: name(number) })} />
          </>
        )}
      </p>
    </li>
  );
}

/** 同じ語のリンクが並ぶので、読み上げではどの版かを添える。 */
function VersionLink({ href, text, of }: { readonly href: string; readonly text: string; readonly of: string }): VNode {
  return <a href={href}>{text}<span class="renkei-visually-hidden">{` (${of})`}</span></a>;
}
