import type { AreaSummary } from '@renkei/app';
import type { VNode } from 'preact';
import type { ErrorStatus } from '../../middleware/render-error.js';
import { areaPath } from '../../portal/paths.js';
import { Layout } from '../layout.js';
import type { Page } from '../page.js';

export interface ErrorPageProps {
  readonly page: Page;
  readonly status: ErrorStatus;
  readonly areas: readonly AreaSummary[];
  /** 記録と突き合わせる番号 */
  readonly requestId: string;
}

/** 誤りの頁。何が起きたか、どこへ行けるか、誰に何を伝えればよいか。 */
export function ErrorPage({ page, status, areas, requestId }: ErrorPageProps): VNode {
  const title = page.say(`error.${status}`);
  return (
    <Layout page={page} title={title} indexed={false}>
      <h1>{title}</h1>
      <p>{page.say(`error.${status}-why`)}</p>
      <h2>{page.say('error.next')}</h2>
      <ul class="renkei-list">
        {status >= 500 ? <li>{page.say('error.retry')}</li> : null}
        <li>{page.say('error.search')}</li>
        <li><a href={page.href('/')}>{page.say('error.home')}</a></li>
        {areas.map((area) => <li><a href={page.href(areaPath(area.slug))} lang="ja">{area.name}</a></li>)}
      </ul>
      {status >= 500 ? <p>{page.say('error.id')} <code>{requestId}</code></p> : null}
    </Layout>
  );
}
