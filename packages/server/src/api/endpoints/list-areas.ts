import { ok } from '@renkei/core';
import { defineEndpoint } from '../endpoint.js';
import { apiLinks } from '../links.js';
import { presentAreaSummary } from '../present/area.js';
import { AreaList } from '../schemas/area.js';

export const listAreas = defineEndpoint({
  id: 'listAreas',
  path: '/areas',
  summary: { ja: '圏域の一覧', en: 'The areas' },
  params: {},
  query: {},
  response: AreaList,
  example: {},
  handle: async ({ services }) => {
    const areas = await services.catalogue.listAreas();
    return ok({ areas: areas.map((area) => presentAreaSummary(area, apiLinks(services.baseUrl))) });
  },
});
