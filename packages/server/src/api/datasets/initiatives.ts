import { ok } from '@renkei/core';
import { filterInitiatives, initiativeFilters, type InitiativeFilter } from '../endpoints/list-initiatives.js';
import { apiLinks } from '../links.js';
import { areaParam } from '../parameters.js';
import { presentInitiatives } from '../present/initiative.js';
import type { Initiative } from '../schemas/initiative.js';
import type { Dataset } from './dataset.js';

interface Row {
  readonly initiative: Initiative;
  readonly role: Initiative['roles'][number] | null;
  readonly body: Initiative['roles'][number]['bodies'][number] | null;
}

export const initiatives: Dataset<Row> = {
  id: 'initiatives',
  path: '/areas/{area}/initiatives',
  title: { ja: '取組と役割', en: 'Initiatives and roles' },
  grain: { ja: '一つの取組について一つの団体が負う役割', en: 'the role of one body in one initiative' },
  params: { area: areaParam },
  query: initiativeFilters,
  columns: [
    { name: 'agreement', header: '協約ID', type: 'string', meaning: { ja: '協約のアドレスに使う名', en: 'name used in the address of the agreement' }, value: (r) => r.initiative.agreement },
    { name: 'path', header: '取組番号', type: 'string', meaning: { ja: '区分と符号を外側から / でつないだもの', en: 'labels joined by /, outermost first' }, value: (r) => r.initiative.path },
    { name: 'fieldPath', header: '分野番号', type: 'string', meaning: { ja: '政策分野の番号', en: 'number of the policy field' }, value: (r) => r.initiative.field?.path ?? null },
    { name: 'fieldHeading', header: '分野名', type: 'string', meaning: { ja: '政策分野の名', en: 'heading of the policy field' }, value: (r) => r.initiative.field?.heading ?? null },
    { name: 'label', header: '符号', type: 'string', meaning: { ja: '印字された符号', en: 'label as printed' }, value: (r) => r.initiative.label },
    { name: 'name', header: '取組名', type: 'string', meaning: { ja: '取組の名', en: 'name of the initiative' }, value: (r) => r.initiative.name },
    { name: 'content', header: '内容', type: 'string', meaning: { ja: '取組の内容（本文のまま）', en: 'content, as in the text' }, value: (r) => r.initiative.content },
    { name: 'contentInferred', header: '内容の推定', type: 'boolean', meaning: { ja: '内容に推定で補った文字があるか', en: 'whether the content has inferred characters' }, value: (r) => r.initiative.contentInferred },
    { name: 'party', header: '役割の主体', type: 'string', meaning: { ja: '本文での書きぶり（両市など）', en: 'the bearer as written in the text' }, value: (r) => r.role?.party ?? null },
    { name: 'bodyCode', header: '団体コード', type: 'string', meaning: { ja: '全国地方公共団体コード（6桁の文字）', en: 'six-digit local government code, as text' }, value: (r) => r.body?.code ?? null },
    { name: 'bodyName', header: '団体名', type: 'string', meaning: { ja: '役割を負う団体', en: 'body that bears the role' }, value: (r) => r.body?.name ?? null },
    { name: 'role', header: '役割', type: 'string', meaning: { ja: '役割（本文のまま）', en: 'the role, as in the text' }, value: (r) => r.role?.text ?? null },
    { name: 'roleInferred', header: '役割の推定', type: 'boolean', meaning: { ja: '役割に推定で補った文字があるか。空は役割の無い取組', en: 'whether the role has inferred characters; empty without a role' }, value: (r) => r.role?.inferred ?? null },
    { name: 'article', header: '根拠の条', type: 'string', meaning: { ja: 'この取組を定める条の番号', en: 'number of the article behind it' }, value: (r) => r.initiative.article?.number ?? null },
    { name: 'url', header: 'URL', type: 'string', meaning: { ja: '取組のページ', en: 'page of the initiative' }, value: (r) => r.initiative.links.html },
  ],
  rows: async ({ params, query, services }) => {
    const area = await services.catalogue.findArea(params.area!);
    if (!area) return null;
    const filtered = filterInitiatives(area, presentInitiatives(area, apiLinks(services.baseUrl)), query as InitiativeFilter);
    if (!filtered.ok) return filtered;
    return ok(filtered.value.flatMap(rowsOf));
  },
};

function rowsOf(initiative: Initiative): Row[] {
  if (initiative.roles.length === 0) return [{ initiative, role: null, body: null }];
  return initiative.roles.flatMap((role): Row[] => (role.bodies.length === 0 ? [{ initiative, role, body: null }] : role.bodies.map((body) => ({ initiative, role, body }))));
}
