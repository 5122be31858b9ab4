import { childElements, type Element } from '../../text/element.js';
import type { GroupTag } from '../../text/tag.js';
import type { AddedUnit } from '../operation.js';
import type { Location } from '../location.js';
import { alignSiblings, type Pair } from './align-siblings.js';
import { blockOf, isSame, operation, pairAll, siblingsOf, targetsOf, type DraftContext } from './draft-context.js';
import { draftInside } from './draft-provision.js';
import { alignGroups } from './align-groups.js';
import { flattenArticles, isGroup, type ArticlePart } from './article-part.js';
import { follows } from '../apply/series-watch.js';
import { GroupHeadings } from './group-headings.js';
import { hasBlock, locationKey, type Pen } from './pen.js';
import { planSiblings, type SiblingStep } from './plan-siblings.js';
import { hasSharedCaption } from './shared-caption.js';
import { writeRun } from '../run.js';
import { regroup } from './regroup.js';
import { captionOf, isComparable } from './provision-parts.js';
import { compareNum } from './provision-print.js';

const GROUP_UNIT: Readonly<Record<GroupTag, string>> = { Part: '編', Chapter: '章', Section: '節', Subsection: '款', Division: '目' };

/**
 * 条を、編章節を越えて一続きに並べて改める。条の番号は通しなので、編章節の増減と条の移動は一緒に考える。
 */
