import type { Element } from '@renkei/core';
import type { VNode } from 'preact';
import type { DocumentContext } from './construct.js';

/** 条項の傍らの注（義務・履行など）。広い画面では脇の段、狭い画面では条項の下の開閉。 */
export function SideNote({ element, view }: { readonly element: Element; readonly view: DocumentContext }): VNode | null {
  const note = view.notes.get(element.id);
  if (note === undefined) return null;
  const [before, after] = view.say('document.notes', { place: '{place}' }).split('{place}');
  return (
    <details class="doc-note" open>
      <summary class="doc-note__summary" lang={view.guideLang}>{before}<span lang="ja">{view.names.get(element.id) ?? ''}</span>{after}</summary>
      <div class="doc-note__body">{note}</div>
    </details>
  );
}
