import { childElements, childOf, isElement, walk, type Element, type LawDocument } from '../../text/element.js';
import { GROUP_TAGS, type Tag } from '../../text/tag.js';
import { amendableParts } from '../amendable-parts.js';
import type { Consequence } from '../consequence.js';
import type { DraftingProfile } from '../profile.js';
import { writeRun } from '../run.js';
import { wordProposal } from './word-proposal.js';
import { referenceName } from './reference-name.js';
import type { Sides } from './reference-consequences.js';
import { scanReferences } from './scan-references.js';
import type { ProvisionIndex } from './provision-index.js';

/** 目次の一つの項目: 章名と、章に属する条の範囲 */
interface Entry {
  readonly title: Element;
  readonly range?: Element;
}

interface Group {
  readonly element: Element;
  readonly title: string;
  readonly articles: readonly Element[];
}

/**
 * 変更の後の章名・条の範囲と合わなくなった目次。
 * 旧で合っていた項目だけを見る（はじめから略した目次や、合わない目次は、変更のせいではない）。
 */
export function tocConsequences(base: LawDocument, next: LawDocument, { next: to, alignment, profile }: Sides): Consequence[] {
  const [olds, nows] = [tocEntries(base), tocEntries(next)];
  if (olds.length === 0 || nows.length === 0) return [];
  const [groupsBefore, groupsAfter] = [groupsOf(base), groupsOf(next)];
  const consequences: Consequence[] = [];
  const before = matched(groupsBefore, olds);
  const after = matched(groupsAfter, nows);
  const free = new Set(nows.filter((entry) => ![...after.values()].includes(entry)));
  for (const group of groupsAfter) {
    const origin = groupsBefore.find((g) => g.element.id === alignment.toBase.get(group.element.id)?.id);
    const old = origin && before.get(origin);
    if (origin === undefined || old === undefined) {
      if (origin === undefined && before.size === groupsBefore.length && !after.has(group)) consequences.push(missing(group, nows.at(-1)!));
      continue;
    }
    const entry = after.get(group);
    if (entry === undefined) {
      const stale = [...free].find((e) => titleOf(e) === origin.title);
      if (stale) consequences.push(change({ run: stale.title, old: old.title, start: 0, end: writeRun(stale.title).length, replacement: printedTitle(group.element), was: writeRun(stale.title), profile }));
      continue;
    }
    if (entry.range === undefined || old.range === undefined || !sameRange(old.range, origin)) continue;
    const text = writeRun(entry.range);
    const expected = rangeText(text, group, to);
    if (expected !== undefined && !sameRange(entry.range, group)) {
      consequences.push(change({ run: entry.range, old: old.range, start: 0, end: text.length, replacement: expected, was: text, profile }));
    }
  }
  for (const entry of free) {
    const gone = groupsBefore.find((g) => g.title === titleOf(entry) && !alignment.toNext.has(g.element.id));
    if (gone) consequences.push(change({ run: entry.title, start: 0, end: writeRun(entry.title).length, was: writeRun(entry.title), profile }));
  }
  return consequences;
}

const normal = (text: string): string => text.replace(/[\s　]/g, '');
const titleOf = ({ title }: Entry): string => normal(writeRun(title));

function tocEntries(document: LawDocument): Entry[] {
  const toc = amendableParts(document).find((part) => part.tag === 'TOC');
  if (!toc) return [];
  return [...walk(toc)].flatMap((element): Entry[] => {
    const title = childElements(element).find((c) => /^(?:Part|Chapter|Section|Subsection|Division)Title$/.test(c.tag));
    const range = childOf(element, 'ArticleRange');
    return title && element.tag.startsWith('TOC') ? [{ title, ...(range ? { range } : {}) }] : [];
  });
}

const GROUPS: ReadonlySet<Tag> = new Set<Tag>(GROUP_TAGS);

