import type { VNode } from 'preact';
import type { Page } from '../page.js';
import { JapaneseRuns } from './japanese-runs.js';

export interface Crumb {
  readonly label: string;
  /** 現在の頁は行き先を持たない */
  readonly path?: string;
}

export function Breadcrumb({ page, trail }: { readonly page: Page; readonly trail: readonly Crumb[] }): VNode {
  return (
    <nav class="dads-breadcrumb" aria-label={page.say('nav.breadcrumb')}>
      <ol class="dads-breadcrumb__list">
        {trail.map(({ label, path }) => (
          <li class="dads-breadcrumb__item">{path === undefined ? <span aria-current="page"><JapaneseRuns text={label} lang={page.lang} /></span> : <a class="dads-breadcrumb__link" href={page.href(path)}><JapaneseRuns text={label} lang={page.lang} /></a>}</li>
        ))}
      </ol>
    </nav>
  );
}
