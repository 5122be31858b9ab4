import { ok } from '@renkei/core';
import { defineEndpoint } from '../endpoint.js';
import { apiLinks } from '../links.js';
import { agreementParam, areaParam } from '../parameters.js';
import { presentProvisions } from '../present/provision.js';
import { ProvisionList } from '../schemas/provision.js';

export const listProvisions = defineEndpoint({
  id: 'listProvisions',
  path: '/areas/{area}/agreements/{agreement}/provisions',
  summary: { ja: '協約の条項と、その固定のアドレス', en: 'The provisions of an agreement and their stable addresses' },
  params: { area: areaParam, agreement: agreementParam },
  query: {},
  response: ProvisionList,
  example: { area: 'yamaguchi', agreement: 'yamaguchi-ube' },
  handle: async ({ params, services }) => {
    const view = await services.catalogue.findAgreement(params.area, params.agreement);
    return view && ok({ provisions: presentProvisions(view.document, apiLinks(services.baseUrl).agreement(view.area.slug, view.slug).html) });
  },
});
