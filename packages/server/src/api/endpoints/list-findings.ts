import { ok } from '@renkei/core';
import { defineEndpoint } from '../endpoint.js';
import { agreementParam, areaParam } from '../parameters.js';
import { presentFinding } from '../present/finding.js';
import { FindingList } from '../schemas/finding.js';

export const listFindings = defineEndpoint({
  id: 'listFindings',
  path: '/areas/{area}/agreements/{agreement}/findings',
  summary: { ja: '協約の本文をどう読んだかの報告', en: 'How the text of an agreement was read' },
  params: { area: areaParam, agreement: agreementParam },
  query: {},
  response: FindingList,
  example: { area: 'yamaguchi', agreement: 'yamaguchi-ube' },
  handle: async ({ params, services }) => {
    const view = await services.catalogue.findAgreement(params.area, params.agreement);
    return view && ok({ sourceSha256: view.source.sha256, findings: view.findings.map(presentFinding) });
  },
});
