import { childOf, isElement, labelOf } from '@renkei/core';
import type { VNode } from 'preact';
import { Contents, type ConstructProps } from './construct.js';
import { Heading } from './heading.js';
import { Permalink } from './permalink.js';
import { SideNote } from './side-note.js';
import { Text } from './text.js';

/** 条。見出しを掲げ、「第3条」は第1項の行頭に組む。 */
export function Article({ element, view, level }: ConstructProps): VNode {
  const caption = childOf(element, 'ArticleCaption');
  const rest = element.children.filter((child) => child !== caption);
  const head = rest[0];
  const first = head !== undefined && isElement(head) && head.tag === 'Paragraph' ? head : undefined;
  const label = labelOf(element, view.labels);
  const permalink = <Permalink element={element} view={view} />;
  const lead = (
    <>
      {label ? <span class="doc-label">{label}　</span> : null}
      {caption ? null : permalink}
    </>
  );
  const First = view.constructs.Paragraph;
  return (
    <div class="doc-article" id={view.anchors.get(element.id)}>
      {caption ? (
        <Heading level={level} class="doc-caption">
          <Text element={caption} view={view} level={level} />
          {permalink}
        </Heading>
      ) : null}
      {first ? <First element={first} view={view} level={level + 1} lead={lead} /> : <p class="doc-text">{lead}</p>}
      <Contents of={first ? rest.slice(1) : rest} view={view} level={level + 1} />
      <SideNote element={element} view={view} />
    </div>
  );
}
