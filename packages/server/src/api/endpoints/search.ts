import { z } from '@hono/zod-openapi';
import { ok } from '@renkei/core';
import { defineEndpoint } from '../endpoint.js';
import { describeParameter, limitParam, offsetParam } from '../parameters.js';
import { SEARCH_KINDS, SearchPage } from '../schemas/search.js';

export const search = defineEndpoint({
  id: 'search',
  path: '/search',
  summary: { ja: '全文の検索（1文字から）', en: 'Full-text search, from one character' },
  params: {},
  query: {
    q: z.string().min(1).max(200).openapi({ param: { name: 'q', in: 'query' }, description: describeParameter('q'), example: '医療' }),
    kind: z.enum(SEARCH_KINDS).optional().openapi({ param: { name: 'kind', in: 'query' }, description: describeParameter('kind') }),
    limit: limitParam(20),
    offset: offsetParam,
  },
  response: SearchPage,
  example: { q: '医療' },
  handle: async ({ query, services }) => {
    const { q, kind, limit, offset } = query;
    const page = await services.catalogue.search({ text: q, limit, offset, ...(kind === undefined ? {} : { kind }) });
    return ok({
      total: page.total, capped: page.capped, limit, offset,
      hits: page.hits.map(({ kind: of, area, title, excerpt, marks, path }) => ({
        kind: of, area, title, excerpt, marks: marks.map(([start, end]) => [start, end] as const), url: `${services.baseUrl}${path}`,
      })),
    });
  },
});
