import type { DocumentMessageKey } from '@renkei/app';
import { childElements, childOf, GROUP_TAGS, labelOf, SENTENCE_TAG, textOf, type Element, type LawDocument, type NodeId, type ProvisionTag, type Tag } from '@renkei/core';

/** 目次の一行。本文の言葉（text）か、本文に題のないものの呼び名（key）。 */
export type ContentsEntry = { readonly anchor: string; readonly below: readonly ContentsEntry[] } & (
  | { readonly text: string }
  | { readonly key: DocumentMessageKey }
);

const GROUPS: ReadonlySet<Tag> = new Set(GROUP_TAGS);
const APPENDIX = /^Appdx(Table|Note|Style|Format|Fig)?$/;

/** 本文から目次を作る。項・号は載せない。 */
export function contentsOf(document: LawDocument, anchors: ReadonlyMap<NodeId, string>): ContentsEntry[] {
  const entryOf = (element: Element): ContentsEntry[] => {
    const anchor = anchors.get(element.id);
    const { tag } = element;
    if (tag === 'LawBody' || tag === 'MainProvision') return childElements(element).flatMap(entryOf);
    if (anchor === undefined) return [];
    if (tag === 'Preamble') return [{ anchor, key: 'document.preamble', below: [] }];
    if (tag === 'Closing') return [{ anchor, key: 'document.closing', below: [] }];
    if (tag === 'Article') return [{ anchor, text: articleText(element), below: [] }];
    if (tag === 'SupplProvision') return [{ anchor, text: supplText(element), below: [] }];
    if (GROUPS.has(tag)) {
      const title = childOf(element, `${tag}Title` as Tag);
      return title ? [{ anchor, text: textOf(title), below: childElements(element).flatMap(entryOf) }] : childElements(element).flatMap(entryOf);
    }
    if (APPENDIX.test(tag)) return [{ anchor, text: appendixText(element), below: childElements(element).flatMap(sectionOf) }];
    return [];
  };

  const articleText = (article: Element): string => {
    const caption = childOf(article, 'ArticleCaption');
    const text = (labelOf(article, document.labels) ?? '') + (caption ? textOf(caption) : '');
    return text === '' ? '条' : text;
  };

  /** 表を持つ号だけが別表の区分。 */
  const sectionOf = (element: Element): ContentsEntry[] => {
    const anchor = anchors.get(element.id);
    const sentence = childOf(element, SENTENCE_TAG[element.tag as ProvisionTag]);
    if (anchor === undefined || sentence === undefined || !holdsTable(element)) return [];
    const label = labelOf(element, document.labels);
    return [{ anchor, text: [label, textOf(sentence)].filter(Boolean).join(' '), below: childElements(element).flatMap(sectionOf) }];
  };

  return childElements(document.root).flatMap(entryOf);
}

const holdsTable = (element: Element): boolean => childElements(element).some((child) => child.tag === 'TableStruct' || holdsTable(child));

function supplText(element: Element): string {
  const label = childOf(element, 'SupplProvisionLabel');
  const law = element.attr.AmendLawNum;
  return (label ? textOf(label).replace(/[\s　]+/g, '') : '附則') + (law ? `（${law}）` : '');
}

function appendixText(element: Element): string {
  const heads = childElements(element).filter((child) => child.tag === `${element.tag}Title` || child.tag === 'ArithFormulaNum' || child.tag === 'RelatedArticleNum');
  return heads.map(textOf).join('') || '別表';
}
