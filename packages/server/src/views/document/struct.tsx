import { isElement } from '@renkei/core';
import type { VNode } from 'preact';
import type { ConstructProps } from './construct.js';
import { ProvisionBody } from './provision-body.js';
import { Text } from './text.js';

/** 図・記・様式・書式のまとまり（…Struct）と、その中身。形の決まらない中身をそのまま並べる。 */
export function Struct(props: ConstructProps): VNode {
  const { element, view, level } = props;
  const mixed = element.children.some((child) => !isElement(child));
  return (
    <div class="doc-struct" data-tag={element.tag}>
      {mixed ? <Text {...props} /> : <ProvisionBody of={element.children} view={view} level={level} />}
    </div>
  );
}

/** まとまりの題 */
export function StructTitle(props: ConstructProps): VNode {
  return <p class="doc-struct__title"><Text {...props} /></p>;
}
