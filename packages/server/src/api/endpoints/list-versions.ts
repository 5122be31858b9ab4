import { ok } from '@renkei/core';
import { defineEndpoint } from '../endpoint.js';
import { apiLinks } from '../links.js';
import { agreementParam, areaParam } from '../parameters.js';
import { presentVersion } from '../present/version.js';
import { VersionList } from '../schemas/version.js';

export const listVersions = defineEndpoint({
  id: 'listVersions',
  path: '/areas/{area}/agreements/{agreement}/versions',
  summary: { ja: '協約の版（締結時と変更ごと）と改め文', en: 'Versions of an agreement, with the amending texts' },
  params: { area: areaParam, agreement: agreementParam },
  query: {},
  response: VersionList,
  example: { area: 'yamaguchi', agreement: 'yamaguchi-ube' },
  handle: async ({ params, services: { catalogue, baseUrl } }) => {
    const versions = await catalogue.findVersions(params.area, params.agreement);
    return versions && ok({ current: versions.current, versions: versions.versions.map((version) => presentVersion(versions, version, baseUrl, apiLinks(baseUrl))) });
  },
});
