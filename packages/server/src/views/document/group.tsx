import { childElements } from '@renkei/core';
import type { VNode } from 'preact';
import { Contents, type ConstructProps } from './construct.js';
import { Heading } from './heading.js';
import { Permalink } from './permalink.js';
import { Text } from './text.js';

const isTitle = (tag: string): boolean => /^(Part|Chapter|Section|Subsection|Division)Title$/.test(tag);

/** 編・章・節・款・目。題名が見出しになる。 */
export function Group({ element, view, level }: ConstructProps): VNode {
  const title = childElements(element).find((child) => isTitle(child.tag));
  return (
    <div class="doc-group" data-tag={element.tag} id={view.anchors.get(element.id)}>
      {title ? (
        <Heading level={level} class="doc-group__title">
          <Text element={title} view={view} level={level} />
          <Permalink element={element} view={view} />
        </Heading>
      ) : null}
      <Contents of={element.children.filter((child) => child !== title)} view={view} level={level + 1} />
    </div>
  );
}
