import type { AgreementView, AreaView } from '@renkei/app';
import type { VNode } from 'preact';
import { isParty } from '../../portal/net-of.js';
import { municipalityPath } from '../../portal/paths.js';
import { municipalityName } from '../municipality-name.js';
import type { Page } from '../page.js';
import { Day } from './day.js';

export interface AgreementFactsListProps {
  readonly page: Page;
  readonly area: AreaView;
  readonly agreement: AgreementView;
  /** 「第1版　令和8年…に取り込み」 */
  readonly recorded: string;
}

/** 題の下の事実: 当事者・根拠・締結日・原本・署名者・状態。読み取れなかったものは「記録なし」。 */
export function AgreementFactsList({ page, area, agreement, recorded }: AgreementFactsListProps): VNode {
  const facts = agreement.reading.agreement;
  const unknown = <span class="renkei-unknown">{page.say('site.unknown')}</span>;
  return (
    <dl class="dads-description-list renkei-facts">
      <div>
        <dt>{page.say('agreement.parties')}</dt>
        <dd>
          {agreement.parties.length === 0 ? unknown : (
            <ul class="renkei-inline-list">
              {agreement.parties.map((party) => {
                const found = area.municipalities.find((m) => isParty(party, m));
                return <li>{found ? <a href={page.href(municipalityPath(area.slug, found.code))}>{municipalityName(found, page.lang)}</a> : <span lang="ja">{party.name}</span>}</li>;
              })}
            </ul>
          )}
        </dd>
      </div>
      <div><dt>{page.say('agreement.basis')}</dt><dd>{facts.legalBasis === null ? unknown : <span lang="ja">{facts.legalBasis}</span>}</dd></div>
      <div><dt>{page.say('agreement.concluded-on')}</dt><dd>{agreement.concludedOn === null ? page.say('agreement.draft') : <Day date={agreement.concludedOn} lang={page.lang} />}</dd></div>
      <div>
        <dt>{page.say('agreement.originals')}</dt>
        <dd>{facts.originals === null ? unknown : page.say('agreement.originals-count', { count: facts.originals })}{facts.custody === null ? null : <span lang="ja">{`（${facts.custody}）`}</span>}</dd>
      </div>
      {facts.signatories.length === 0 ? null : (
        <div>
          <dt>{page.say('agreement.signatories')}</dt>
          <dd>
            <ul class="renkei-inline-list" lang="ja">{facts.signatories.map((s) => <li>{`${s.title}　${s.name}`}</li>)}</ul>
            <p class="renkei-note">{page.say('agreement.signatories-then')}</p>
          </dd>
        </div>
      )}
      <div><dt>{page.say('agreement.state')}</dt><dd>{page.say(agreement.concludedOn === null ? 'agreement.state-draft' : 'agreement.state-concluded')}<br />{recorded}</dd></div>
    </dl>
  );
}
