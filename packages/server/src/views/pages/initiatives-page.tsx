import type { AreaView } from '@renkei/app';
import type { VNode } from 'preact';
import { fieldsOf, initiativesOf, isInferred, type FieldGroup } from '../../portal/initiative-index.js';
import { areaPath, initiativePath, initiativesPath } from '../../portal/paths.js';
import { Layout } from '../layout.js';
import type { Page } from '../page.js';
import { Inferred } from '../parts/inferred.js';

/** 取組の一覧。政策分野ごとの表。 */
export function InitiativesPage({ page, area }: { readonly page: Page; readonly area: AreaView }): VNode {
  const initiatives = initiativesOf(area);
  const fields = fieldsOf(initiatives);
  const title = initiatives.length === 0 ? page.say('initiative.none') : page.say('initiative.fact', { fields: fields.filter((f) => f.field !== null).length, count: initiatives.length });
  return (
    <Layout page={page} title={title} area={area} section="initiatives" breadcrumb={[{ label: area.name, path: areaPath(area.slug) }, { label: page.say('nav.initiatives') }]}>
      <h1>{title}</h1>
      {initiatives.length === 0 ? <p>{page.say('initiative.none-why')}</p> : (
        <>
          {page.lang === 'en' ? <p class="dads-notification-banner">{page.say('agreement.japanese-only')}</p> : null}
          {fields.map((group) => <FieldTable page={page} area={area} group={group} />)}
          {initiatives.some(({ occurrences: [first] }) => first && isInferred(first.initiative)) ? <p class="renkei-note">{page.say('inferred.why')}</p> : null}
          <p><a href={`${initiativesPath(area.slug)}.csv`}>{page.say('initiative.csv')}</a></p>
        </>
      )}
    </Layout>
  );
}

function FieldTable({ page, area, group: { field, initiatives } }: { readonly page: Page; readonly area: AreaView; readonly group: FieldGroup }): VNode {
  const heading = field === null ? page.say('initiative.no-field') : `${field.label} ${field.heading}`;
  return (
    <section>
      <h2>
        {field?.parent ? <span class="renkei-fields__parent" lang="ja">{`${field.parent.label} ${field.parent.heading}`}</span> : null}
        <span lang={field === null ? undefined : 'ja'}>{heading}</span>
      </h2>
      <div class="dads-table" role="region" aria-label={heading} tabIndex={0}>
        <table class="dads-table__table renkei-initiative-table">
          <thead>
            <tr>
              <th scope="col">{page.say('initiative.name')}</th>
              <th scope="col">{page.say('initiative.content')}</th>
              <th scope="col">{page.say('initiative.roles')}</th>
            </tr>
          </thead>
          <tbody lang="ja">
            {initiatives.map((entry) => {
              const { initiative } = entry.occurrences[0]!;
              return (
                <tr>
                  <th scope="row"><a href={page.href(initiativePath(area.slug, entry.path))}>{`${entry.label} ${entry.name}`}</a></th>
                  <td><Inferred page={page} when={initiative.contentInferred === true}>{initiative.content}</Inferred></td>
                  <td>
                    {initiative.roles.length === 0 ? <span lang={page.lang}>{page.say('role.none')}</span> : initiative.roles.map((role) => (
                      <p><span class="renkei-role-party">{role.party}</span> <Inferred page={page} when={role.inferred === true}>{role.text}</Inferred></p>
                    ))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
