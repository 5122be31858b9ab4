import { childOf, isElement } from '@renkei/core';
import type { VNode } from 'preact';
import type { ConstructProps } from './construct.js';
import { ProvisionBody } from './provision-body.js';
import { Sentences } from './sentence.js';
import { Text } from './text.js';

/** 備考。「備考」の語に続けて文か号を置く。 */
export function Remarks({ element, view, level }: ConstructProps): VNode {
  const label = childOf(element, 'RemarksLabel');
  const rest = element.children.filter((child) => child !== label);
  const after = rest.findIndex((child) => !isElement(child) || child.tag !== 'Sentence');
  const split = after < 0 ? rest.length : after;
  return (
    <div class="doc-remarks" id={view.anchors.get(element.id)}>
      <Sentences
        class="doc-text"
        lead={label ? <span class="doc-label"><Text element={label} view={view} level={level} />　</span> : null}
        of={rest.slice(0, split)}
        view={view}
        level={level}
      />
      <ProvisionBody of={rest.slice(split)} view={view} level={level} />
    </div>
  );
}
