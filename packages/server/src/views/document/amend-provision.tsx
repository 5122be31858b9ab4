import type { VNode } from 'preact';
import { Contents, type ConstructProps } from './construct.js';
import { ProvisionBody } from './provision-body.js';

/** 改正規定。改める文と、新しい規定の引用。引用された条はこの文書の条ではない。 */
export function AmendProvision({ element, view, level }: ConstructProps): VNode {
  return (
    <div class="doc-amend">
      <Contents of={element.children} view={view} level={level} />
    </div>
  );
}

export function NewProvision({ element, view, level }: ConstructProps): VNode {
  return (
    <blockquote class="doc-quoted">
      <ProvisionBody of={element.children} view={view} level={level} />
    </blockquote>
  );
}
