import type { AreaView } from '@renkei/app';
import type { VNode } from 'preact';
import { areaPath, municipalitiesPath } from '../../portal/paths.js';
import { Layout } from '../layout.js';
import type { Page } from '../page.js';
import { MunicipalityTable } from '../parts/municipality-table.js';
import { SourceList } from '../parts/source-list.js';

export function MunicipalitiesPage({ page, area }: { readonly page: Page; readonly area: AreaView }): VNode {
  const cores = area.municipalities.filter((m) => m.role === '連携中枢都市').length;
  const title = area.municipalities.length === 0 ? page.say('municipality.none') : page.say('municipality.fact', { count: area.municipalities.length, cores });
  return (
    <Layout page={page} title={title} area={area} section="municipalities" breadcrumb={[{ label: area.name, path: areaPath(area.slug) }, { label: page.say('nav.municipalities') }]}>
      <h1>{title}</h1>
      {area.municipalities.length === 0 ? null : (
        <>
          <MunicipalityTable page={page} area={area} />
          <p><a href={`${municipalitiesPath(area.slug)}.csv`}>{page.say('municipality.csv')}</a></p>
        </>
      )}
      <SourceList page={page} area={area} />
    </Layout>
  );
}
