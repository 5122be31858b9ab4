import type { PlainDate } from '@renkei/core';
import type { VNode } from 'preact';
import { formatDay } from '../format.js';
import type { Page } from '../page.js';

/** ある日の本文を示せない理由 */
export type AsOfProblem =
  | { readonly kind: 'invalid' }
  | { readonly kind: 'before'; readonly day: PlainDate; readonly concludedOn: PlainDate };

export interface AsOfFormProps {
  readonly page: Page;
  readonly action: string;
  readonly asked?: { readonly text: string; readonly problem: AsOfProblem } | undefined;
}

/** 日付を書いて、その日の本文へ。GET なので、結果の頁をそのまま人に渡せる。 */
export function AsOfForm({ page, action, asked }: AsOfFormProps): VNode {
  return (
    <form class="renkei-form" action={action} method="get">
      <div class="renkei-form__row">
        <div class="renkei-form__field">
          <label class="dads-form-control-label" for="on">{page.say('history.on-label')}</label>
          {asked === undefined ? null : <p class="dads-error-text" id="on-error">{asOfProblemText(page, asked)}</p>}
          <input
            class="dads-input-text__input" id="on" name="on" type="text" inputMode="text" autocomplete="off" maxLength={40} value={asked?.text ?? ''}
            aria-invalid={asked === undefined ? undefined : 'true'} aria-describedby={asked === undefined ? undefined : 'on-error'}
          />
        </div>
        <button class="dads-button" type="submit" data-type="outline">{page.say('history.on-submit')}</button>
      </div>
    </form>
  );
}

export function asOfProblemText(page: Page, { text, problem }: NonNullable<AsOfFormProps['asked']>): string {
  if (problem.kind === 'before') return page.say('history.on-before', { day: formatDay(problem.day, page.lang), concluded: formatDay(problem.concludedOn, page.lang) });
  return text === '' ? page.say('history.on-empty') : page.say('history.on-invalid', { found: text });
}
