import { ok } from '@renkei/core';
import { defineEndpoint } from '../endpoint.js';
import { apiLinks } from '../links.js';
import { areaParam } from '../parameters.js';
import { presentMunicipality } from '../present/municipality.js';
import { MunicipalityList } from '../schemas/municipality.js';

export const listMunicipalities = defineEndpoint({
  id: 'listMunicipalities',
  path: '/areas/{area}/municipalities',
  summary: { ja: '圏域の市町の一覧（コード順）', en: 'The municipalities of an area, in code order' },
  params: { area: areaParam },
  query: {},
  response: MunicipalityList,
  example: { area: 'yamaguchi' },
  handle: async ({ params, services }) => {
    const area = await services.catalogue.findArea(params.area);
    return area && ok({ municipalities: area.municipalities.map((m) => presentMunicipality(area.slug, m, apiLinks(services.baseUrl))) });
  },
});
