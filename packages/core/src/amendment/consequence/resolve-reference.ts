import type { Element } from '../../text/element.js';
import type { GroupTag } from '../../text/tag.js';
import type { Ordered, Part, Place, ProvisionIndex } from './provision-index.js';
import type { Reference, ReferencePart } from './scan-references.js';

/** 参照の部分が指す節点を、一つの文書の中で引く。 */
export interface Resolver {
  readonly index: ProvisionIndex;
  readonly place: Place;
}

export const GROUP_OF: Readonly<Record<string, GroupTag>> = { 編: 'Part', 章: 'Chapter', 節: 'Section', 款: 'Subsection', 目: 'Division' };

/** 頭の部分（第三条・前条・第二項・別表第一…）の指す節点。前二条は二つ。引けなければ空。 */
export function resolveHead({ index, place }: Resolver, reference: Reference, part: ReferencePart): readonly Element[] {
  switch (part.kind) {
    case 'article': {
      const side: Part = reference.suppl ? 'suppl' : 'main';
      if (part.form === 'number') return one(index.articles[side].byNum.get(part.num!));
      return place.article && place.part ? beside(index.articles[place.part], place.article, part) : [];
    }
    case 'paragraph': {
      const holder = reference.suppl ? supplHolder(index) : place.holder;
      if (!holder || (place.appendix !== undefined && !reference.suppl)) return [];
      const paragraphs = index.children(holder, 'Paragraph');
      if (part.form === 'number') return one(paragraphs.byNum.get(part.num!));
      return place.paragraph ? beside(paragraphs, place.paragraph, part) : [];
    }
    case 'item': {
      if (!place.paragraph) return [];
      const items = index.children(place.paragraph, 'Item');
      if (part.form === 'number') return one(items.byNum.get(part.num!));
      return place.item ? beside(items, place.item, part) : [];
    }
    case 'appendix':
      return one(index.appendices.get(part.num!));
    default:
      return resolveGroup(index, place, part);
  }
}

/** 上位の節点の中の、番号で引く下位（第三条の第二項、第一項の第三号、第二章の第一節、章の中の条）。 */
export function resolveWithin(index: ProvisionIndex, parent: Element, part: ReferencePart): Element | undefined {
  const num = part.num ?? '';
  if (part.kind === 'paragraph') return index.children(parent, 'Paragraph').byNum.get(num);
  if (part.kind === 'item') {
    // 項を言わない号は、一つしかない項の号
    const paragraph = parent.tag === 'Paragraph' ? parent : index.children(parent, 'Paragraph').list[0];
    return paragraph && index.children(paragraph, 'Item').byNum.get(num);
  }
  if (part.kind === 'article') return index.articles.main.byNum.get(num);
  const tag = GROUP_OF[part.kind];
  return tag === undefined ? undefined : index.groups.get(`${tag} ${num}`)?.find((g) => index.place(g)?.groups.some((outer) => outer === parent));
}

function resolveGroup(index: ProvisionIndex, place: Place, part: ReferencePart): readonly Element[] {
  const tag = GROUP_OF[part.kind];
  if (tag === undefined) return [];
  const own = place.groups.find((g) => g.tag === tag);
  const outer = place.groups.slice(0, own ? place.groups.indexOf(own) : undefined).at(-1);
  const inside = (g: Element): boolean => outer === undefined || (index.place(g)?.groups.includes(outer) ?? false);
  if (part.form === 'number') {
    const all = index.groups.get(`${tag} ${part.num}`) ?? [];
    if (all.length === 1) return all;
    return outer === undefined ? [] : one(all.find(inside));
  }
  if (own === undefined) return [];
  const siblings = [...index.groups.entries()].filter(([key]) => key.startsWith(`${tag} `)).flatMap(([, list]) => list).filter(inside);
  const at = siblings.indexOf(own) + (part.form === 'previous' ? -part.count : 1);
  return part.count === 1 ? one(siblings[at]) : [];
}

function beside({ list, at }: Ordered, node: Element, part: ReferencePart): readonly Element[] {
  const here = at.get(node.id);
  if (here === undefined || part.count < 1) return [];
  const [from, to] = part.form === 'previous' ? [here - part.count, here] : [here + 1, here + 1 + part.count];
  return part.form === 'same' || from < 0 || to > list.length ? [] : list.slice(from, to);
}

const one = (element: Element | undefined): readonly Element[] => (element ? [element] : []);

function supplHolder(index: ProvisionIndex): Element | undefined {
  const run = index.runs.find((r) => r.place.part === 'suppl' && r.place.article === undefined);
  return run?.place.holder;
}
