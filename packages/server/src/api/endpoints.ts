import type { Endpoint } from './endpoint.js';
import { compareVersions } from './endpoints/compare-versions.js';
import { getAgreement } from './endpoints/get-agreement.js';
import { getArea } from './endpoints/get-area.js';
import { getInitiative } from './endpoints/get-initiative.js';
import { getMunicipality } from './endpoints/get-municipality.js';
import { getVersion } from './endpoints/get-version.js';
import { listAgreements } from './endpoints/list-agreements.js';
import { listAreas } from './endpoints/list-areas.js';
import { listFindings } from './endpoints/list-findings.js';
import { listInitiatives } from './endpoints/list-initiatives.js';
import { listMunicipalities } from './endpoints/list-municipalities.js';
import { listProvisions } from './endpoints/list-provisions.js';
import { listVersions } from './endpoints/list-versions.js';
import { search } from './endpoints/search.js';

/** 公開 API の番地のすべて。 */
export const ENDPOINTS: readonly Endpoint[] = [
  listAreas, getArea,
  listAgreements, getAgreement, listProvisions, listFindings, listVersions, getVersion, compareVersions,
  listInitiatives, getInitiative,
  listMunicipalities, getMunicipality,
  search,
];
