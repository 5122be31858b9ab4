import { childOf, SENTENCE_TAG, textOf, type Element, type ProvisionTag } from '@renkei/core';
import type { VNode } from 'preact';
import type { DocumentContext } from './construct.js';

/** 条の中に直に書かれた取組から、その取組の頁へ。 */
export function InitiativeLink({ element, view }: { readonly element: Element; readonly view: DocumentContext }): VNode | null {
  const href = view.initiativeHref(element.id);
  if (href === undefined) return null;
  const sentence = childOf(element, SENTENCE_TAG[element.tag as ProvisionTag]);
  const name = sentence ? textOf(sentence) : (view.names.get(element.id) ?? '');
  return (
    <a class="doc-initiative" lang={view.guideLang} href={href} aria-label={view.say('document.see-initiative-of', { name })}>
      {view.say('document.see-initiative')}
    </a>
  );
}
