import { ok } from '@renkei/core';
import { defineEndpoint } from '../endpoint.js';
import { apiLinks } from '../links.js';
import { areaParam, pathParam } from '../parameters.js';
import { presentInitiatives } from '../present/initiative.js';
import { InitiativeDetail } from '../schemas/initiative.js';

export const getInitiative = defineEndpoint({
  id: 'getInitiative',
  path: '/areas/{area}/initiatives/{path+}',
  summary: { ja: '取組（同じ番号の取組を、協約ごとに）', en: 'An initiative, once per agreement that has it' },
  params: { area: areaParam, path: pathParam },
  query: {},
  response: InitiativeDetail,
  example: { area: 'yamaguchi', path: '3(1)/カ' },
  handle: async ({ params, services }) => {
    const area = await services.catalogue.findArea(params.area);
    const items = area ? presentInitiatives(area, apiLinks(services.baseUrl)).filter((initiative) => initiative.path === params.path) : [];
    return items.length === 0 ? null : ok({ path: params.path, items });
  },
});
