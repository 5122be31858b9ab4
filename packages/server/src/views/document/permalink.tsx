import type { Element } from '@renkei/core';
import type { VNode } from 'preact';
import type { DocumentContext } from './construct.js';

/** 条項を指す固定の番地。名も錨もない条項（改正規定に引用されたもの）には置かない。 */
export function Permalink({ element, view }: { readonly element: Element; readonly view: DocumentContext }): VNode | null {
  const anchor = view.anchors.get(element.id);
  const place = view.names.get(element.id);
  if (anchor === undefined || place === undefined) return null;
  return (
    <a class="doc-permalink" href={`#${anchor}`} aria-label={view.say('document.permalink', { place })}>
      ¶
    </a>
  );
}
