import type { SearchHit, SearchPage as Found } from '@renkei/app';
import type { VNode } from 'preact';
import { Layout } from '../layout.js';
import type { Page } from '../page.js';
import { Marked } from '../parts/marked.js';
import { Pagination } from '../parts/pagination.js';
import { SearchForm } from '../parts/search-form.js';

export const SEARCH_KINDS = ['agreement', 'provision', 'initiative', 'municipality', 'area'] as const satisfies readonly SearchHit['kind'][];
export type SearchKind = (typeof SEARCH_KINDS)[number];

export interface SearchPageProps {
  readonly page: Page;
  readonly text: string;
  readonly kind: SearchKind | undefined;
  /** 探していなければ null */
  readonly found: Found | null;
  readonly number: number;
  readonly size: number;
}

export function SearchPage({ page, text, kind, found, number, size }: SearchPageProps): VNode {
  const title = found === null ? page.say('search.title') : found.total === 0 ? page.say('search.none', { text }) : page.say(found.capped ? 'search.fact-capped' : 'search.fact', { text, count: found.total });
  const address = (n: number) => {
    const query = new URLSearchParams({ q: text, ...(kind === undefined ? {} : { kind }), ...(n === 1 ? {} : { page: String(n) }) });
    return `${page.href('/search')}?${query}`;
  };
  return (
    <Layout page={page} title={title} search={false} indexed={found === null}>
      <h1>{title}</h1>
      <SearchForm page={page} value={text}>
        <fieldset class="renkei-kinds">
          <legend>{page.say('search.kind')}</legend>
          {([undefined, ...SEARCH_KINDS] as const).map((value) => (
            <label class="dads-radio"><input type="radio" name="kind" value={value ?? ''} checked={value === kind} /> {page.say(`search.kind-${value ?? 'all'}`)}</label>
          ))}
        </fieldset>
      </SearchForm>
      {found === null ? <p>{page.say('search.how')}</p> : found.hits.length === 0 ? <NoHit page={page} found={found} /> : (
        <>
          {page.lang === 'en' ? <p class="renkei-note">{page.say('search.japanese')}</p> : null}
          <ol class="renkei-hits" start={(number - 1) * size + 1}>
            {found.hits.map((hit) => (
              <li class="renkei-hits__item">
                <p class="renkei-hits__title"><a href={page.href(hit.path)} lang="ja">{hit.title}</a> <span class="dads-chip-label">{page.say(`search.kind-${hit.kind}`)}</span></p>
                <p class="renkei-hits__excerpt" lang="ja"><Marked text={hit.excerpt} marks={hit.marks} /></p>
              </li>
            ))}
          </ol>
          <Pagination page={page} number={number} last={Math.ceil(found.total / size)} address={address} />
        </>
      )}
    </Layout>
  );
}

function NoHit({ page, found }: { readonly page: Page; readonly found: Found }): VNode {
  return (
    <>
      <p>{page.say(found.total > 0 ? 'search.past-end' : 'search.none-why')}</p>
      <ul class="renkei-list">
        <li>{page.say('search.try-short')}</li>
        <li>{page.say('search.try-kind')}</li>
        <li><a href={page.href('/')}>{page.say('search.try-list')}</a></li>
      </ul>
    </>
  );
}
