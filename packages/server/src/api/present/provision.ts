import { anchorsOf, childElements, childOf, childrenOf, SENTENCE_TAG, textOf, walk, type Element, type LawDocument, type ProvisionTag, type Tag } from '@renkei/core';
import { provisionNames } from '../../views/document/provision-names.js';
import type { Provision } from '../schemas/provision.js';

/** 番地を持つ条項を本文の順に。文は、その条項自身のものだけ（下位の条項はそれぞれの行にある）。 */
export function presentProvisions(document: LawDocument, page: string): Provision[] {
  const anchors = anchorsOf(document);
  const { provisions: names } = provisionNames(document);
  const found: Provision[] = [];
  for (const element of walk(document.root)) {
    const anchor = anchors.get(element.id);
    if (anchor === undefined) continue;
    found.push({ anchor, name: names.get(element.id) ?? '', tag: element.tag, node: element.id, text: ownText(element), url: `${page}#${anchor}` });
  }
  return found;
}

const HEADS: ReadonlySet<Tag> = new Set<Tag>(['ArticleCaption', 'ParagraphCaption', 'RelatedArticleNum', 'SupplProvisionLabel', 'ArithFormulaNum', 'RemarksLabel']);
const isHead = (tag: Tag): boolean => HEADS.has(tag) || tag.endsWith('Title');

function ownText(element: Element): string {
  const sentence = element.tag in SENTENCE_TAG ? childOf(element, SENTENCE_TAG[element.tag as ProvisionTag]) : undefined;
  if (sentence) {
    const columns = childrenOf(sentence, 'Column');
    return columns.length > 0 ? columns.map(textOf).join('　') : textOf(sentence);
  }
  if (element.tag === 'TableRow') return childElements(element).map(textOf).join('　');
  if (element.tag === 'SignatureBlock') return childElements(element).map(textOf).join('　');
  if (element.tag === 'Closing') return childElements(element).filter((child) => child.tag !== 'SignatureBlock').map(textOf).join('　');
  const heads = childElements(element).filter((child) => isHead(child.tag));
  if (heads.length > 0) return heads.map(textOf).join('');
  return element.children.some((child) => typeof child === 'string') ? textOf(element) : '';
}
