import { childOf } from '@renkei/core';
import type { VNode } from 'preact';
import type { ConstructProps } from './construct.js';
import { Heading } from './heading.js';
import { Permalink } from './permalink.js';
import { ProvisionBody } from './provision-body.js';
import { SideNote } from './side-note.js';
import { Text } from './text.js';

/** 附則。改正附則はどの法令によるか（AmendLawNum）を、抄録は「抄」を題に添える。 */
export function SupplProvision({ element, view, level }: ConstructProps): VNode {
  const label = childOf(element, 'SupplProvisionLabel');
  const amendment = element.attr.AmendLawNum;
  return (
    <div class="doc-suppl" id={view.anchors.get(element.id)}>
      {label ? (
        <Heading level={level} class="doc-suppl__title">
          <Text element={label} view={view} level={level} />
          {amendment ? <span class="doc-suppl__law">（{amendment}）</span> : null}
          {element.attr.Extract === 'true' ? '　抄' : null}
          <Permalink element={element} view={view} />
        </Heading>
      ) : null}
      <ProvisionBody of={element.children.filter((child) => child !== label)} view={view} level={level + 1} />
      <SideNote element={element} view={view} />
    </div>
  );
}

/** 目次の中に現れる附則の題 */
export function SupplProvisionLabel(props: ConstructProps): VNode {
  return <Text {...props} />;
}

export function SupplNote(props: ConstructProps): VNode {
  return <p class="doc-text"><Text {...props} /></p>;
}
