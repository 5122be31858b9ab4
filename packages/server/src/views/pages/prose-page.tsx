import { type Message } from '@renkei/app';
import type { VNode } from 'preact';
import { Layout } from '../layout.js';
import type { Page } from '../page.js';
import { JapaneseRuns } from '../parts/japanese-runs.js';

/** 文章だけの頁の中身。見出しと段落・箇条・表の並び。 */
export type ProseBlock =
  | { readonly heading: Message }
  | { readonly text: Message }
  | { readonly list: readonly Message[] }
  | { readonly table: { readonly caption: Message; readonly head: readonly Message[]; readonly rows: readonly (readonly Message[])[] } };

export function ProsePage({ page, title, blocks }: { readonly page: Page; readonly title: Message; readonly blocks: readonly ProseBlock[] }): VNode {
  return (
    <Layout page={page} title={title[page.lang]} breadcrumb={[{ label: page.say('site.name'), path: '/' }, { label: title[page.lang] }]}>
      <div class="renkei-prose">
        <h1><JapaneseRuns text={title[page.lang]} lang={page.lang} /></h1>
        {blocks.map((block) => <Block page={page} block={block} />)}
      </div>
    </Layout>
  );
}

function Block({ page: { lang }, block }: { readonly page: Page; readonly block: ProseBlock }): VNode {
  if ('heading' in block) return <h2><JapaneseRuns text={block.heading[lang]} lang={lang} /></h2>;
  if ('text' in block) return <p><JapaneseRuns text={block.text[lang]} lang={lang} /></p>;
  if ('list' in block) return <ul class="renkei-list">{block.list.map((item) => <li><JapaneseRuns text={item[lang]} lang={lang} /></li>)}</ul>;
  const { caption, head, rows } = block.table;
  return (
    <div class="dads-table" role="region" aria-label={caption[lang]} tabIndex={0}>
      <table class="dads-table__table">
        <caption><JapaneseRuns text={caption[lang]} lang={lang} /></caption>
        <thead><tr>{head.map((cell) => <th scope="col"><JapaneseRuns text={cell[lang]} lang={lang} /></th>)}</tr></thead>
        <tbody>{rows.map((row) => <tr>{row.map((cell, i) => (i === 0 ? <th scope="row"><JapaneseRuns text={cell[lang]} lang={lang} /></th> : <td><JapaneseRuns text={cell[lang]} lang={lang} /></td>))}</tr>)}</tbody>
      </table>
    </div>
  );
}
