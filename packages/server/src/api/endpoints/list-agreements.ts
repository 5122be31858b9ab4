import { ok } from '@renkei/core';
import { defineEndpoint } from '../endpoint.js';
import { apiLinks } from '../links.js';
import { areaParam } from '../parameters.js';
import { presentAgreementCard } from '../present/agreement-card.js';
import { AgreementList } from '../schemas/agreement-card.js';

export const listAgreements = defineEndpoint({
  id: 'listAgreements',
  path: '/areas/{area}/agreements',
  summary: { ja: '圏域の連携協約の一覧', en: 'The cooperation agreements of an area' },
  params: { area: areaParam },
  query: {},
  response: AgreementList,
  example: { area: 'yamaguchi' },
  handle: async ({ params, services }) => {
    const area = await services.catalogue.findArea(params.area);
    return area && ok({ agreements: area.agreements.map((card) => presentAgreementCard(area.slug, card, apiLinks(services.baseUrl))) });
  },
});