export function draftArticles(context: DraftContext, pen: Pen, drafted: ArticlePart): void {
  const part = regrouped(context, pen, drafted);
  const olds = flattenArticles(part.base);
  const news = flattenArticles(part.next);
  const bases = olds.map((f) => f.article);
  const nexts = news.map((f) => f.article);
  const candidates = alignArticles(context, bases, nexts);
  const groups = alignGroups(part.base, part.next, olds, news, candidates);
  const leavesGap = freshGaps(bases, nexts);
  const pairs = candidates.filter(([i, j]) => groups.toNext.get(olds[i]!.holders.at(-1)!) === news[j]!.holders.at(-1)! && !leavesGap(j));
  const headings = new GroupHeadings(context, pen, part, groups);

  const at = (article: Element): Location => [...part.root, { kind: 'article', num: article.num! }];
  const shared = ([i, j]: Pair) => hasSharedCaption(olds, i) && hasSharedCaption(news, j);
  // 共通見出しの付いた条は、見出しを外してから移すので、一括にはしない
  const unchanged = (pair: Pair) => isSame(context, bases[pair[0]]!, nexts[pair[1]]!) && !shared(pair);
  const inside = ([i, j]: Pair, sharedCaption = false) => draftInside(context, pen, { base: bases[i]!, next: nexts[j]!, at: () => at(bases[i]!), holder: olds[i]!.holders.at(-1)!, sharedCaption });
  const gone = (i: number) => olds[i]!.holders.some((h) => groups.deleted.has(h));
  const steps = planSiblings({ base: bases.map((e) => e.num), next: nexts.map((e) => e.num), pairs, unchanged });
  const touched = new Map<Element, number>();
  steps.forEach((step, k) => basesOf(step).forEach((i) => olds[i]!.holders.forEach((h) => touched.set(h, k))));
  headings.plan(touched);
  let moving = false;
  let joining = false;
  for (const [k, step] of steps.entries()) {
    const chained = step.kind === 'move' || step.kind === 'shift' || step.kind === 'add' || step.kind === 'delete';
    const previous = steps[k - 1];
    // 「第2条中…に改め、同条の次に次の一条を加える」
    joining = step.kind === 'add' && previous?.kind === 'keep' && step.after === previous.pair[1] && wroteLast(bases[previous.pair[0]]!);
    if (!joining && (!chained || !moving)) pen.end();
    moving = chained;
    pen.from(originOf(step));
    switch (step.kind) {
      case 'keep':
        headings.title(olds[step.pair[0]]!);
        // 条ごとに改正規定を分けるので、変わらない条の字句を並べておくまでもない
        if (isSame(context, bases[step.pair[0]]!, nexts[step.pair[1]]!)) pairAll(context, bases[step.pair[0]]!, nexts[step.pair[1]]!);
        else inside(step.pair);
        break;
      case 'rewrite': {
        const model = bases[step.bases[0]!]!;
        const old = step.bases.filter((i) => !gone(i));
        const fresh = step.nexts.filter((j) => news[j]!.holders.some((h) => groups.added.has(h)));
        rewriteOrReplace(old, step.nexts.filter((j) => !fresh.includes(j)), model);
        addArticles(fresh, fresh[0]! > 0 ? fresh[0]! - 1 : undefined, undefined);
        break;
      }
      case 'delete': {
        const left = step.bases.filter((i) => !gone(i));
        if (left.length > 0) pen.write({ targets: targetsOf(left.map((i) => at(bases[i]!))), action: { kind: 'delete' } });
        break;
      }
      case 'move': {
        const [old, now] = [bases[step.pair[0]]!, nexts[step.pair[1]]!];
        headings.title(olds[step.pair[0]]!);
        const detached = shared(step.pair);
        if (detached) pen.write(operation([...at(old), { kind: 'sharedCaption' }], { kind: 'delete' }));
        inside(step.pair, detached);
        pen.write(operation(at(old), { kind: 'move', to: at(now) }));
        if (detached) pen.write(operation([...at(now), { kind: 'sharedCaption' }], { kind: 'attachCaption', text: writeRun(captionOf(now)!) }));
        break;
      }
      case 'shift':
        for (const [i, j] of step.pairs) pairAll(context, bases[i]!, nexts[j]!);
        pen.write({ targets: [{ from: at(bases[step.pairs[0]![0]]!), through: at(bases[step.pairs.at(-1)![0]]!) }], action: { kind: 'shift', by: step.by } });
        break;
      case 'add':
        addArticles(step.nexts, step.after, step.before);
        break;
    }
    headings.moveUntil(k, step.kind === 'keep');
  }
  headings.finish();
  pen.end();

  /** 最後に書いたのが、この条の、ブロックのない操作か。 */
  function wroteLast(article: Element): boolean {
    const last = pen.last();
    return last !== undefined && last !== 'break' && !hasBlock(last) && last.action.kind !== 'move' && last.targets.every(({ from, through }) => !through && locationKey(from.slice(0, part.root.length + 1)) === locationKey(at(article)));
  }

  function originOf(step: SiblingStep): Element {
    switch (step.kind) {
      case 'keep':
      case 'move': return bases[step.pair[0]]!;
      case 'rewrite':
      case 'delete': return bases[step.bases[0]!]!;
      default: return part.base;
    }
  }

  function rewriteOrReplace(old: readonly number[], now: readonly number[], model: Element): void {
    const add = () => addArticles(now, now[0]! > 0 ? now[0]! - 1 : undefined, now.at(-1)! + 1 < news.length ? now.at(-1)! + 1 : undefined);
    if (old.length === 0) return add();
    const home = groups.toNext.get(olds[old[0]!]!.holders.at(-1)!);
    const stays = old.every((i) => groups.toNext.get(olds[i]!.holders.at(-1)!) === home) && now.every((j) => news[j]!.holders.at(-1) === home);
    if (now.length === 0 || !stays) {
      pen.write({ targets: targetsOf(old.map((i) => at(bases[i]!))), action: { kind: 'delete' } });
      return add();
    }
    pen.write({
      targets: targetsOf(old.map((i) => at(bases[i]!))),
      action: { kind: 'replaceWhole', block: blockOf(context, now.map((j) => nexts[j]!), olds[old[0]!]!.holders.at(-1)!.tag, model) },
    });
  }

  /** 入れ先の編章節ごとに、また新しい編章節は丸ごと加える。 */
  function addArticles(all: readonly number[], after: number | undefined, before: number | undefined): void {
    const indexes = all.filter((j) => !news[j]!.holders.some(headings.isRewritten));
    let from = 0;
    let previous = after;
    while (from < indexes.length) {
      const first = news[indexes[from]!]!;
      const fresh = first.holders.findIndex((h) => groups.added.has(h));
      const holder = fresh < 0 ? first.holders.at(-1)! : first.holders[fresh - 1]!;
      const holds = (j: number) => {
        const flat = news[j]!;
        const at = flat.holders.findIndex((h) => groups.added.has(h));
        return at === fresh && (fresh < 0 ? flat.holders.at(-1) : flat.holders[fresh - 1]) === holder;
      };
      let to = from;
      while (to < indexes.length && holds(indexes[to]!)) to += 1;
      const run = indexes.slice(from, to);
      if (fresh >= 0) headings.moveUntil(Infinity, false);
      const elements = fresh < 0 ? run.map((j) => nexts[j]!) : [...new Set(run.map((j) => news[j]!.holders[fresh]!))];
      const unit = fresh < 0 ? '条' : GROUP_UNIT[elements[0]!.tag as GroupTag];
      const units: AddedUnit[] = [...(sharesCaption(elements) ? [{ unit: '見出し' }] : []), { unit, count: elements.length }];
      const neighbour = previous === undefined ? undefined : nexts[previous]!;
      if (fresh < 0 && neighbour && news[previous!]!.holders.at(-1) === holder && run.some(leavesGap)) {
        // 番号を空けて加えることはできないので、前の条と共に改める
        pen.write(operation(at(neighbour), { kind: 'replaceWhole', block: blockOf(context, [neighbour, ...elements], holder.tag, bases[0]) }));
        previous = run.at(-1)!;
        from = to;
        continue;
      }
      const block = blockOf(context, elements, holder.tag, fresh < 0 ? (bases[0] ?? undefined) : undefined);
      const [where, target] = fresh < 0 ? placeOfArticles(run, holder, previous, to === indexes.length ? before : undefined) : placeOfGroups(elements, holder);
      if (joining && (where !== 'after' || after === undefined || locationKey(target) !== locationKey(at(nexts[after]!)))) pen.end();
      pen.write(operation(target, { kind: 'add', where, what: { units }, block }));
      previous = run.at(-1)!;
      from = to;
    }
  }

  function placeOfArticles(run: readonly number[], holder: Element, after: number | undefined, before: number | undefined): ['after' | 'before' | 'end', Location] {
    const inHolder = (j: number | undefined) => j !== undefined && news[j]!.holders.at(-1) === holder;
    const isLast = news[run.at(-1)! + 1]?.holders.at(-1) !== holder;
    if (isLast && part.root.length === 0 && holder === part.next && context.profile.addAtEnd === '本則に' && run.at(-1) === news.length - 1) return ['end', [{ kind: 'main' }]];
    if (inHolder(after)) return ['after', at(nexts[after!]!)];
    if (inHolder(before)) return ['before', at(nexts[before!]!)];
    return ['end', headings.locate(holder)];
  }

  function placeOfGroups(elements: readonly Element[], holder: Element): ['after' | 'before' | 'end', Location] {
    const siblings = childElements(holder).filter(isGroup);
    const previous = siblings[siblings.indexOf(elements[0]! as Element<GroupTag>) - 1];
    if (siblings.at(-1) === elements.at(-1)) return ['end', holder === part.next && part.root.length === 0 ? [{ kind: 'main' }] : headings.locate(holder)];
    if (previous) return ['after', headings.locate(previous)];
    const following = siblings[siblings.indexOf(elements.at(-1)! as Element<GroupTag>) + 1];
    return following ? ['before', headings.locate(following)] : ['end', headings.locate(holder)];
  }
}

