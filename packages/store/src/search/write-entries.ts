import { sql } from 'kysely';
import { batches } from '../agreement/project-reading.js';
import type { Db } from '../database/connect.js';
import { toText } from '../database/jsonb.js';
import type { Entry } from './entry.js';
import { fold } from './fold.js';
import { gramsOf } from './grams.js';

/** 圏域（agreement が null）か協約の見出しを、渡されたものに入れ替える。 */
export async function writeEntries(trx: Db, area: string, agreement: bigint | null, entries: readonly Entry[]): Promise<void> {
  await trx
    .deleteFrom('search_entry')
    .where('area_slug', '=', area)
    .where('agreement_id', agreement === null ? 'is' : '=', agreement)
    .execute();
  const rows = entries.map((entry, position) => {
    const heading = fold(entry.heading).trim();
    const body = fold(entry.body).trim();
    return {
      area_slug: area,
      agreement_id: agreement,
      kind: entry.kind,
      position,
      title: toText(entry.title),
      body: toText(entry.body),
      path: toText(entry.path),
      folded_heading: heading,
      folded_text: `${heading}\n${body}`,
      grams: sql<string>`array_to_tsvector(${gramsOf(heading, body)})`,
    };
  });
  for (const batch of batches(rows)) await trx.insertInto('search_entry').values(batch).execute();
}
