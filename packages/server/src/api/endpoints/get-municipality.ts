import { ok } from '@renkei/core';
import { defineEndpoint } from '../endpoint.js';
import { apiLinks } from '../links.js';
import { areaParam, codeParam } from '../parameters.js';
import { presentMunicipalityDetail } from '../present/municipality.js';
import { MunicipalityDetail } from '../schemas/municipality.js';

export const getMunicipality = defineEndpoint({
  id: 'getMunicipality',
  path: '/areas/{area}/municipalities/{code}',
  summary: { ja: '市町の事実・協約・役割を負う取組', en: 'A municipality: facts, agreements, initiatives it bears a role in' },
  params: { area: areaParam, code: codeParam },
  query: {},
  response: MunicipalityDetail,
  example: { area: 'yamaguchi', code: '352039' },
  handle: async ({ params, services }) => {
    const area = await services.catalogue.findArea(params.area);
    const facts = area?.municipalities.find((m) => m.code === params.code);
    return area && facts ? ok(presentMunicipalityDetail(area, facts, apiLinks(services.baseUrl))) : null;
  },
});
