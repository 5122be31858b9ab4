import type { Catalogue } from '@renkei/app';
import { findAgreement, findSource } from './agreement/find-agreement.js';
import { saveAgreement } from './agreement/save-agreement.js';
import { readDirectory } from './area/directory.js';
import { findArea, listAreas } from './area/find-area.js';
import { saveArea } from './area/save-area.js';
import type { Db } from './database/connect.js';
import { readPublication } from './publication/publication.js';
import { search } from './search/search.js';

/** 保存先の入口。依頼に応える関数をつなぐだけ。carryOut は、依頼が終わるまでを見届け、接続の故障を Fault に直す。 */
export function createCatalogue(db: Db, carryOut: <T>(work: Promise<T>) => Promise<T>): Catalogue {
  return {
    saveArea: (area) => carryOut(saveArea(db, area)),
    saveAgreement: (agreement) => carryOut(saveAgreement(db, agreement)),
    listAreas: () => carryOut(listAreas(db)),
    findArea: (slug) => carryOut(findArea(db, slug)),
    findAgreement: (area, slug) => carryOut(findAgreement(db, area, slug)),
    findSource: (area, slug) => carryOut(findSource(db, area, slug)),
    directory: () => carryOut(readDirectory(db)),
    search: (query) => carryOut(search(db, query)),
    publication: () => carryOut(readPublication(db)),
  };
}
