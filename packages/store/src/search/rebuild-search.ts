import type { AgreementReading, LawDocument } from '@renkei/core';
import { currentRevisions } from '../agreement/agreement-card.js';
import { findAreaFacts, listAreas } from '../area/find-area.js';
import type { Db } from '../database/connect.js';
import { lockPublication } from '../publication/publication.js';
import { indexAgreement } from './index-agreement.js';
import { indexArea } from './index-area.js';

/** 見出しの作り方の版。畳み方・分け方・場所の書き方を変えたら1増やす。 */
const SEARCH_VERSION = 1;

/** 前の版のプログラムが作った検索の見出しを、保存してある内容から作り直す。 */
export async function rebuildSearch(db: Db): Promise<void> {
  if ((await builtVersion(db)) === SEARCH_VERSION) return;
  await db.transaction().execute(async (trx) => {
    await lockPublication(trx);
    if ((await builtVersion(trx)) === SEARCH_VERSION) return;
    for (const { slug } of await listAreas(trx)) {
      const area = await findAreaFacts(trx, slug);
      if (area) await indexArea(trx, area);
    }
    const agreements = await currentRevisions(trx).select(['agreement.id', 'area_slug', 'slug']).execute();
    for (const { id, area_slug, slug } of agreements) {
      const { document, labels, reading } = await currentRevisions(trx)
        .select(['document', 'labels', 'reading'])
        .where('agreement.id', '=', id)
        .executeTakeFirstOrThrow();
      await indexAgreement(trx, id, { area: area_slug, slug, document: { root: document, labels } as LawDocument, reading: reading as AgreementReading });
    }
    await trx.updateTable('publication').set({ search_version: SEARCH_VERSION }).execute();
  });
}

async function builtVersion(db: Db): Promise<number> {
  return (await db.selectFrom('publication').select('search_version').executeTakeFirstOrThrow()).search_version;
}
