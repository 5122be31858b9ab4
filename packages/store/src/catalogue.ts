import type { Catalogue } from '@renkei/app';
import type { PlainDate } from '@renkei/core';
import { findAgreement, findSource, findVersion } from './agreement/find-agreement.js';
import { findAmendmentText, findVersions } from './agreement/find-versions.js';
import { saveAgreement } from './agreement/save-agreement.js';
import { saveAmendment } from './agreement/save-amendment.js';
import { readDirectory } from './area/directory.js';
import { findArea, listAreas } from './area/find-area.js';
import { saveArea } from './area/save-area.js';
import type { Db } from './database/connect.js';
import { readPublication } from './publication/publication.js';
import { followDay } from './search/follow-day.js';
import { search } from './search/search.js';

export interface CatalogueOptions {
  /** 依頼が終わるまでを見届け、接続の故障を Fault に直す */
  readonly carryOut: <T>(work: Promise<T>) => Promise<T>;
  /** 日本の暦の今日。どの版が効いているかを決める */
  readonly today: () => PlainDate;
}

/** 保存先の入口。依頼に応える関数をつなぐだけ。 */
export function createCatalogue(db: Db, { carryOut, today }: CatalogueOptions): Catalogue {
  /** 日が変わって効く版が替わっていれば、検索と公開の印を先に追い付かせる */
  const afterDay = async <T>(work: () => Promise<T>): Promise<T> => {
    await followDay(db, today());
    return work();
  };
  return {
    saveArea: (area) => carryOut(saveArea(db, area)),
    saveAgreement: (agreement) => carryOut(saveAgreement(db, agreement, today())),
    saveAmendment: (amendment) => carryOut(saveAmendment(db, amendment, today())),
    findVersions: (area, slug) => carryOut(findVersions(db, area, slug, today())),
    findVersion: (area, slug, version) => carryOut(findVersion(db, area, slug, version)),
    findAmendmentText: (area, slug, number) => carryOut(findAmendmentText(db, area, slug, number)),
    listAreas: () => carryOut(listAreas(db)),
    findArea: (slug) => carryOut(findArea(db, slug, today())),
    findAgreement: (area, slug) => carryOut(findAgreement(db, area, slug, today())),
    findSource: (area, slug) => carryOut(findSource(db, area, slug)),
    directory: () => carryOut(readDirectory(db)),
    search: (query) => carryOut(afterDay(() => search(db, query))),
    publication: () => carryOut(afterDay(() => readPublication(db))),
  };
}
