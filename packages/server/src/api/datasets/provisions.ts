import { ok } from '@renkei/core';
import { apiLinks } from '../links.js';
import { agreementParam, areaParam } from '../parameters.js';
import { presentProvisions } from '../present/provision.js';
import type { Provision } from '../schemas/provision.js';
import type { Dataset } from './dataset.js';

export const provisions: Dataset<Provision> = {
  id: 'provisions',
  path: '/areas/{area}/agreements/{agreement}/provisions',
  title: { ja: '協約の条項', en: 'Provisions of an agreement' },
  grain: { ja: 'アドレスを持つ一つの条項（下位の条項の文を含まない）', en: 'one provision with an address (without the text of those below it)' },
  params: { area: areaParam, agreement: agreementParam },
  query: {},
  columns: [
    { name: 'anchor', header: 'ページ内の場所', type: 'string', meaning: { ja: 'ページの中の場所（#の後に書く名）', en: 'address within the page' }, value: (r) => r.anchor },
    { name: 'name', header: '条項', type: 'string', meaning: { ja: '条項の呼び名', en: 'name of the provision' }, value: (r) => r.name },
    { name: 'tag', header: '要素名', type: 'string', meaning: { ja: '法令標準XML の要素名', en: 'element name of the Japanese law XML' }, value: (r) => r.tag },
    { name: 'text', header: '文', type: 'string', meaning: { ja: '条項自身の文', en: 'the text of the provision itself' }, value: (r) => r.text },
    { name: 'url', header: 'URL', type: 'string', meaning: { ja: '固定のアドレス', en: 'stable address' }, value: (r) => r.url },
  ],
  rows: async ({ params, services }) => {
    const view = await services.catalogue.findAgreement(params.area!, params.agreement!);
    return view && ok(presentProvisions(view.document, apiLinks(services.baseUrl).agreement(view.area.slug, view.slug).html));
  },
};
