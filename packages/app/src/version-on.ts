import type { PlainDate } from '@renkei/core';
import type { AgreementVersions, VersionFacts } from './read-model.js';

/** その日に効いている版。締結の前は null。同じ日に幾つも変われば、記録の順で最後のもの。 */
export function versionOn({ versions }: Pick<AgreementVersions, 'versions'>, day: PlainDate): VersionFacts | null {
  return versions.findLast(({ from, number }) => (from === null ? number === 0 : from <= day)) ?? null;
}
