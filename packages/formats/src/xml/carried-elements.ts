import { isElement, type Content, type Element, type Tag } from '@renkei/core';
import { isAgreementTag } from './vocabulary.js';

/**
 * 表紙・締結文は法令標準XMLに無い。LawBody の直下にあるものは、スキーマに合う器
 * （AppdxNote > NoteStruct > Note）にまとめて移し、読むときに元の位置へ戻す。
 *
 * 元の位置は、表紙は題名の前、ほかは最初の別表の類の前。そうでない木では index を添える。
 */
export interface Carried {
  readonly element: Element;
  /** LawBody の子の中での位置。標準の位置にあれば無い */
  readonly index?: number;
}

const APPENDIX: ReadonlySet<Tag> = new Set<Tag>(['AppdxTable', 'AppdxNote', 'AppdxStyle', 'AppdxFormat', 'Appdx', 'AppdxFig']);

/** LawBody の子を、その場に書くものと器に移すものに分ける。 */
export function takeCarried(children: readonly Content[]): { readonly rest: readonly Content[]; readonly carried: readonly Carried[] } {
  const isCarried = (child: Content): child is Element => isElement(child) && isAgreementTag(child.tag);
  const elements = children.filter(isCarried);
  if (elements.length === 0) return { rest: children, carried: [] };
  const rest = children.filter((child) => !isCarried(child));
  const canonical = putBack(rest, elements.map((element) => ({ element })));
  const inPlace = canonical.every((child, i) => child === children[i]);
  return { rest, carried: elements.map((element) => (inPlace ? { element } : { element, index: children.indexOf(element) })) };
}

/** 器から取り出したものを元の位置へ戻す。 */
export function putBack(rest: readonly Content[], carried: readonly Carried[]): Content[] {
  const unplaced = carried.filter((c) => c.index === undefined).map((c) => c.element);
  const covers = unplaced.filter((e) => e.tag === 'CoverLine');
  const others = unplaced.filter((e) => e.tag !== 'CoverLine');
  const out = [...rest];
  const appendix = out.findIndex((child) => isElement(child) && APPENDIX.has(child.tag));
  out.splice(appendix < 0 ? out.length : appendix, 0, ...others);
  const title = out.findIndex((child) => isElement(child) && child.tag === 'LawTitle');
  out.splice(Math.max(title, 0), 0, ...covers);
  const placed = carried.filter((c): c is Required<Carried> => c.index !== undefined).sort((a, b) => a.index - b.index);
  for (const { element, index } of placed) out.splice(Math.min(index, out.length), 0, element);
  return out;
}
