import type { SearchHit, SearchPage, SearchQuery } from '@renkei/app';
import { sql } from 'kysely';
import type { Db } from '../database/connect.js';
import { excerptOf } from './excerpt.js';
import { gramQuery } from './grams.js';
import { parseQuery } from './parse-query.js';

/** 件数の数え上げはここで打ち切る */
const MOST_COUNTED = 1000;
const MOST_HITS = 100;

/**
 * すべての語を含む見出しを引く。索引（1・2文字の並び）で候補を絞り、畳んだ文字列に語があるかで確かめる。
 * 確かめるのは strpos。LIKE と同じ一致で、% や _ が特別な意味を持たない。
 */
export async function search(db: Db, query: SearchQuery): Promise<SearchPage> {
  const terms = parseQuery(query.text);
  if (terms.length === 0) return { hits: [], total: 0, capped: false };

  const [rows, total] = await Promise.all([findRows(db, query, terms), countRows(db, query, terms)]);
  return {
    hits: rows.map((row) => ({
      kind: row.kind as SearchHit['kind'],
      area: row.area_slug,
      title: row.title,
      path: row.path,
      ...excerptOf(row.body, terms),
    })),
    total: Math.min(total, MOST_COUNTED),
    capped: total > MOST_COUNTED,
  };
}

function matching(db: Db, query: SearchQuery, terms: readonly string[]) {
  let matches = db.selectFrom('search_entry').where(sql<boolean>`grams @@ ${gramQuery(terms)}::tsquery`);
  for (const term of terms) matches = matches.where(sql<boolean>`strpos(folded_text, ${term}) > 0`);
  return query.kind === undefined ? matches : matches.where('kind', '=', query.kind);
}

/** 見出しに当たるものから、圏域・協約・市町・取組・条項の順、本文の順。 */
function findRows(db: Db, query: SearchQuery, terms: readonly string[]) {
  const inHeading = sql.join(terms.map((term) => sql<number>`(strpos(folded_heading, ${term}) > 0)::int`), sql` + `);
  return matching(db, query, terms)
    .select(['kind', 'area_slug', 'title', 'body', 'path'])
    .orderBy(sql`(folded_heading = ${terms.join(' ')}) DESC`)
    .orderBy(sql`${inHeading} DESC`)
    .orderBy(sql`array_position(ARRAY['area', 'agreement', 'municipality', 'initiative', 'provision'], kind)`)
    .orderBy('area_slug')
    .orderBy('agreement_id')
    .orderBy('position')
    .limit(within(query.limit, MOST_HITS))
    .offset(within(query.offset, Number.MAX_SAFE_INTEGER))
    .execute();
}

async function countRows(db: Db, query: SearchQuery, terms: readonly string[]): Promise<number> {
  const found = matching(db, query, terms).select(sql`1`.as('one')).limit(MOST_COUNTED + 1);
  const row = await db.selectFrom(found.as('found')).select(({ fn }) => fn.countAll<bigint>().as('count')).executeTakeFirstOrThrow();
  return Number(row.count);
}

const within = (n: number, most: number): number => (Number.isNaN(n) ? 0 : Math.min(Math.max(Math.trunc(n), 0), most));