function groupsOf(document: LawDocument): Group[] {
  const groups: Group[] = [];
  const collect = (element: Element, open: readonly Element[][]): void => {
    for (const child of element.children.filter(isElement)) {
      if (GROUPS.has(child.tag)) {
        const articles: Element[] = [];
        groups.push({ element: child, title: normal(printedTitle(child)), articles });
        collect(child, [...open, articles]);
      } else if (child.tag === 'Article') for (const articles of open) articles.push(child);
    }
  };
  for (const part of amendableParts(document)) if (part.tag === 'MainProvision') collect(part, []);
  return groups;
}

function printedTitle(group: Element): string {
  const title = childElements(group).find((c) => c.tag === `${group.tag}Title`);
  return title ? writeRun(title) : '';
}

/** 章名の同じ項目と章を、並びの順に対応させる（「第一節　通則」は章ごとにある）。 */
function matched(groups: readonly Group[], entries: readonly Entry[]): Map<Group, Entry> {
  const waiting = new Map<string, Entry[]>();
  for (const entry of entries) waiting.set(titleOf(entry), [...(waiting.get(titleOf(entry)) ?? []), entry]);
  const counts = new Map([...waiting].map(([title, list]) => [title, list.length]));
  const pairs = new Map<Group, Entry>();
  const sizes = new Map<string, number>();
  for (const { title } of groups) sizes.set(title, (sizes.get(title) ?? 0) + 1);
  for (const group of groups) {
    // 同じ名の章と項目の数が合わないときは、どれがどれか決められない
    const sizeOfEntries = counts.get(group.title) ?? 0;
    if (sizes.get(group.title)! > 1 && sizes.get(group.title) !== sizeOfEntries) continue;
    const entry = waiting.get(group.title)?.shift();
    if (entry) pairs.set(group, entry);
  }
  return pairs;
}

const ends = (text: string): (string | undefined)[] => scanReferences(text).filter((r) => r.parts[0]?.kind === 'article').map((r) => r.parts[0]!.num);

function sameRange(range: Element, { articles }: Group): boolean {
  const nums = ends(writeRun(range));
  const [first, last] = [articles[0]?.num?.split(':')[0], articles.at(-1)?.num?.split(':').at(-1)];
  return nums.length > 0 && nums[0] === first && nums.at(-1) === last;
}

/** 「（第六条―第十条）」を、今の範囲に書き直したもの。 */
function rangeText(text: string, { articles }: Group, index: ProvisionIndex): string | undefined {
  const [first, last] = [articles[0], articles.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [open = '（', close = '）'] = [text[0], text.at(-1)];
  const name = (article: Element): string => referenceName(index, article);
  if (articles.length === 1) return `${open}${name(first)}${close}`;
  return `${open}${name(first)}${articles.length === 2 ? '・' : '―'}${name(last)}${close}`;
}

interface Change {
  readonly run: Element;
  readonly old?: Element;
  readonly start: number;
  readonly end: number;
  readonly replacement?: string;
  readonly was: string;
  readonly profile: DraftingProfile;
}

function change({ run, old, start, end, replacement, was, profile }: Change): Consequence {
  const after = writeRun(run);
  const proposal = old === undefined || replacement === undefined ? undefined : wordProposal({
    location: [{ kind: 'toc' }], before: writeRun(old), after, start, end, replacement, profile,
  });
  return {
    finding: { code: 'amendment.toc-mismatch', severity: 'warning', at: { node: run.id, provision: '目次' }, found: was, ...(replacement === undefined ? {} : { assumed: replacement }), data: { was, now: replacement ?? '' } },
    node: run.id, start, end, replacement: replacement ?? was,
    ...(proposal ? { proposal } : {}),
  };
}

/** 目次に無い新しい章。どこに加えるかは人が決める。 */
function missing(group: Group, near: Entry): Consequence {
  const now = printedTitle(group.element);
  const at = writeRun(near.title);
  return {
    finding: { code: 'amendment.toc-mismatch', severity: 'warning', at: { node: near.title.id, provision: '目次' }, data: { was: '', now } },
    node: near.title.id, start: at.length, end: at.length, replacement: '',
  };
}
