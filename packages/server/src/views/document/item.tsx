import { childElements, labelOf, type Element } from '@renkei/core';
import type { VNode } from 'preact';
import type { ConstructProps } from './construct.js';
import { InitiativeLink } from './initiative-link.js';
import { Permalink } from './permalink.js';
import { ProvisionBody } from './provision-body.js';
import { Sentences } from './sentence.js';
import { SideNote } from './side-note.js';
import { Text } from './text.js';

const isTitle = (element: Element): boolean => element.tag.endsWith('Title');
const isSentence = (element: Element): boolean => element.tag !== 'Sentence' && element.tag.endsWith('Sentence');

/** 号と号の細分。標目（(1)・ア・…）をぶら下げて組む。 */
export function Item({ element, view, level }: ConstructProps): VNode {
  const parts = childElements(element);
  const title = parts.find(isTitle);
  const sentence = parts.find(isSentence);
  const rest = element.children.filter((child) => child !== title && child !== sentence);
  const label = labelOf(element, view.labels);
  return (
    <li class="doc-item" id={view.anchors.get(element.id)}>
      <Sentences
        class="doc-text"
        lead={
          title ? (
            <span class="doc-label"><Text element={title} view={view} level={level} />　</span>
          ) : label ? (
            <span class="doc-label">{label}　</span>
          ) : null
        }
        tail={<><InitiativeLink element={element} view={view} /><Permalink element={element} view={view} /></>}
        of={sentence?.children ?? []}
        view={view}
        level={level}
      />
      <ProvisionBody of={rest} view={view} level={level} />
      <SideNote element={element} view={view} />
    </li>
  );
}
