import { childOf, isElement, type Content } from '@renkei/core';
import type { VNode } from 'preact';
import { Contents, type ConstructProps } from './construct.js';
import { Permalink } from './permalink.js';
import { SideNote } from './side-note.js';
import { Text } from './text.js';

const isSignature = (content: Content): boolean => isElement(content) && content.tag === 'SignatureBlock';

/** 締結文・締結日・署名欄。人の名は印字のまま示す。 */
export function Closing({ element, view, level }: ConstructProps): VNode {
  const signatures = element.children.filter(isSignature);
  const formula = childOf(element, 'ClosingFormula');
  const permalink = <Permalink element={element} view={view} />;
  return (
    <div class="doc-closing" id={view.anchors.get(element.id)}>
      {formula ? <p class="doc-text doc-closing__formula"><Text element={formula} view={view} level={level} />{permalink}</p> : permalink}
      <Contents of={element.children.filter((child) => child !== formula && !isSignature(child))} view={view} level={level} />
      {signatures.length > 0 ? (
        <div class="doc-signatures" role="group" aria-label={view.say('document.signatures')}>
          <Contents of={signatures} view={view} level={level} />
        </div>
      ) : null}
      <SideNote element={element} view={view} />
    </div>
  );
}

export function ClosingFormula(props: ConstructProps): VNode {
  return <p class="doc-text doc-closing__formula"><Text {...props} /></p>;
}

export function ConclusionDate(props: ConstructProps): VNode {
  return <p class="doc-closing__date"><Text {...props} /></p>;
}

export function SignatureBlock({ element, view, level }: ConstructProps): VNode {
  return (
    <div class="doc-signature" id={view.anchors.get(element.id)}>
      <Contents of={element.children} view={view} level={level} />
    </div>
  );
}

export function SignatureLine(props: ConstructProps): VNode {
  return <p class="doc-signature__line"><Text {...props} /></p>;
}
