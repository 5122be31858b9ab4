import type { VNode } from 'preact';
import { Contents, type ConstructProps } from './construct.js';
import { SideNote } from './side-note.js';

/** 前文 */
export function Preamble({ element, view, level }: ConstructProps): VNode {
  return (
    <div class="doc-preamble" id={view.anchors.get(element.id)}>
      <Contents of={element.children} view={view} level={level} />
      <SideNote element={element} view={view} />
    </div>
  );
}
