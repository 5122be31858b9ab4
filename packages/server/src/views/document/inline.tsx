import { childrenOf, isElement } from '@renkei/core';
import type { VNode } from 'preact';
import { Contents, type ConstructProps } from './construct.js';
import { Text } from './text.js';

/** 文の中に現れるもの。 */
export function Ruby({ element, view, level }: ConstructProps): VNode {
  return (
    <ruby>
      <Contents of={element.children.filter((c) => !isElement(c) || c.tag !== 'Rt')} view={view} level={level} />
      <Contents of={childrenOf(element, 'Rt')} view={view} level={level} />
    </ruby>
  );
}

/** 読み。ルビを組めない閲覧環境と印刷のために括弧を添える。 */
export function Rt(props: ConstructProps): VNode {
  return (
    <>
      <rp>（</rp>
      <rt><Text {...props} /></rt>
      <rp>）</rp>
    </>
  );
}

/** 傍線（Style: solid, dotted, double, none） */
export function Line(props: ConstructProps): VNode {
  return <span class="doc-line" data-style={props.element.attr.Style ?? 'solid'}><Text {...props} /></span>;
}

export function Sup(props: ConstructProps): VNode {
  return <sup><Text {...props} /></sup>;
}

export function Sub(props: ConstructProps): VNode {
  return <sub><Text {...props} /></sub>;
}

/** 文の途中に引用された表や図 */
export function QuoteStruct(props: ConstructProps): VNode {
  return <div class="doc-quote"><Text {...props} /></div>;
}
