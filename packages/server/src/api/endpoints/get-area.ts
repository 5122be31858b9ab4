import { ok } from '@renkei/core';
import { defineEndpoint } from '../endpoint.js';
import { apiLinks } from '../links.js';
import { areaParam } from '../parameters.js';
import { presentArea } from '../present/area.js';
import { Area } from '../schemas/area.js';

export const getArea = defineEndpoint({
  id: 'getArea',
  path: '/areas/{area}',
  summary: { ja: '圏域の事実・市町・協約', en: 'An area: facts, municipalities, agreements' },
  params: { area: areaParam },
  query: {},
  response: Area,
  example: { area: 'yamaguchi' },
  handle: async ({ params, services }) => {
    const area = await services.catalogue.findArea(params.area);
    return area && ok(presentArea(area, apiLinks(services.baseUrl)));
  },
});
