import { childElements, isElement, type Content, type Element } from '../../text/element.js';
import { GROUP_TAGS, type GroupTag, type Tag } from '../../text/tag.js';
import type { Location } from '../location.js';
import type { Operation } from '../operation.js';
import { writeRun } from '../run.js';
import { alignGroups, wrappedId, type GroupAlignment } from './align-groups.js';
import type { Pair } from './align-siblings.js';
import { flattenArticles, isGroup, type ArticlePart } from './article-part.js';
import { operation, textBlock, type DraftContext } from './draft-context.js';

/** 章名だけを加え、削り、移した後の旧。条は元のまま */
export interface Regrouped {
  readonly base: Element;
  readonly operations: readonly Operation[];
}

/** 一つの本則で付け外しする章名の上限 */
const LIMIT = 100;
const WORD: Readonly<Record<GroupTag, string>> = { Part: '編', Chapter: '章', Section: '節', Subsection: '款', Division: '目' };

/**
 * 条を残したまま、章の区切りだけが変わった所に、章名を付け、削る（「第十条の前に次の章名を付する」「第三章の章名を削る」）。
 * 条ごと加わり削られる章は、ここでは触れない。
 */
export function regroup(context: DraftContext, part: ArticlePart, pairs: readonly Pair[]): Regrouped {
  const olds = flattenArticles(part.base).map((f) => f.article);
  const news = flattenArticles(part.next);
  const toBase = new Map(pairs.map(([i, j]) => [news[j]!.article, olds[i]!]));
  const kept = new Set(toBase.values());
  const operations: Operation[] = [];
  let { base } = part;
  for (let round = 0; round < LIMIT; round += 1) {
    const groups = alignGroups(base, part.next, flattenArticles(base), news, pairs);
    const outer = [...groups.deleted].find((g) => mostly(g, (a) => kept.has(a))) ?? shifted(base, groups, toBase);
    if (outer) {
      const gone = innermost(outer);
      operations.push(operation([...locate(part.root, base, gone), { kind: 'groupTitle' }], { kind: 'delete' }));
      base = ungroup(base, gone);
      continue;
    }
    const fresh = [...groups.added].sort((a, b) => depth(a.tag) - depth(b.tag)).find((g) => mostly(g, (a) => toBase.has(a)) && toBase.has(articlesIn(g)[0]!));
    const first = fresh && toBase.get(articlesIn(fresh)[0]!)!;
    const home = first && holderOf(base, first);
    if (!fresh || !first || !home || !canHold(home, fresh.tag as GroupTag)) break;
    const siblings = home.tag === fresh.tag ? holderOf(base, home)! : home;
    for (const group of childElements(siblings).filter(isGroup).reverse()) {
      const now = groups.toNext.get(group);
      if (!now || now.num === group.num || Number(now.num) < Number(group.num)) continue;
      const at = locate(part.root, base, group);
      operations.push(operation(at, { kind: 'move', to: [...at.slice(0, -1), { kind: 'group', level: group.tag, num: now.num! }] }));
      base = replaced(base, group, [{ ...group, num: now.num! }]);
    }
    const title = childElements(fresh).find((c) => c.tag === `${fresh.tag}Title`);
    if (!title) break;
    operations.push(operation([...part.root, { kind: 'article', num: first.num! }], {
      kind: 'add', where: 'before', what: { units: [{ unit: `${WORD[fresh.tag as GroupTag]}名` }] }, block: textBlock(writeRun(title), context.profile.titleIndent),
    }));
    base = grouped(base, first, fresh, title);
  }
  return { base, operations };
}

/**
 * 前の章との境だけが動いた章。章名を削り、新しい境に付け直す。
 * 節のある章の境は、どの節から動いたかで書き方が変わるので、ここでは扱わない。
 */
function shifted(base: Element, groups: GroupAlignment, toBase: ReadonlyMap<Element, Element>): Element | undefined {
  let previous: Element | undefined;
  for (const old of childElements(base)) {
    const behind = previous;
    previous = old;
    if (!isGroup(old)) continue;
    if (behind?.tag === old.tag && borderMoved(behind, old, groups, toBase)) return old;
    const found = shifted(old, groups, toBase);
    if (found) return found;
  }
  return undefined;
}

