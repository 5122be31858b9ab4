import { isElement, type Content, type Tag } from '@renkei/core';
import type { ComponentChild, VNode } from 'preact';
import { Contents, type ConstructProps, type DocumentContext } from './construct.js';
import { Text } from './text.js';

/** 一つの文。同じ項の文は改行せずに続ける。 */
export function Sentence(props: ConstructProps): VNode {
  return <Text {...props} />;
}

/** 欄。「定義語　その意味」のように一字あけて並べる。LineBreak="true" は改行。 */
export function Column({ element, view, level }: ConstructProps): VNode {
  const first = element.num === undefined || element.num === '1';
  const breaks = element.attr.LineBreak === 'true';
  return (
    <span class="doc-column" data-break={breaks ? 'true' : undefined}>
      {first || breaks ? '' : '　'}
      <Contents of={element.children} view={view} level={level} />
    </span>
  );
}

const BLOCKS: ReadonlySet<Tag> = new Set<Tag>(['QuoteStruct', 'ArithFormula', 'TableStruct', 'Table', 'FigStruct']);

/** 段落（p）の中に置けない組みを含むか。 */
function holdsBlock(content: Content): boolean {
  return isElement(content) && (BLOCKS.has(content.tag) || content.children.some(holdsBlock));
}

interface SentencesProps {
  readonly class: string;
  readonly lead?: ComponentChild;
  readonly tail?: ComponentChild;
  readonly of: readonly Content[];
  readonly view: DocumentContext;
  readonly level: number;
}

/** 文の並びを一つの段落に組む。 */
export function Sentences({ class: className, lead, tail, of, view, level }: SentencesProps): VNode {
  const P = of.some(holdsBlock) ? 'div' : 'p';
  return (
    <P class={className}>
      {lead}
      <Contents of={of} view={view} level={level} />
      {tail}
    </P>
  );
}

/** 単独で現れた文のまとまり（ListSentence、締結文など） */
export function SentenceBlock({ element, view, level }: ConstructProps): VNode {
  return <Sentences class="doc-text" of={element.children} view={view} level={level} />;
}
