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
    const bases = groupsIn(old);
    const nexts = groupsIn(now);
    const taken = new Set<Element>();
    let from = 0;
    for (const group of bases) {
      let best = -1;
      let most = 0;
      for (let j = from; j < nexts.length; j += 1) {
        if (nexts[j]!.tag !== group.tag) continue;
        const likeness = (shared.get(group)?.get(nexts[j]!) ?? 0) * 2 + (sameTitle(group, nexts[j]!) ? 1 : 0);
        const count = keepsHeading(group, nexts[j]!, articles) ? Infinity : likeness;
        if (count > most) [best, most] = [j, count];
      }
      if (best < 0) {
        deleted.add(group);
        continue;
      }
      toNext.set(group, nexts[best]!);
      taken.add(nexts[best]!);
      from = best + 1;
      visit(group, nexts[best]!);
    }
    for (const group of nexts) if (!taken.has(group)) added.add(group);
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

/** 同じ条の前に同じ章名が残るか。章名は条の並びの区切りなので、後ろの条が別の章に移っても同じ章である。 */
function keepsHeading(old: Element, now: Element, articles: ReadonlyMap<Element, Element>): boolean {
  if (old.id === wrappedId(now)) return true;
  const first = firstArticle(old);
  return first !== undefined && articles.get(first) === firstArticle(now) && sameTitle(old, now);
}

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

function sameTitle(a: Element, b: Element): boolean {
  const bare = (text: string) => text.replace(/^第[^　]*　/, '');
  const title = (group: Element) => childElements(group).find((c) => c.tag === `${group.tag}Title`);
  const [x, y] = [title(a), title(b)];
  return x !== undefined && y !== undefined && bare(writeRun(x)) === bare(writeRun(y));
}
