import type { AreaView } from '@renkei/app';
import type { VNode } from 'preact';
import { areaPath } from '../../portal/paths.js';
import { Layout } from '../layout.js';
import type { Page } from '../page.js';
import { AgreementList } from '../parts/agreement-list.js';

export function AgreementsPage({ page, area }: { readonly page: Page; readonly area: AreaView }): VNode {
  const title = area.agreements.length === 0 ? page.say('agreement.none') : page.say('agreement.fact', { count: area.agreements.length });
  return (
    <Layout page={page} title={title} area={area} section="agreements" breadcrumb={[{ label: area.name, path: areaPath(area.slug) }, { label: page.say('nav.agreements') }]}>
      <h1>{title}</h1>
      {area.agreements.length === 0 ? <p>{page.say('agreement.none-why')}</p> : <AgreementList page={page} area={area} agreements={area.agreements} />}
    </Layout>
  );
}
