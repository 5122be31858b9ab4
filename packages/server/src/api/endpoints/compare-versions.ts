import { compareVersions as compare, portalMessages } from '@renkei/app';
import { err, ok } from '@renkei/core';
import { comparedVersions } from '../../portal/compared-versions.js';
import { compareVersionsPath } from '../../portal/paths.js';
import { defineEndpoint } from '../endpoint.js';
import { apiLinks } from '../links.js';
import { agreementParam, areaParam, fromVersionParam, toVersionParam } from '../parameters.js';
import { presentRows } from '../present/comparison.js';
import type { ProblemFindingInit } from '../problem.js';
import { Comparison } from '../schemas/comparison.js';

export const compareVersions = defineEndpoint({
  id: 'compareVersions',
  path: '/areas/{area}/agreements/{agreement}/comparison',
  summary: { ja: '二つの版の新旧対照表（既定は最後の二つ）', en: 'Two versions compared (the last two by default)' },
  params: { area: areaParam, agreement: agreementParam },
  query: { from: fromVersionParam, to: toVersionParam },
  response: Comparison,
  example: { area: 'yamaguchi', agreement: 'yamaguchi-ube' },
  handle: async ({ params, query, services: { catalogue, baseUrl } }) => {
    const versions = await catalogue.findVersions(params.area, params.agreement);
    if (!versions) return null;
    const { from, to, unknown } = comparedVersions(versions, query);
    if (unknown.length > 0) {
      const expected = versions.versions.map((v) => v.number).join(', ');
      const findings = (['from', 'to'] as const).filter((name) => unknown.includes((query[name] ?? '').slice(0, 20))).map((name): ProblemFindingInit => ({ at: `query.${name}`, found: query[name] ?? null, expected, key: 'api.invalid-choice' }));
      return err({ code: 'request.invalid', detail: { key: 'api.invalid', data: { count: findings.length } }, findings });
    }
    const titles = { new: portalMessages['compare.new-title'].ja, old: portalMessages['compare.old-title'].ja };
    const result = from === to ? null : await compare({ area: params.area, versions, from, to, whole: false, titles }, { catalogue });
    const self = `${apiLinks(baseUrl).agreement(params.area, versions.slug).self}/comparison?from=${from}&to=${to}`;
    return ok({ from, to, rows: presentRows(result), links: { self, html: `${baseUrl}${compareVersionsPath(params.area, versions.slug, from, to)}` } });
  },
});
