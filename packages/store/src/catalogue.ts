import type { Catalogue } from '@renkei/app';
import { findAgreement, findSource } from './agreement/find-agreement.js';
import { saveAgreement } from './agreement/save-agreement.js';
import { readDirectory } from './area/directory.js';
import { findArea, listAreas } from './area/find-area.js';
import { saveArea } from './area/save-area.js';
import type { Db } from './database/connect.js';
import { readPublication } from './publication/publication.js';
import { search } from './search/search.js';

/** 保存先の入口。依頼に応える関数をつなぐだけ。faulting は接続の故障を Fault に直す。 */
export function createCatalogue(db: Db, faulting: <T>(work: Promise<T>) => Promise<T>): Catalogue {
  return {
    saveArea: (area) => faulting(saveArea(db, area)),
    saveAgreement: (agreement) => faulting(saveAgreement(db, agreement)),
    listAreas: () => faulting(listAreas(db)),
    findArea: (slug) => faulting(findArea(db, slug)),
    findAgreement: (area, slug) => faulting(findAgreement(db, area, slug)),
    findSource: (area, slug) => faulting(findSource(db, area, slug)),
    directory: () => faulting(readDirectory(db)),
    search: (query) => faulting(search(db, query)),
    publication: () => faulting(readPublication(db)),
  };
}
