import type { VNode } from 'preact';
import { Contents, type ConstructProps } from './construct.js';

/** 図。本文は図そのものを持たないので、原本のどのファイルかを言葉で示す。 */
export function Fig({ element, view, level }: ConstructProps): VNode {
  const file = (element.attr.src ?? '').split('/').at(-1) ?? '';
  return (
    <span class="doc-figure">
      <span lang={view.guideLang}>{file === '' ? view.say('document.figure-unnamed') : view.say('document.figure', { file })}</span>
      <Contents of={element.children} view={view} level={level} />
    </span>
  );
}
