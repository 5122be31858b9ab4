import { childElements, childOf, isElement, labelOf, SENTENCE_TAG, type Content, type Element, type ProvisionTag, type Tag } from '@renkei/core';
import type { VNode } from 'preact';
import { Contents, type ConstructProps } from './construct.js';
import { Heading } from './heading.js';
import { InitiativeLink } from './initiative-link.js';
import { Permalink } from './permalink.js';
import { listRuns, ProvisionBody } from './provision-body.js';
import { SideNote } from './side-note.js';
import { Text } from './text.js';

const HEADS: ReadonlySet<Tag> = new Set<Tag>([
  'AppdxTableTitle', 'AppdxNoteTitle', 'AppdxStyleTitle', 'AppdxFormatTitle', 'AppdxFigTitle', 'ArithFormulaNum',
  'SupplProvisionAppdxTableTitle', 'SupplProvisionAppdxStyleTitle', 'RelatedArticleNum',
]);

/** 別表・別記・様式・書式・付録・図。題と関係条名が見出しになる。 */
export function Appendix({ element, view, level }: ConstructProps): VNode {
  const heads = childElements(element).filter((child) => HEADS.has(child.tag));
  const rest = element.children.filter((child) => !isElement(child) || !HEADS.has(child.tag));
  return (
    <div class="doc-appendix" data-tag={element.tag} id={view.anchors.get(element.id)}>
      {heads.length > 0 ? (
        <Heading level={level} class="doc-appendix__title">
          {heads.map((head) => <span data-tag={head.tag}><Text element={head} view={view} level={level} /></span>)}
          <Permalink element={element} view={view} />
        </Heading>
      ) : null}
      <AppendixBody of={rest} view={view} level={level + 1} />
      <SideNote element={element} view={view} />
    </div>
  );
}

const holdsTable = (element: Element): boolean => childElements(element).some((child) => child.tag === 'TableStruct' || holdsTable(child));

interface AppendixBodyProps {
  readonly of: readonly Content[];
  readonly view: ConstructProps['view'];
  readonly level: number;
}

/** 表を持つ号は別表の「区分」（見出し）、持たない号は普通の列挙。 */
function AppendixBody({ of, view, level }: AppendixBodyProps): VNode {
  return (
    <>
      {listRuns(of).map((run) => {
        const elements = run.of.filter(isElement);
        if (!run.listed) return <Contents of={run.of} view={view} level={level} />;
        if (!elements.some(holdsTable)) return <ProvisionBody of={elements} view={view} level={level} />;
        return elements.map((section) => <AppendixSection element={section} view={view} level={level} />);
      })}
    </>
  );
}

/** 別表の区分「1 圏域全体の経済成長のけん引」 */
function AppendixSection({ element, view, level }: ConstructProps): VNode {
  const sentence = childOf(element, SENTENCE_TAG[element.tag as ProvisionTag]);
  const label = labelOf(element, view.labels);
  return (
    <div class="doc-section" id={view.anchors.get(element.id)}>
      <Heading level={level} class="doc-section__title">
        {label ? <span class="doc-label">{label}　</span> : null}
        {sentence ? <Contents of={sentence.children} view={view} level={level} /> : null}
        <Permalink element={element} view={view} />
      </Heading>
      <InitiativeLink element={element} view={view} />
      <AppendixBody of={element.children.filter((child) => child !== sentence)} view={view} level={level + 1} />
      <SideNote element={element} view={view} />
    </div>
  );
}
