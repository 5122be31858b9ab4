import { ok } from '@renkei/core';
import { defineEndpoint } from '../endpoint.js';
import { apiLinks } from '../links.js';
import { agreementParam, areaParam } from '../parameters.js';
import { presentAgreement } from '../present/agreement.js';
import { Agreement } from '../schemas/agreement.js';

export const getAgreement = defineEndpoint({
  id: 'getAgreement',
  path: '/areas/{area}/agreements/{agreement}',
  summary: { ja: '連携協約の事実・本文の木・書き出せる形式', en: 'An agreement: facts, text tree, formats' },
  params: { area: areaParam, agreement: agreementParam },
  query: {},
  response: Agreement,
  example: { area: 'yamaguchi', agreement: 'yamaguchi-ube' },
  handle: async ({ params, services }) => {
    const view = await services.catalogue.findAgreement(params.area, params.agreement);
    return view && ok(presentAgreement(view, services.baseUrl, apiLinks(services.baseUrl)));
  },
});
