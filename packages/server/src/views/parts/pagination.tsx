import type { VNode } from 'preact';
import type { Page } from '../page.js';

export interface PaginationProps {
  readonly page: Page;
  readonly number: number;
  readonly last: number;
  readonly address: (number: number) => string;
}

/** 頁送り。最初・最後・前後2頁を出す。 */
export function Pagination({ page, number, last, address }: PaginationProps): VNode | null {
  if (last <= 1) return null;
  const shown = [...new Set([1, number - 2, number - 1, number, number + 1, number + 2, last])].filter((n) => n >= 1 && n <= last).sort((a, b) => a - b);
  return (
    <nav class="dads-page-navigation" aria-label={page.say('search.pages')}>
      <ul class="dads-page-navigation__list">
        {number > 1 ? <li><a rel="prev" href={address(number - 1)}>{page.say('search.previous')}</a></li> : null}
        {shown.map((n, i) => (
          <>
            {i > 0 && n - shown[i - 1]! > 1 ? <li aria-hidden="true">…</li> : null}
            <li><a href={address(n)} aria-label={page.say('search.page', { number: n })} aria-current={n === number ? 'page' : undefined}>{n}</a></li>
          </>
        ))}
        {number < last ? <li><a rel="next" href={address(number + 1)}>{page.say('search.next')}</a></li> : null}
      </ul>
    </nav>
  );
}
