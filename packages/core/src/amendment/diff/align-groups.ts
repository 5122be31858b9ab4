import { childElements, type Element, type NodeId } from '../../text/element.js';
import type { Pair } from './align-siblings.js';
import { writeRun } from '../run.js';
import { isGroup, type FlatArticle } from './article-part.js';

export interface GroupAlignment {
  /** 本則（附則）自身を含む、編章節の対応 */
  readonly toNext: ReadonlyMap<Element, Element>;
  /** 丸ごと加える編章節・丸ごと削る編章節（最も外側のものだけ） */
  readonly added: ReadonlySet<Element>;
  readonly deleted: ReadonlySet<Element>;
}

/** 編章節の対応。中の条を最も多く共にするもの同士、無ければ名の同じもの同士を、順序を保って対応させる。 */
export function alignGroups(
  base: Element, next: Element, olds: readonly FlatArticle[], news: readonly FlatArticle[], pairs: readonly Pair[],
): GroupAlignment {
  const shared = sharedArticles(olds, news, pairs);
  const articles = new Map(pairs.map(([i, j]) => [olds[i]!.article, news[j]!.article]));
  const toNext = new Map<Element, Element>([[base, next]]);
  const added = new Set<Element>();
  const deleted = new Set<Element>();
  const visit = (old: Element, now: Element): void => {
    const nexts = groupsIn(now).map(headingOf);
    const taken = new Set<Heading>();
    let from = 0;
    for (const heading of groupsIn(old).map(headingOf)) {
      const { group } = heading;
      let best = -1;
      let most = 0;
      for (let j = from; j < nexts.length; j += 1) {
        const other = nexts[j]!;
        if (other.group.tag !== group.tag) continue;
        const likeness = (shared.get(group)?.get(other.group) ?? 0) * 2 + (sameTitle(heading, other) ? 1 : 0);
        const count = keepsHeading(heading, other, articles) ? Infinity : likeness;
        if (count > most) [best, most] = [j, count];
      }
      const found = nexts[best];
      if (!found) {
        deleted.add(group);
        continue;
      }
      toNext.set(group, found.group);
      taken.add(found);
      from = best + 1;
      visit(group, found.group);
    }
    for (const heading of nexts) if (!taken.has(heading)) added.add(heading.group);
  };
  visit(base, next);
  return { toNext, added, deleted };
}

/** 編章節の組ごとの、共にする条の数。同じ節に続く条は holders を共にするので、まとめて数える。 */
function sharedArticles(olds: readonly FlatArticle[], news: readonly FlatArticle[], pairs: readonly Pair[]): ReadonlyMap<Element, ReadonlyMap<Element, number>> {
  const shared = new Map<Element, Map<Element, number>>();
  for (let from = 0, to = 0; from < pairs.length; from = to) {
    const [old, now] = [olds[pairs[from]![0]]!.holders, news[pairs[from]![1]]!.holders];
    while (to < pairs.length && olds[pairs[to]![0]]!.holders === old && news[pairs[to]![1]]!.holders === now) to += 1;
    for (const outer of old) {
      const row = shared.get(outer) ?? new Map<Element, number>();
      for (const inner of now) row.set(inner, (row.get(inner) ?? 0) + to - from);
      shared.set(outer, row);
    }
  }
  return shared;
}

/** 章名（番号を除く）と、その次の条 */
interface Heading {
  readonly group: Element;
  readonly title: string | undefined;
  readonly first: Element | undefined;
}

function headingOf(group: Element): Heading {
  const title = childElements(group).find((c) => c.tag === `${group.tag}Title`);
  return { group, title: title && writeRun(title).replace(/^第[^　]*　/, ''), first: firstArticle(group) };
}

const sameTitle = (a: Heading, b: Heading): boolean => a.title !== undefined && a.title === b.title;

/** 同じ条の前に同じ章名が残るか。章名は条の並びの区切りなので、後ろの条が別の章に移っても同じ章である。 */
const keepsHeading = (old: Heading, now: Heading, articles: ReadonlyMap<Element, Element>): boolean =>
  (old.first !== undefined && articles.get(old.first) === now.first && sameTitle(old, now)) || old.group.id === wrappedId(now.group);

function firstArticle(group: Element): Element | undefined {
  for (const child of childElements(group)) {
    const found = child.tag === 'Article' ? child : isGroup(child) ? firstArticle(child) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** 章名を付けてできた章の id。元の章 next が分かるようにする */
export const wrappedId = (next: Element): NodeId => `${next.id}*` as NodeId;

const groupsIn = (element: Element): Element[] => childElements(element).filter(isGroup);