/** 「第八条及び第九条　削除」の持つ番号の数。一部の番号だけが生き返るときは、移すのではなく、その番号の全部を改める。 */
function coveredNumbers({ num }: Element): number {
  const [from, to] = (num ?? '').split(':').map((end) => Number(end.split('_').at(-1)));
  return to === undefined ? 1 : to - from! + 1;
}

function alignArticles(context: DraftContext, bases: readonly Element[], nexts: readonly Element[]): Pair[] {
  return alignSiblings(siblingsOf(bases, context.base), siblingsOf(nexts, context.next))
    .filter(([i, j]) => coveredNumbers(bases[i]!) === coveredNumbers(nexts[j]!))
    .filter(([i, j]) => compareNum(bases[i]!.num, nexts[j]!.num) === 0 || (isComparable(bases[i]!, nexts[j]!) && !context.coarse.has(bases[i]!.id)));
}

/** 旧には無い欠番の、すぐ後に来る新しい条か。 */
function freshGaps(bases: readonly Element[], nexts: readonly Element[]): (next: number) => boolean {
  const jump = (list: readonly Element[], i: number): string => `${list[i - 1]?.num ?? ''} ${list[i]!.num ?? ''}`;
  const known = new Set(bases.map((_, i) => jump(bases, i)));
  const gaps = new Set<number>();
  for (let j = 1; j < nexts.length; j += 1) {
    const [a, b] = [nexts[j - 1]!.num, nexts[j]!.num];
    if (a !== undefined && b !== undefined && compareNum(a, b) !== 0 && !follows(a, b) && !known.has(jump(nexts, j))) gaps.add(j);
  }
  return (next) => gaps.has(next);
}

/** 章の区切りだけが変わっていれば、先に章名を付け外しする。 */
function regrouped(context: DraftContext, pen: Pen, part: ArticlePart): ArticlePart {
  if (!childElements(part.base).some(isGroup) && !childElements(part.next).some(isGroup)) return part;
  const articlesOf = (element: Element) => flattenArticles(element).map((f) => f.article);
  const { base, operations } = regroup(context, part, alignArticles(context, articlesOf(part.base), articlesOf(part.next)));
  if (operations.length > 0) pen.from(part.base);
  for (const one of operations) {
    pen.write(one);
    pen.end();
  }
  return { ...part, base };
}

/** 初めの条だけに見出しがあり、続く条と共にしているか（共通見出し）。 */
const sharesCaption = (elements: readonly Element[]): boolean =>
  elements.length > 1 && elements[0]!.tag === 'Article' && elements.every((e, i) => (captionOf(e) !== undefined) === (i === 0));

const basesOf = (step: SiblingStep): readonly number[] => {
  switch (step.kind) {
    case 'keep':
    case 'move': return [step.pair[0]];
    case 'shift': return step.pairs.map(([i]) => i);
    case 'add': return [];
    default: return step.bases;
  }
};
