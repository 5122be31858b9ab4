import type { AreaView } from '@renkei/app';
import type { NodeId } from '@renkei/core';
import type { ComponentChildren, VNode } from 'preact';
import { isInferred, type InitiativeEntry, type InitiativeOccurrence } from '../../portal/initiative-index.js';
import { agreementPath, areaPath, initiativePath, initiativesPath, municipalityPath } from '../../portal/paths.js';
import { formatNames } from '../format.js';
import { Layout } from '../layout.js';
import { partyName } from '../municipality-name.js';
import type { Page } from '../page.js';
import { Inferred } from '../parts/inferred.js';
import { SampleMark } from '../parts/sample-mark.js';

export interface InitiativePageProps {
  readonly page: Page;
  readonly area: AreaView;
  readonly entry: InitiativeEntry;
  readonly previous: InitiativeEntry | undefined;
  readonly next: InitiativeEntry | undefined;
  /** 協約ごとの、節点から錨への対応 */
  readonly anchors: ReadonlyMap<string, ReadonlyMap<NodeId, string>>;
  readonly head?: ComponentChildren;
}

/** 取組一つ。分野・内容・各当事者の役割・定めている条。 */
export function InitiativePage({ page, area, entry, previous, next, anchors, head }: InitiativePageProps): VNode {
  const { field } = entry;
  const inferred = entry.occurrences.some(({ initiative }) => isInferred(initiative));
  return (
    <Layout
      page={page}
      title={entry.name}
      description={entry.occurrences[0]?.initiative.content}
      area={area}
      section="initiatives"
      breadcrumb={[{ label: area.name, path: areaPath(area.slug) }, { label: page.say('nav.initiatives'), path: initiativesPath(area.slug) }, { label: `${entry.label} ${entry.name}` }]}
      head={head}
    >
      {field === null ? null : (
        <p class="renkei-kicker" lang="ja">
          {field.parent ? <span class="renkei-kicker__parent">{`${field.parent.label} ${field.parent.heading}`}</span> : null}
          <span>{`${field.label} ${field.heading}`}</span>
        </p>
      )}
      <h1 lang="ja"><span class="renkei-label">{entry.label}</span> {entry.name}</h1>
      {page.lang === 'en' ? <p class="dads-notification-banner">{page.say('agreement.japanese-only')}</p> : null}
      {entry.occurrences.map((occurrence) => (
        <Occurrence page={page} area={area} occurrence={occurrence} named={entry.occurrences.length > 1} anchors={anchors.get(occurrence.agreement.slug)} />
      ))}
      {inferred ? <p class="renkei-note">{page.say('inferred.why')}</p> : null}
      <nav class="renkei-siblings" aria-label={page.say('initiative.siblings')}>
        {previous ? <a rel="prev" href={page.href(initiativePath(area.slug, previous.path))}>{page.say('initiative.previous')}<span lang="ja">{`${previous.label} ${previous.name}`}</span></a> : <span />}
        {next ? <a rel="next" href={page.href(initiativePath(area.slug, next.path))}>{page.say('initiative.next')}<span lang="ja">{`${next.label} ${next.name}`}</span></a> : null}
      </nav>
    </Layout>
  );
}

interface OccurrenceProps extends Pick<InitiativePageProps, 'page' | 'area'> {
  readonly occurrence: InitiativeOccurrence;
  readonly named: boolean;
  readonly anchors: ReadonlyMap<NodeId, string> | undefined;
}

function Occurrence({ page, area, occurrence: { agreement, initiative }, named, anchors }: OccurrenceProps): VNode {
  const base = page.href(agreementPath(area.slug, agreement.slug));
  const linkTo = (node: NodeId) => {
    const anchor = anchors?.get(node);
    return anchor === undefined ? base : `${base}#${anchor}`;
  };
  const parties = formatNames(agreement.parties.map((p) => partyName(p.name, area.municipalities, page.lang)), page.lang);
  const bearers = new Set(initiative.roles.flatMap((r) => r.bodies));
  const Heading = named ? 'h3' : 'h2';
  return (
    <section class="renkei-occurrence">
      {named ? <h2>{page.say('initiative.in-agreement', { parties })}</h2> : null}
      <Heading>{page.say('initiative.content-heading')}</Heading>
      <blockquote class="dads-blockquote" lang="ja"><p><Inferred page={page} when={initiative.contentInferred === true}>{initiative.content}</Inferred></p></blockquote>
      <Heading>{initiative.roles.length === 0 ? page.say('role.none') : bearers.size === 0 ? page.say('role.heading') : page.say('role.fact', { bodies: formatNames([...bearers].map((b) => partyName(b, area.municipalities, page.lang)), page.lang) })}</Heading>
      {initiative.roles.length === 0 ? <p>{page.say('role.none-why')}</p> : (
        <div class="dads-table">
          <table class="dads-table__table">
            <thead><tr><th scope="col">{page.say('role.who')}</th><th scope="col">{page.say('role.what')}</th></tr></thead>
            <tbody>
              {initiative.roles.map((role) => (
                <tr>
                  <th scope="row">
                    <span lang="ja">{role.party}</span>
                    <span class="renkei-bodies">
                      {role.bodies.map((body) => {
                        const found = area.municipalities.find((m) => m.name === body);
                        return found ? <a href={page.href(municipalityPath(area.slug, found.code))}>{partyName(body, area.municipalities, page.lang)}</a> : <span lang="ja">{body}</span>;
                      })}
                    </span>
                  </th>
                  <td lang="ja"><Inferred page={page} when={role.inferred === true}>{role.text}</Inferred></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Heading>{page.say('initiative.basis')}</Heading>
      <ul class="renkei-list">
        {initiative.article ? <li><a href={linkTo(initiative.article.node)}>{page.say('initiative.article', { article: initiative.article.number })}</a></li> : null}
        <li><a href={linkTo(initiative.node)}>{page.say('initiative.row')}</a> <SampleMark page={page} sample={agreement.sample} /></li>
      </ul>
      <p class="renkei-note"><span lang="ja">{agreement.title}</span>{` (${parties})`}</p>
    </section>
  );
}
