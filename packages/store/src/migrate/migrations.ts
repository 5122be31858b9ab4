import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fault } from '../fault.js';

/** 番号付きの SQL。一度公開したら書き換えない。 */
export interface Migration {
  readonly number: number;
  /** 拡張子を除いたファイル名「0001-areas-and-agreements」 */
  readonly name: string;
  readonly sql: string;
  /** 中身の SHA-256。改行の違い（git の自動変換）は数えない */
  readonly checksum: string;
}

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url));

/** フォルダの SQL を番号順に読む。番号は 0001 から一つずつ続く。 */
export async function readMigrations(folder: string = MIGRATIONS_FOLDER): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const migrations: Migration[] = [];
  for (const file of files) {
    const expected = String(migrations.length + 1).padStart(4, '0');
    if (!new RegExp(`^${expected}-[a-z0-9-]+\\.sql$`).test(file)) throw fault('store.migration-gap', { expected, found: file });
    const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
    migrations.push({
      number: migrations.length + 1,
      name: file.slice(0, -'.sql'.length),
      sql,
      checksum: createHash('sha256').update(sql).digest('hex'),
    });
  }
  return migrations;
}
