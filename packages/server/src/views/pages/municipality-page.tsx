import type { AreaView, MunicipalityFacts } from '@renkei/app';
import type { ComponentChildren, VNode } from 'preact';
import { initiativesOf } from '../../portal/initiative-index.js';
import { isParty } from '../../portal/net-of.js';
import { areaPath, initiativePath, municipalitiesPath } from '../../portal/paths.js';
import { censusYears, populationChange } from '../../portal/population.js';
import { formatChange, formatCount, formatRate } from '../format.js';
import { Layout } from '../layout.js';
import { municipalityName } from '../municipality-name.js';
import { prefectureName } from '../prefecture-name.js';
import type { Page } from '../page.js';
import { AgreementList } from '../parts/agreement-list.js';
import { Inferred } from '../parts/inferred.js';
import { SourceList } from '../parts/source-list.js';

export interface MunicipalityPageProps {
  readonly page: Page;
  readonly area: AreaView;
  readonly municipality: MunicipalityFacts;
  readonly head?: ComponentChildren;
}

/** 市町一つ。どの協約の当事者で、どの取組でどんな役割を負うか。 */
export function MunicipalityPage({ page, area, municipality: m, head }: MunicipalityPageProps): VNode {
  const name = municipalityName(m, page.lang);
  const agreements = area.agreements.filter((a) => a.parties.some((p) => isParty(p, m)));
  const roles = rolesOf(area, m);
  return (
    <Layout
      page={page}
      title={name}
      area={area}
      section="municipalities"
      breadcrumb={[{ label: area.name, path: areaPath(area.slug) }, { label: page.say('nav.municipalities'), path: municipalitiesPath(area.slug) }, { label: name }]}
      head={head}
    >
      <h1>{page.lang === 'ja' ? <>{m.name}<span class="renkei-kana">{`（${m.kana}）`}</span></> : <>{name} <span class="renkei-kana" lang="ja">{m.name}</span></>}</h1>
      <dl class="dads-description-list renkei-facts">
        <div><dt>{page.say('municipality.prefecture')}</dt><dd>{prefectureName(m.prefecture, page.lang)}</dd></div>
        <div><dt>{page.say('municipality.role')}</dt><dd>{page.say(`role.${m.role}`)}</dd></div>
        <div><dt>{page.say('municipality.code')}</dt><dd class="renkei-tabular">{m.code}</dd></div>
        <Population page={page} municipality={m} />
      </dl>

      <section aria-labelledby="agreements">
        <h2 id="agreements">{agreements.length === 0 ? page.say('municipality.no-agreement', { name }) : page.say('municipality.agreement-fact', { name, count: agreements.length })}</h2>
        {agreements.length === 0 ? <p>{page.say('municipality.no-agreement-why')}</p> : <AgreementList page={page} area={area} agreements={agreements} />}
      </section>

      {roles.length === 0 ? null : (
        <section aria-labelledby="roles">
          <h2 id="roles">{page.say('municipality.role-fact', { name, count: roles.length })}</h2>
          <div class="dads-table" role="group" aria-labelledby="roles" tabIndex={0}>
            <table class="dads-table__table renkei-initiative-table">
              <thead><tr><th scope="col">{page.say('initiative.field')}</th><th scope="col">{page.say('initiative.name')}</th><th scope="col">{page.say('role.what')}</th></tr></thead>
              <tbody lang="ja">
                {roles.map(({ entry, role }) => (
                  <tr>
                    <td>{entry.field === null ? '' : `${entry.field.label} ${entry.field.heading}`}</td>
                    <th scope="row"><a href={page.href(initiativePath(area.slug, entry.path))}>{`${entry.label} ${entry.name}`}</a></th>
                    <td><Inferred page={page} when={role.inferred === true}>{role.text}</Inferred></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {roles.some(({ role }) => role.inferred === true) ? <p class="renkei-note">{page.say('inferred.why')}</p> : null}
        </section>
      )}
      <SourceList page={page} area={area} />
    </Layout>
  );
}

function rolesOf(area: AreaView, { name }: MunicipalityFacts) {
  return initiativesOf(area).flatMap((entry) =>
    entry.occurrences.flatMap(({ initiative }) => initiative.roles.filter((role) => role.bodies.includes(name)).map((role) => ({ entry, role }))),
  );
}

function Population({ page, municipality }: { readonly page: Page; readonly municipality: MunicipalityFacts }): VNode {
  const years = censusYears([municipality]);
  const change = populationChange([municipality]);
  return (
    <div>
      <dt>{page.say('municipality.population')}</dt>
      <dd>
        {years.length === 0 ? <span class="renkei-unknown">{page.say('site.unknown')}</span> : (
          <ul class="renkei-inline-list">{years.map((year) => <li>{page.say('population.value', { year, count: formatCount(municipality.population[year]!) })}</li>)}</ul>
        )}
        {change ? <p>{page.say('population.change-value', { change: formatChange(change.change, page.lang), rate: change.rate === null ? '…' : formatRate(change.rate, page.lang) })}</p> : null}
      </dd>
    </div>
  );
}
