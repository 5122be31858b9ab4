import type { PlainDate } from '@renkei/core';
import { findAreaFacts, listAreas } from '../area/find-area.js';
import type { Db } from '../database/connect.js';
import { lockPublication } from '../publication/publication.js';
import { indexTextInForce } from './follow-day.js';
import { indexArea } from './index-area.js';

/** 見出しの作り方の版。畳み方・分け方・場所の書き方を変えたら1増やす。 */
const SEARCH_VERSION = 1;

/** 前の版のプログラムが作った検索の見出しを、保存してある内容から作り直す。 */
export async function rebuildSearch(db: Db, today: PlainDate): Promise<void> {
  if ((await builtVersion(db)) === SEARCH_VERSION) return;
  await db.transaction().execute(async (trx) => {
    await lockPublication(trx);
    if ((await builtVersion(trx)) === SEARCH_VERSION) return;
    for (const { slug } of await listAreas(trx)) {
      const area = await findAreaFacts(trx, slug);
      if (area) await indexArea(trx, area);
    }
    const agreements = await trx.selectFrom('agreement').select('id').orderBy('id').execute();
    for (const { id } of agreements) await indexTextInForce(trx, id, today);
    await trx.updateTable('publication').set({ search_version: SEARCH_VERSION }).execute();
  });
}

async function builtVersion(db: Db): Promise<number> {
  return (await db.selectFrom('publication').select('search_version').executeTakeFirstOrThrow()).search_version;
}
