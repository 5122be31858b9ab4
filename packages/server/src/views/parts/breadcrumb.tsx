import type { VNode } from 'preact';
import type { Page } from '../page.js';

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
          <li class="dads-breadcrumb__item">{path === undefined ? <span aria-current="page">{label}</span> : <a class="dads-breadcrumb__link" href={page.href(path)}>{label}</a>}</li>
        ))}
      </ol>
    </nav>
  );
}
