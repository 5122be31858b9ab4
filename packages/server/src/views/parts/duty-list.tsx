import { DUTY_TERMS, type AreaView } from '@renkei/app';
import { fiscalYearOf, lastDayOfFiscalYear, type Duty } from '@renkei/core';
import type { VNode } from 'preact';
import type { DutyEntry } from '../../portal/initiative-index.js';
import { agreementPath, articleAnchor } from '../../portal/paths.js';
import { formatDay, formatNames, formatYear } from '../format.js';
import { partyName } from '../municipality-name.js';
import type { Page } from '../page.js';

/** 協約の条から生じる務め。年ごとのものは今年度の期限を示す。 */
export function DutyList({ page, area, duties }: { readonly page: Page; readonly area: AreaView; readonly duties: readonly DutyEntry[] }): VNode {
  return (
    <ul class="renkei-duties">
      {duties.map(({ agreement, duty }) => (
        <li class="renkei-duties__item">
          <p class="renkei-duties__what">{DUTY_TERMS[duty.kind][page.lang]}</p>
          <p>{dutySummary(page, duty)}</p>
          <p class="renkei-duties__basis">
            <a href={`${page.href(agreementPath(area.slug, agreement.slug))}#${articleAnchor(duty.article)}`}>
              {page.say('duty.basis', { article: duty.article })}
              {area.agreements.length > 1 ? page.say('duty.of', { parties: formatNames(agreement.parties.map((p) => partyName(p.name, area.municipalities, page.lang)), page.lang) }) : null}
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** 務めを一文で言う。年ごとの務めは、今日の属する年度と、その末日まで。 */
export function dutySummary(page: Page, duty: Duty): string {
  if (duty.frequency !== 'yearly') return page.say(`duty.${duty.kind}`);
  const year = fiscalYearOf(page.today);
  return page.say('duty.yearly', {
    what: DUTY_TERMS[duty.kind][page.lang],
    year: formatYear(year, page.lang),
    day: formatDay(lastDayOfFiscalYear(year), page.lang),
  });
}
