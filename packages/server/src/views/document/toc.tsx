import { childElements, isElement, type Content, type Tag } from '@renkei/core';
import type { VNode } from 'preact';
import { Contents, type ConstructProps } from './construct.js';
import { Text } from './text.js';

const ENTRIES: ReadonlySet<Tag> = new Set<Tag>([
  'TOCPreambleLabel', 'TOCPart', 'TOCChapter', 'TOCSection', 'TOCSubsection', 'TOCDivision', 'TOCArticle', 'TOCSupplProvision', 'TOCAppdxTableLabel',
]);
const isEntry = (content: Content): boolean => isElement(content) && ENTRIES.has(content.tag);

/** 本文に印字された目次。頁の目次（TableOfContents）とは別のもので、本文の一部として示す。 */
export function Toc({ element, view, level }: ConstructProps): VNode {
  return (
    <div class="doc-toc">
      <Contents of={element.children.filter((child) => !isEntry(child))} view={view} level={level} />
      <ul class="doc-toc__list" role="list">
        <Contents of={element.children.filter(isEntry)} view={view} level={level} />
      </ul>
    </div>
  );
}

export function TocLabel(props: ConstructProps): VNode {
  return <p class="doc-toc__label"><Text {...props} /></p>;
}

/** 目次の一行。章の下の節は入れ子にする。 */
export function TocEntry({ element, view, level }: ConstructProps): VNode {
  const below = childElements(element).filter(isEntry);
  return (
    <li>
      <Text element={{ ...element, children: element.children.filter((child) => !isEntry(child)) }} view={view} level={level} />
      {below.length > 0 ? <ul role="list"><Contents of={below} view={view} level={level} /></ul> : null}
    </li>
  );
}