function borderMoved(previous: Element, old: Element, { toNext }: GroupAlignment, toBase: ReadonlyMap<Element, Element>): boolean {
  const [before, now] = [toNext.get(previous), toNext.get(old)];
  if (!before || !now || old.id === wrappedId(now) || [old, previous].some((g) => childElements(g).some(isGroup))) return false;
  const [inside, behind] = [new Set(articlesIn(old)), new Set(articlesIn(previous))];
  const left = articlesIn(before).some((a) => inside.has(toBase.get(a)!));
  const joined = articlesIn(now).some((a) => behind.has(toBase.get(a)!));
  return (left || joined) && toBase.has(articlesIn(now)[0]!) && mostly(now, (a) => toBase.has(a));
}

/** 章の中に節があれば、節から外す。 */
function innermost(group: Element): Element {
  const inner = childElements(group).find(isGroup);
  return inner ? innermost(inner) : group;
}

const articlesIn = (group: Element): Element[] => flattenArticles(group).map((f) => f.article);

/** 中の条の半分より多くが残るか。 */
function mostly(group: Element, keeps: (article: Element) => boolean): boolean {
  const articles = articlesIn(group);
  return articles.filter(keeps).length * 2 > articles.length;
}

const depth = (tag: Tag): number => (GROUP_TAGS as readonly Tag[]).indexOf(tag);
const canHold = (home: Element, tag: GroupTag): boolean => depth(home.tag) <= depth(tag);

function holderOf(root: Element, node: Element): Element | undefined {
  for (const child of childElements(root)) {
    if (child === node) return root;
    const found = isGroup(child) ? holderOf(child, node) : undefined;
    if (found) return found;
  }
  return undefined;
}

function locate(root: Location, base: Element, group: Element): Location {
  const path = (element: Element): Element[] | undefined => {
    for (const child of childElements(element).filter(isGroup)) {
      const inner = child === group ? [] : path(child);
      if (inner) return [child, ...inner];
    }
    return undefined;
  };
  return [...root, ...(path(base) ?? []).map((g) => ({ kind: 'group', level: g.tag as GroupTag, num: g.num! }) as const)];
}

/** 節点を入れ替えた写し。 */
function replaced(root: Element, node: Element, by: readonly Content[]): Element {
  const children = root.children.flatMap((c): Content[] => {
    if (c === node) return [...by];
    return isElement(c) && isGroup(c) ? [replaced(c, node, by)] : [c];
  });
  return children.length === root.children.length && children.every((c, i) => c === root.children[i]) ? root : { ...root, children };
}

const members = (group: Element): Content[] => group.children.filter((c) => isElement(c) && c.tag !== `${group.tag}Title`);

/** 章名を削った後。中の条は前の章に、なければ元の所に残る。 */
function ungroup(base: Element, group: Element): Element {
  const home = holderOf(base, group)!;
  const siblings = childElements(home);
  const previous = siblings[siblings.indexOf(group) - 1];
  if (previous?.tag !== group.tag) return replaced(base, group, members(group));
  return replaced(replaced(base, group, []), previous, [{ ...previous, children: [...previous.children, ...members(group)] }]);
}

/** 章名を付けた後。その条から次の章の前までが、新しい章になる。 */
function grouped(base: Element, first: Element, fresh: Element, title: Element): Element {
  const home = holderOf(base, first)!;
  const siblings = childElements(home);
  const from = siblings.indexOf(first);
  const end = siblings.findIndex((c, i) => i > from && isGroup(c) && depth(c.tag) <= depth(fresh.tag));
  const inside = siblings.slice(from, end < 0 ? siblings.length : end);
  const group: Element = { ...fresh, id: wrappedId(fresh), children: [title, ...inside] };
  const rest = home.children.filter((c) => !isElement(c) || !inside.includes(c));
  if (home.tag === fresh.tag) return replaced(base, home, [{ ...home, children: rest }, group]);
  const at = home.children.indexOf(first);
  const children = [...home.children.slice(0, at), group, ...home.children.slice(at).filter((c) => !isElement(c) || !inside.includes(c))];
  return home === base ? { ...base, children } : replaced(base, home, [{ ...home, children }]);
}
