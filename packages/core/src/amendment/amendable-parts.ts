import { childElements, childOf, type Element, type LawDocument } from '../text/element.js';

/**
 * 改め文が及ぶ部分を文書順に: 題名・制定文・目次・前文・本則・原始附則・別表や様式・締結文。
 * 改正附則（AmendLawNum を持つ附則）は、それを付けた改正法令のもので、ここには入らない。
 */
export function amendableParts(document: LawDocument): Element[] {
  const body = childOf(document.root, 'LawBody');
  return body ? childElements(body).filter(isAmendable) : [];
}

export function isAmendable(part: Element): boolean {
  return part.tag !== 'CoverLine' && !(part.tag === 'SupplProvision' && part.attr['AmendLawNum'] !== undefined);
}
