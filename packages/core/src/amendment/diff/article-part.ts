import { childElements, type Element } from '../../text/element.js';
import { GROUP_TAGS, type GroupTag, type Tag } from '../../text/tag.js';
import type { Location } from '../location.js';

/** 編章節を外して並べた条。holders は外から内への編章節（条の並びを直接持つものが最後） */
export interface FlatArticle {
  readonly article: Element;
  readonly holders: readonly Element[];
}

export const isGroup = (element: Element): element is Element<GroupTag> => (GROUP_TAGS as readonly Tag[]).includes(element.tag);

/** 本則・附則の条。root は本則なら空、附則なら「附則」 */
export interface ArticlePart {
  readonly base: Element;
  readonly next: Element;
  readonly root: Location;
}

export function flattenArticles(part: Element): FlatArticle[] {
  const flat: FlatArticle[] = [];
  const visit = (element: Element, holders: readonly Element[]) => {
    for (const child of childElements(element)) {
      if (child.tag === 'Article') flat.push({ article: child, holders });
      else if (isGroup(child)) visit(child, [...holders, child]);
    }
  };
  visit(part, [part]);
  return flat;
}
