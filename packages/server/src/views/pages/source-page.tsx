import type { AgreementView, AreaView } from '@renkei/app';
import type { VNode } from 'preact';
import { agreementPath, areaPath, agreementsPath, sourceDownloadPath } from '../../portal/paths.js';
import { Layout } from '../layout.js';
import type { Page } from '../page.js';
import { JapaneseRuns } from '../parts/japanese-runs.js';

export interface SourcePageProps {
  readonly page: Page;
  readonly area: AreaView;
  readonly agreement: AgreementView;
  /** 原文の文字。文字でない形式（docx・PDF）は null */
  readonly text: string | null;
}

/** 原文をそのまま、行番号を付けて見せる。読取の報告の行番号はここを指す。 */
export function SourcePage({ page, area, agreement, text }: SourcePageProps): VNode {
  const title = page.say('source.page', { title: agreement.title });
  const download = sourceDownloadPath(area.slug, agreement.slug);
  return (
    <Layout
      page={page}
      title={title}
      area={area}
      section="agreements"
      breadcrumb={[
        { label: area.name, path: areaPath(area.slug) },
        { label: page.say('nav.agreements'), path: agreementsPath(area.slug) },
        { label: agreement.title, path: agreementPath(area.slug, agreement.slug) },
        { label: page.say('source.crumb') },
      ]}
    >
      <h1><JapaneseRuns text={title} lang={page.lang} /></h1>
      <p>{page.say('source.verbatim')}</p>
      <p><code class="renkei-hash">{`SHA-256 ${agreement.source.sha256}`}</code></p>
      <p><a href={download}>{page.say('source.download')}</a></p>
      {text === null ? <p>{page.say('source.not-text')}</p> : (
        <ol class="renkei-source" lang="ja">
          {text.split(/\r\n|\r|\n/).map((line, i) => <li id={`L${i + 1}`}>{line === '' ? <br /> : line}</li>)}
        </ol>
      )}
    </Layout>
  );
}
