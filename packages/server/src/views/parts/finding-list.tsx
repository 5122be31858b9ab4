import { CONFIDENCE_TERMS, FINDING_MESSAGES, SEVERITY_TERMS, describePlace } from '@renkei/app';
import type { Finding, NodeId } from '@renkei/core';
import type { VNode } from 'preact';
import type { Page } from '../page.js';
import { JapaneseRuns } from './japanese-runs.js';

export interface FindingListProps {
  readonly page: Page;
  readonly findings: readonly Finding[];
  readonly anchors: ReadonlyMap<NodeId, string>;
  readonly sourceHref: string;
}

/** 読取の報告。どこで、何を見て、どう読み、どれほど確かか。原文の順。 */
export function FindingList({ page, findings, anchors, sourceHref }: FindingListProps): VNode {
  return (
    <ol class="renkei-findings">
      {findings.map((finding) => (
        <li class="renkei-findings__item">
          <p class="renkei-findings__head">
            <span class="dads-chip-label" data-kind={finding.severity}>{SEVERITY_TERMS[finding.severity][page.lang]}</span>{' '}
            <span class="renkei-findings__place"><Place page={page} finding={finding} anchors={anchors} sourceHref={sourceHref} /></span>
          </p>
          <p><JapaneseRuns text={FINDING_MESSAGES[finding.code][page.lang](finding)} lang={page.lang} /></p>
          {finding.found === undefined && finding.assumed === undefined && finding.confidence === undefined ? null : (
            <dl class="renkei-findings__detail">
              {finding.found === undefined ? null : <div><dt>{page.say('finding.found')}</dt><dd lang="ja"><q>{finding.found}</q></dd></div>}
              {finding.assumed === undefined ? null : <div><dt>{page.say('finding.assumed')}</dt><dd lang="ja"><q>{finding.assumed}</q></dd></div>}
              {finding.confidence === undefined ? null : <div><dt>{page.say('finding.confidence')}</dt><dd>{CONFIDENCE_TERMS[finding.confidence][page.lang]}</dd></div>}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}

/** 本文の節点が分かれば本文へ、行だけなら原文の行へ。 */
function Place({ page, finding, anchors, sourceHref }: { readonly finding: Finding } & Pick<FindingListProps, 'page' | 'anchors' | 'sourceHref'>): VNode {
  const { node, line } = finding.at;
  const anchor = node === undefined ? undefined : anchors.get(node);
  const text = <JapaneseRuns text={describePlace(finding.at, page.lang)} lang={page.lang} />;
  if (anchor !== undefined) return <a href={`#${anchor}`}>{text}</a>;
  return line === undefined ? text : <a href={`${sourceHref}#L${line}`}>{text}</a>;
}
