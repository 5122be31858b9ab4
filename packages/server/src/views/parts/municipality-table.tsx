import type { AreaView, MunicipalityFacts } from '@renkei/app';
import type { VNode } from 'preact';
import { isParty } from '../../portal/net-of.js';
import { municipalityPath } from '../../portal/paths.js';
import { censusYears, populationChange } from '../../portal/population.js';
import { formatChange, formatCount, formatRate } from '../format.js';
import { municipalityName } from '../municipality-name.js';
import { prefectureName } from '../prefecture-name.js';
import type { Page } from '../page.js';

/** 市町の表。コード順。人口は調査年ごとの値と増減、最後に圏域の計。 */
export function MunicipalityTable({ page, area }: { readonly page: Page; readonly area: AreaView }): VNode {
  const years = censusYears(area.municipalities);
  const compared = years.length >= 2;
  return (
    <div class="dads-table" role="region" aria-label={page.say('municipality.table')} tabIndex={0}>
      <table class="dads-table__table" data-density="dense">
        <caption class="renkei-visually-hidden">{page.say('municipality.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{page.say('municipality.name')}</th>
            <th scope="col">{page.say('municipality.prefecture')}</th>
            <th scope="col">{page.say('municipality.role')}</th>
            {years.map((year) => <th scope="col" class="renkei-number">{page.say('population.year', { year })}</th>)}
            {compared ? <th scope="col" class="renkei-number">{page.say('population.change')}</th> : null}
            <th scope="col" class="renkei-number">{page.say('municipality.agreements')}</th>
          </tr>
        </thead>
        <tbody>
          {area.municipalities.map((m) => (
            <tr>
              <th scope="row"><a href={page.href(municipalityPath(area.slug, m.code))}>{municipalityName(m, page.lang)}</a></th>
              <td>{prefectureName(m.prefecture, page.lang)}</td>
              <td>{page.say(`role.${m.role}`)}</td>
              {years.map((year) => <td class="renkei-number">{populationText(m, year)}</td>)}
              {compared ? <td class="renkei-number">{changeText(page, [m], years)}</td> : null}
              <td class="renkei-number">{area.agreements.filter((a) => a.parties.some((p) => isParty(p, m))).length}</td>
            </tr>
          ))}
        </tbody>
        {area.municipalities.length > 1 ? (
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>{page.say('municipality.total')}</th>
              {years.map((year) => <td class="renkei-number">{totalText(area.municipalities, year)}</td>)}
              {compared ? <td class="renkei-number">{changeText(page, area.municipalities, years)}</td> : null}
              <td class="renkei-number">{area.agreements.length}</td>
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

/** 値が無いことを 0 と区別する（統計表の「…」は不詳）。 */
const populationText = (m: MunicipalityFacts, year: number): string => (m.population[year] === undefined ? '…' : formatCount(m.population[year]));

function totalText(municipalities: readonly MunicipalityFacts[], year: number): string {
  const values = municipalities.map((m) => m.population[year]);
  return values.every((v) => v !== undefined) ? formatCount(values.reduce((sum, v) => sum + v, 0)) : '…';
}

function changeText(page: Page, municipalities: readonly MunicipalityFacts[], years: readonly number[]): string {
  const change = populationChange(municipalities, [...years]);
  if (!change) return '…';
  const rate = change.rate === null ? '' : page.lang === 'ja' ? `（${formatRate(change.rate, 'ja')}）` : ` (${formatRate(change.rate, 'en')})`;
  return formatChange(change.change, page.lang) + rate;
}
