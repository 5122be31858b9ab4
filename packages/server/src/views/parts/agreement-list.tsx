import type { AgreementCard, AreaView } from '@renkei/app';
import type { VNode } from 'preact';
import { agreementPath } from '../../portal/paths.js';
import { formatNames } from '../format.js';
import { partyName } from '../municipality-name.js';
import type { Page } from '../page.js';
import { Day } from './day.js';
import { SampleMark } from './sample-mark.js';

export function AgreementList({ page, area, agreements }: { readonly page: Page; readonly area: AreaView; readonly agreements: readonly AgreementCard[] }): VNode {
  if (agreements.length === 0) return <p>{page.say('agreement.none')}</p>;
  return (
    <ul class="dads-resource-list">
      {agreements.map((agreement) => (
        <li class="dads-resource-list__item">
          <p class="dads-resource-list__title">
            <a href={page.href(agreementPath(area.slug, agreement.slug))}>
              {formatNames(agreement.parties.map((p) => partyName(p.name, area.municipalities, page.lang)), page.lang)}
            </a>{' '}
            <SampleMark page={page} sample={agreement.sample} />
          </p>
          <p class="dads-resource-list__support"><span lang="ja">{agreement.title}</span></p>
          <p class="dads-resource-list__support">
            {agreement.concludedOn === null ? page.say('agreement.draft') : <>{page.say('agreement.concluded')} <Day date={agreement.concludedOn} lang={page.lang} /></>}
            <span class="renkei-separator">{page.say('agreement.initiative-count', { count: agreement.initiativeCount })}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
