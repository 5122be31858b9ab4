import type { VNode } from 'preact';
import type { Page } from '../page.js';

/** サンプルの記録には、どの画面でも必ず付ける。 */
export function SampleMark({ page, sample }: { readonly page: Page; readonly sample: boolean }): VNode | null {
  return sample ? <span class="dads-chip-label" data-kind="sample">{page.say('sample.mark')}</span> : null;
}
