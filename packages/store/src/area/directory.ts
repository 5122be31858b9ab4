import type { DirectoryEntry } from '@renkei/core';
import type { Db } from '../database/connect.js';

/** 団体の名簿。コード順。 */
export async function readDirectory(db: Db): Promise<DirectoryEntry[]> {
  return db.selectFrom('municipality').select(['code', 'name', 'prefecture']).orderBy('code').execute();
}
