import type { AgreementVersions, VersionFacts } from '@renkei/app';
import { locationName, type Operation } from '@renkei/core';
import { amendmentDownloadPath, amendmentPath, versionTextPath } from '../../portal/paths.js';
import type { ApiLinks } from '../links.js';
import type { Version } from '../schemas/version.js';

export function presentVersion({ area, slug }: AgreementVersions, { number, from, until, amendment }: VersionFacts, baseUrl: string, links: ApiLinks): Version {
  return {
    number, from, until,
    amendment: amendment && {
      number,
      title: amendment.title,
      concludedOn: amendment.concludedOn,
      inForceOn: amendment.inForceOn,
      sample: amendment.sample,
      changes: amendment.operations.flatMap((provision) => provision.operations.map(presentChange)),
      text: amendment.printed,
      proof: amendment.proof,
      recordedAt: amendment.recordedAt,
      links: { html: `${baseUrl}${amendmentPath(area.slug, slug, number)}`, file: `${baseUrl}${amendmentDownloadPath(area.slug, slug, number)}` },
    },
    links: { self: `${links.agreement(area.slug, slug).self}/versions/${number}`, html: `${baseUrl}${versionTextPath(area.slug, slug, number)}` },
  };
}

const presentChange = ({ targets, action }: Operation): { kind: Operation['action']['kind']; places: string[] } => ({
  kind: action.kind,
  places: targets.flatMap(({ from, through }) => (through === undefined ? [from] : [from, through])).map((location) => locationName(location, 'half')),
});
