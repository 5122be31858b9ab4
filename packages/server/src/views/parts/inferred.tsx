import type { ComponentChildren, VNode } from 'preact';
import type { Page } from '../page.js';

/** 推定で補った文字。静かな下線と、読み上げにも印刷にも残る言葉を添える。 */
export function Inferred({ page, when, children }: { readonly page: Page; readonly when: boolean; readonly children: ComponentChildren }): VNode {
  return when ? <><span class="renkei-inferred">{children}</span><span class="renkei-inferred__note" lang={page.lang}>{page.say('inferred.mark')}</span></> : <>{children}</>;
}
