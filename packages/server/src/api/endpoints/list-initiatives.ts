import { z } from '@hono/zod-openapi';
import type { AreaView } from '@renkei/app';
import { err, ok, type Result } from '@renkei/core';
import { defineEndpoint } from '../endpoint.js';
import { apiLinks } from '../links.js';
import { areaParam, describeParameter, limitParam, offsetParam } from '../parameters.js';
import { presentInitiatives } from '../present/initiative.js';
import type { ProblemFindingInit, ProblemInit } from '../problem.js';
import { InitiativePage, type Initiative } from '../schemas/initiative.js';

const DEFAULT_LIMIT = 20;

export const initiativeFilters = {
  field: z.string().min(1).max(100).optional().openapi({ param: { name: 'field', in: 'query' }, description: describeParameter('field'), example: '3(1)' }),
  party: z.string().min(1).max(100).optional().openapi({ param: { name: 'party', in: 'query' }, description: describeParameter('party'), example: '352039' }),
};

export interface InitiativeFilter {
  readonly field?: string | undefined;
  readonly party?: string | undefined;
}

export const listInitiatives = defineEndpoint({
  id: 'listInitiatives',
  path: '/areas/{area}/initiatives',
  summary: { ja: '取組の一覧（分野と団体で絞れる）', en: 'Initiatives, by policy field and by party' },
  params: { area: areaParam },
  query: { limit: limitParam(DEFAULT_LIMIT), offset: offsetParam, ...initiativeFilters },
  response: InitiativePage,
  example: { area: 'yamaguchi' },
  handle: async ({ params, query, services }) => {
    const area = await services.catalogue.findArea(params.area);
    if (!area) return null;
    const links = apiLinks(services.baseUrl);
    const filtered = filterInitiatives(area, presentInitiatives(area, links), query);
    if (!filtered.ok) return filtered;
    const { limit, offset } = query;
    const total = filtered.value.length;
    const list = `${links.area(area.slug).self}/initiatives`;
    const at = (from: number): string => `${list}?${new URLSearchParams({ limit: String(limit), offset: String(from), ...filterOf(query) })}`;
    const csv = new URLSearchParams(filterOf(query)).toString();
    return ok({
      total, limit, offset,
      items: filtered.value.slice(offset, offset + limit),
      links: {
        self: at(offset),
        next: offset + limit < total ? at(offset + limit) : null,
        previous: offset > 0 ? at(Math.max(0, offset - limit)) : null,
        csv: `${list}.csv${csv === '' ? '' : `?${csv}`}`,
      },
    });
  },
});

const filterOf = ({ field, party }: InitiativeFilter): Record<string, string> => ({
  ...(field === undefined ? {} : { field }),
  ...(party === undefined ? {} : { party }),
});

/** 絞り込み。存在しない分野や団体は、空の一覧でなく誤りとして、選べるものを添えて返す。 */
export function filterInitiatives(area: AreaView, initiatives: readonly Initiative[], { field, party }: InitiativeFilter): Result<readonly Initiative[], ProblemInit> {
  const findings: ProblemFindingInit[] = [];
  const fields = new Map(area.readings.flatMap(({ reading }) => reading.policyFields.map((f) => [f.path, f.parent?.label ?? null] as const)));
  if (field !== undefined && !fields.has(field) && ![...fields.values()].includes(field)) {
    findings.push({ at: 'query.field', found: field, expected: [...fields.keys()].join(', ') || '—', key: 'api.invalid-choice' });
  }
  const bodies = [...area.municipalities.map(({ code, name }) => ({ code, name })), ...initiatives.flatMap((i) => i.roles.flatMap((role) => role.bodies))];
  if (party !== undefined && !bodies.some(({ code, name }) => code === party || name === party)) {
    findings.push({ at: 'query.party', found: party, expected: [...new Set(bodies.map((body) => body.name))].join(', ') || '—', key: 'api.invalid-choice' });
  }
  if (findings.length > 0) return err({ code: 'request.invalid', detail: { key: 'api.invalid', data: { count: findings.length } }, findings });
  return ok(
    initiatives.filter(
      (initiative) =>
        (field === undefined || initiative.field?.path === field || (initiative.field !== null && fields.get(initiative.field.path) === field)) &&
        (party === undefined || initiative.roles.some((role) => role.bodies.some(({ code, name }) => code === party || name === party))),
    ),
  );
}
