import { ok } from '@renkei/core';
import { defineEndpoint } from '../endpoint.js';
import { agreementParam, areaParam, versionParam } from '../parameters.js';
import { VersionText } from '../schemas/version.js';

export const getVersion = defineEndpoint({
  id: 'getVersion',
  path: '/areas/{area}/agreements/{agreement}/versions/{version}',
  summary: { ja: 'ある版の本文の木', en: 'The text tree of a version' },
  params: { area: areaParam, agreement: agreementParam, version: versionParam },
  query: {},
  response: VersionText,
  example: { area: 'yamaguchi', agreement: 'yamaguchi-ube', version: '0' },
  handle: async ({ params, services: { catalogue } }) => {
    const versions = await catalogue.findVersions(params.area, params.agreement);
    const facts = versions?.versions[Number(params.version)];
    const view = facts ? await catalogue.findVersion(params.area, params.agreement, facts.number) : null;
    return facts && view ? ok({ number: facts.number, from: facts.from, until: facts.until, document: view.document }) : null;
  },
});
