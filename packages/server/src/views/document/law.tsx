import type { VNode } from 'preact';
import { Contents, type ConstructProps } from './construct.js';
import { Heading } from './heading.js';
import { ProvisionBody } from './provision-body.js';
import { Text } from './text.js';

/** 文書の骨組み。題名が最初の見出し、本則・附則・別表はその一つ下。 */
export function Law({ element, view, level }: ConstructProps): VNode {
  return <Contents of={element.children} view={view} level={level} />;
}

export function LawTitle({ element, view, level }: ConstructProps): VNode {
  return (
    <div class="doc-title" id={view.anchors.get(element.id)}>
      <Heading level={level - 1} class="doc-title__text"><Text element={element} view={view} level={level} /></Heading>
    </div>
  );
}

export function LawBody({ element, view, level }: ConstructProps): VNode {
  return <Contents of={element.children} view={view} level={level + 1} />;
}

/** 公布や告示の日付・番号 */
export function LawNum(props: ConstructProps): VNode {
  return <p class="doc-number"><Text {...props} /></p>;
}

/** 題名より前に印字された行（「連携協約書」、当事者名の列記） */
export function CoverLine(props: ConstructProps): VNode {
  return <p class="doc-cover"><Text {...props} /></p>;
}

export function EnactStatement(props: ConstructProps): VNode {
  return <p class="doc-text" id={props.view.anchors.get(props.element.id)}><Text {...props} /></p>;
}

export function MainProvision({ element, view, level }: ConstructProps): VNode {
  return (
    <div class="doc-main">
      <ProvisionBody of={element.children} view={view} level={level} />
    </div>
  );
}
