import type { VNode } from 'preact';
import { Contents, type ConstructProps } from './construct.js';

/** 番号のない列記。 */
export function List({ element, view, level }: ConstructProps): VNode {
  return (
    <div class="doc-list">
      <Contents of={element.children} view={view} level={level} />
    </div>
  );
}
