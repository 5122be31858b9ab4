import { childOf, labelOf } from '@renkei/core';
import type { VNode } from 'preact';
import type { ConstructProps } from './construct.js';
import { Heading } from './heading.js';
import { Permalink } from './permalink.js';
import { ProvisionBody } from './provision-body.js';
import { Sentences } from './sentence.js';
import { SideNote } from './side-note.js';
import { Text } from './text.js';

/** 項。条の第1項は番号を印字せず、条の表示に続ける。 */
export function Paragraph({ element, view, level, lead }: ConstructProps): VNode {
  const caption = childOf(element, 'ParagraphCaption');
  const sentence = childOf(element, 'ParagraphSentence');
  const rest = element.children.filter((child) => child !== caption && child !== sentence);
  const label = labelOf(element, view.labels);
  return (
    <div class="doc-paragraph" id={view.anchors.get(element.id)}>
      {caption ? <Heading level={level} class="doc-caption"><Text element={caption} view={view} level={level} /></Heading> : null}
      <Sentences
        class="doc-text"
        lead={<>{lead}{label ? <span class="doc-label">{label}　</span> : null}</>}
        tail={lead === undefined ? <Permalink element={element} view={view} /> : null}
        of={sentence?.children ?? []}
        view={view}
        level={level}
      />
      <ProvisionBody of={rest} view={view} level={level} />
      <SideNote element={element} view={view} />
    </div>
  );
}
