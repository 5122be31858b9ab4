import type { AreaView } from '@renkei/app';
import type { ComponentChildren, VNode } from 'preact';
import { dutiesOf, fieldsOf, initiativesOf } from '../../portal/initiative-index.js';
import { netOf } from '../../portal/net-of.js';
import { agreementsPath, initiativesPath, municipalitiesPath } from '../../portal/paths.js';
import { populationChange } from '../../portal/population.js';
import { formatCount, formatDay, formatNames, formatRate } from '../format.js';
import { Layout } from '../layout.js';
import { municipalityName } from '../municipality-name.js';
import { prefectureName } from '../prefecture-name.js';
import type { Page } from '../page.js';
import { AgreementList } from '../parts/agreement-list.js';
import { DutyList } from '../parts/duty-list.js';
import { InitiativeList } from '../parts/initiative-list.js';
import { MunicipalityTable } from '../parts/municipality-table.js';
import { NetPicture } from '../parts/net-picture.js';
import { SourceList } from '../parts/source-list.js';

/** 圏域の入口。誰が、何を、いつから。見出しは事実を言う。 */
export function AreaPage({ page, area, head }: { readonly page: Page; readonly area: AreaView; readonly head?: ComponentChildren }): VNode {
  const initiatives = initiativesOf(area);
  const fields = fieldsOf(initiatives);
  const duties = dutiesOf(area);
  const lead = leadOf(page, area);
  return (
    <Layout page={page} title={area.name} description={lead} area={area} section="home" head={head}>
      <h1 lang="ja">{area.name}{area.nickname === null ? null : <span class="renkei-nickname">{`（${area.nickname}）`}</span>}</h1>
      <p class="renkei-lead">{lead}</p>

      <div class="renkei-columns">
        <section aria-labelledby="net">
          <h2 id="net">{netFact(page, area)}</h2>
          <NetPicture page={page} area={area} />
          <p class="renkei-note">{page.say('net.note')}</p>
          {area.municipalities.length === 0 ? null : (
            <details class="dads-disclosure">
              <summary class="dads-disclosure__summary">{page.say('site.as-table')}</summary>
              <MunicipalityTable page={page} area={area} />
            </details>
          )}
        </section>
        <section aria-labelledby="duties">
          <h2 id="duties">{duties.length === 0 ? page.say('duty.none') : page.say('duty.count', { count: duties.length })}</h2>
          {duties.length === 0 ? <p>{page.say('duty.none-why')}</p> : <DutyList page={page} area={area} duties={duties} />}
        </section>
      </div>

      <section aria-labelledby="initiatives">
        <h2 id="initiatives">{initiatives.length === 0 ? page.say('initiative.none') : page.say('initiative.fact', { fields: fields.filter((f) => f.field !== null).length, count: initiatives.length })}</h2>
        {initiatives.length === 0 ? null : (
          <>
            <InitiativeList page={page} area={area.slug} groups={fields} />
            <p><a href={page.href(initiativesPath(area.slug))}>{page.say('initiative.all')}</a></p>
          </>
        )}
      </section>

      <section aria-labelledby="agreements">
        <h2 id="agreements">{area.agreements.length === 0 ? page.say('agreement.none') : page.say('agreement.fact', { count: area.agreements.length })}</h2>
        {area.agreements.length === 0 ? <p>{page.say('agreement.none-why')}</p> : (
          <>
            <AgreementList page={page} area={area} agreements={area.agreements.slice(0, 5)} />
            {area.agreements.length > 5 ? <p><a href={page.href(agreementsPath(area.slug))}>{page.say('agreement.all')}</a></p> : null}
          </>
        )}
      </section>

      <section aria-labelledby="population">
        <h2 id="population">{populationFact(page, area)}</h2>
        {area.municipalities.length === 0 ? null : <p><a href={page.href(municipalitiesPath(area.slug))}>{page.say('municipality.all')}</a></p>}
        <SourceList page={page} area={area} only={['population', 'membership', 'cityHall']} />
      </section>
    </Layout>
  );
}

/** 「山口県・島根県の7市町が、平成29年3月30日（2017年）から…」 */
export function leadOf(page: Page, area: AreaView): string {
  const day = formatDay(area.formedOn, page.lang);
  const prefectures = formatNames(prefecturesOf(area).map((name) => prefectureName(name, page.lang)), page.lang);
  const cores = area.municipalities.filter((m) => m.role === '連携中枢都市').map((m) => municipalityName(m, page.lang));
  if (area.municipalities.length === 0) return page.say('area.lead-empty', { day });
  const lead = page.say('area.lead', { prefectures, count: area.municipalities.length, day });
  return cores.length === 0 ? lead : `${lead}${page.lang === 'ja' ? '' : ' '}${page.say('area.cores', { cores: formatNames(cores, page.lang) })}`;
}

/** 都道府県を、属する市町の多い順に。 */
function prefecturesOf(area: AreaView): string[] {
  const counts = new Map<string, number>();
  for (const { prefecture } of area.municipalities) counts.set(prefecture, (counts.get(prefecture) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

function netFact(page: Page, area: AreaView): string {
  const { linked } = netOf(area);
  const names = [...linked].flatMap((code) => area.municipalities.filter((m) => m.code === code).map((m) => municipalityName(m, page.lang)));
  if (area.agreements.length === 0) return page.say('net.none');
  if (names.length === 0) return page.say('net.outside', { count: area.agreements.length });
  const who = names.length <= 3 ? formatNames(names, page.lang) : page.say('net.municipalities', { count: names.length });
  return page.say('net.fact', { who, count: area.agreements.length });
}

function populationFact(page: Page, area: AreaView): string {
  const change = populationChange(area.municipalities);
  if (!change || change.rate === null) return page.say('population.unknown');
  const direction = change.change < 0 ? 'population.fell' : change.change > 0 ? 'population.rose' : 'population.same';
  return page.say(direction, { count: formatCount(change.after), year: change.to, from: change.from, rate: formatRate(Math.abs(change.rate), page.lang).replace('+', '') });
}
