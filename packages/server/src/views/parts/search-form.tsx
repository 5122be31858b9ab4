import type { ComponentChildren, VNode } from 'preact';
import type { Page } from '../page.js';

export interface SearchFormProps {
  readonly page: Page;
  readonly value?: string;
  /** 頁の上に置く小さなもの（見出しの文字を目には見せない） */
  readonly compact?: boolean;
  readonly children?: ComponentChildren;
}

/** 検索欄。GET なので、結果の頁をそのまま人に渡せる。 */
export function SearchForm({ page, value = '', compact = false, children }: SearchFormProps): VNode {
  const id = compact ? 'q-header' : 'q';
  return (
    <form class="dads-search-box" role="search" action={page.href('/search')} method="get" data-compact={compact ? 'true' : undefined} aria-label={page.say(compact ? 'search.header' : 'search.form')}>
      <label class={compact ? 'renkei-visually-hidden' : 'dads-form-control-label'} for={id}>{page.say('search.label')}</label>
      <div class="dads-search-box__row">
        <input class="dads-input-text__input" id={id} name="q" type="search" value={value} maxLength={200} autocomplete="off" enterkeyhint="search" />
        <button class="dads-button" type="submit" data-type={compact ? 'outline' : 'solid-fill'}>{page.say('search.submit')}</button>
      </div>
      {children}
    </form>
  );
}
