import type { AreaSummary } from '@renkei/app';
import type { VNode } from 'preact';
import { areaPath } from '../../portal/paths.js';
import { Layout } from '../layout.js';
import type { Page } from '../page.js';

/** 圏域の一覧。一つも無いときは、次にすることを言う。 */
export function AreasPage({ page, areas }: { readonly page: Page; readonly areas: readonly AreaSummary[] }): VNode {
  const title = areas.length === 0 ? page.say('areas.none') : page.say('areas.title', { count: areas.length });
  return (
    <Layout page={page} title={title}>
      <h1>{title}</h1>
      {areas.length === 0 ? (
        <>
          <p>{page.say('areas.none-why')}</p>
          <ul class="renkei-list">
            <li>{page.say('areas.none-examples')} <code>RENKEI_EXAMPLES=yes npm start</code></li>
            <li>{page.say('areas.none-import')} <code>npx renkei import --help</code></li>
          </ul>
        </>
      ) : (
        <ul class="dads-resource-list">
          {areas.map((area) => (
            <li class="dads-resource-list__item">
              <p class="dads-resource-list__title"><a href={page.href(areaPath(area.slug))} lang="ja">{area.name}</a></p>
              {area.nickname === null ? null : <p class="dads-resource-list__support">{page.say('area.nickname')} <span lang="ja">{area.nickname}</span></p>}
            </li>
          ))}
        </ul>
      )}
    </Layout>
  );
}
