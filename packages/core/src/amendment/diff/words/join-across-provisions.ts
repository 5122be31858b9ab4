import { childElements, type Element, type LawDocument, type ProvisionNum } from '../../../text/element.js';
import { GROUP_TAGS, type Tag } from '../../../text/tag.js';
import type { Location, Target } from '../../location.js';
import type { Action, AmendingProvision, Amendment, Operation, Quote } from '../../operation.js';
import { runsOf, writeRun } from '../../run.js';

const ARTICLES = /^[条編章節款目]$/;

/** まとめた改正規定と、元の改正規定の番号 */
export interface JoinedProvision {
  readonly provision: AmendingProvision;
  readonly from: readonly number[];
}

/**
 * 隣り合う改正規定が同じ字句の改めなら、場所を並べて一つにする
 * （第1条、第5条及び第6条中…、第2条から第4条までの規定中…、本則のすべての条なら、本則中…）。
 * 間に別の改正が挟まるものはまとめない。前から順に書くためである。
 */
export function joinAcrossProvisions(amendment: Amendment, base: LawDocument): JoinedProvision[] {
  const order = new ArticleOrder(base);
  const joined: JoinedProvision[] = [];
  let earlier = '';
  for (let i = 0; i < amendment.length; ) {
    let end = i + 1;
    while (end < amendment.length && alike(amendment[end - 1]!, amendment[end]!)) end += 1;
    const parts = amendment.slice(i, end);
    joined.push({ provision: parts.length < 2 ? amendment[i]! : join(parts, order, earlier), from: parts.map((_, k) => i + k) });
    for (const provision of parts) if (touchesMain(provision)) earlier += JSON.stringify(provision);
    if (parts.some(renumbers)) order.stale = true;
    i = end;
  }
  return joined;
}

const WORDS: ReadonlySet<Action['kind']> = new Set<Action['kind']>(['replaceWords', 'insertWords', 'deleteWords']);

/** 字句の操作だけで、どの操作も同じ場所のもの。その場所 */
function sharedTargets({ operations }: AmendingProvision): readonly Target[] | undefined {
  const [first] = operations;
  if (!first || operations.some((op) => !WORDS.has(op.action.kind))) return undefined;
  const key = JSON.stringify(first.targets);
  return operations.every((op) => JSON.stringify(op.targets) === key) ? first.targets : undefined;
}

function alike(a: AmendingProvision, b: AmendingProvision): boolean {
  const [left, right] = [sharedTargets(a), sharedTargets(b)];
  if (!left || !right || familyOf(left) === undefined || familyOf(left) !== familyOf(right)) return false;
  return JSON.stringify(a.operations.map((op) => op.action)) === JSON.stringify(b.operations.map((op) => op.action));
}

/** 一緒に並べてよい場所の仲間。条と附則の条、別表や様式どうし。前文・本則・別表は、それぞれ別に書く。 */
function familyOf(targets: readonly Target[]): string | undefined {
  const kinds = new Set(targets.map(({ from }) => (from[0]?.kind === 'suppl' ? 'article' : from[0]?.kind)));
  const [kind] = kinds;
  return kinds.size === 1 && (kind === 'article' || kind === 'appendix') ? kind : undefined;
}

const touchesMain = ({ operations }: AmendingProvision): boolean =>
  operations.some(({ targets }) => targets.some(({ from }) => from[0]?.kind === 'article' || from[0]?.kind === 'group' || from[0]?.kind === 'main'));

/** 条の並びが変わるか。項や号を加えても、条の番号は変わらない。 */
const renumbers = ({ operations }: AmendingProvision): boolean =>
  operations.some(({ action, targets }) => (action.kind === 'add' && action.what.units.some(({ unit }) => ARTICLES.test(unit))) || ((action.kind === 'move' || action.kind === 'shift' || action.kind === 'delete') && targets.some((t) => t.from.at(-1)?.kind === 'article')));

function join(provisions: readonly AmendingProvision[], order: ArticleOrder, earlier: string): AmendingProvision {
  const listed = provisions.flatMap((p) => sharedTargets(p)!);
  const actions = provisions[0]!.operations.map((op) => op.action);
  const targets: readonly Target[] = order.isWhole(listed, actions, earlier) ? [{ from: [{ kind: 'main' }] }] : order.inRanges(listed);
  return { operations: actions.map((action): Operation => ({ targets, action })) };
}

/** 本則の条の並び。条の増減や移動があった後は、番号から並びを決められない。 */
class ArticleOrder {
  stale = false;
  readonly #main: Element | undefined;
  readonly #nums: readonly ProvisionNum[];

  constructor(base: LawDocument) {
    const body = childElements(base.root).find((c) => c.tag === 'LawBody');
    this.#main = body && childElements(body).find((c) => c.tag === 'MainProvision');
    this.#nums = this.#main ? articleNums(this.#main) : [];
  }

  /** 三つ以上続いた条は「から…まで」。 */
  inRanges(targets: readonly Target[]): Target[] {
    if (this.stale) return [...targets];
    const result: Target[] = [];
    for (let i = 0; i < targets.length; ) {
      let end = i;
      while (end + 1 < targets.length && this.#follows(targets[end]!, targets[end + 1]!)) end += 1;
      if (end - i >= 2) result.push({ from: targets[i]!.from, through: targets[end]!.from });
      else result.push(...targets.slice(i, end + 1));
      i = end + 1;
    }
    return result;
  }

  #follows(a: Target, b: Target): boolean {
    const [x, y] = [wholeArticle(a), wholeArticle(b)];
    if (x === undefined || y === undefined) return false;
    const at = this.#nums.indexOf(x);
    return at >= 0 && this.#nums[at + 1] === y;
  }

  /** 本則のすべての条に及び、見出しや章名にはその字句がないか。 */
  isWhole(targets: readonly Target[], actions: readonly Action[], earlier: string): boolean {
    if (this.stale || !this.#main || this.#nums.length < 2 || targets.length !== this.#nums.length) return false;
    if (targets.some((t, i) => wholeArticle(t) !== this.#nums[i])) return false;
    const quotes = actions.flatMap(quotesOf).map((q) => q.text);
    if (quotes.some((q) => earlier.includes(JSON.stringify(q).slice(1, -1)))) return false;
    return titleRuns(this.#main).every((run) => quotes.every((q) => !writeRun(run).includes(q)));
  }
}

const quotesOf = (action: Action): readonly Quote[] =>
  action.kind === 'replaceWords' || action.kind === 'deleteWords' ? action.words : action.kind === 'insertWords' ? action.after : [];

/** 「第三条」だけの場所なら、その番号。 */
function wholeArticle({ from, through }: Target): ProvisionNum | undefined {
  const step = (from satisfies Location)[0];
  return !through && from.length === 1 && step?.kind === 'article' ? step.num : undefined;
}

const GROUPS: ReadonlySet<Tag> = new Set<Tag>(GROUP_TAGS);

function articleNums(container: Element): ProvisionNum[] {
  return childElements(container).flatMap((c) => (c.tag === 'Article' && c.num !== undefined ? [c.num] : GROUPS.has(c.tag) ? articleNums(c) : []));
}

/** 条の見出しと章名 */
function titleRuns(container: Element): Element[] {
  return childElements(container).flatMap((c): Element[] => {
    if (GROUPS.has(c.tag)) return titleRuns(c);
    if (c.tag !== 'Article') return [...runsOf(c)];
    return childElements(c).filter((x) => x.tag === 'ArticleCaption');
  });
}
