import { textOf, type Element } from '../../text/element.js';
import type { FindingCode } from '../../text/finding-code.js';
import type { Consequence } from '../consequence.js';
import type { Alignment } from '../diff/alignment.js';
import type { DraftingProfile } from '../profile.js';
import { writeRun } from '../run.js';
import { locationName } from '../write/location-name.js';
import { pairReferences } from './pair-references.js';
import { locationOf, type IndexedRun, type ProvisionIndex } from './provision-index.js';
import { digitsOf, fullName, listName, referenceName } from './reference-name.js';
import { resolveHead, resolveWithin, type Resolver } from './resolve-reference.js';
import type { Reference, ReferencePart } from './scan-references.js';
import { runLocation, wordProposal } from './word-proposal.js';

export interface Sides {
  readonly profile: DraftingProfile;
  readonly base: ProvisionIndex;
  readonly next: ProvisionIndex;
  readonly alignment: Alignment;
}

/** 参照の指す先: 旧の節点と、それが新で在る所 */
interface Aim {
  readonly part: ReferencePart;
  readonly was: Element;
  readonly is: Element;
}

/**
 * 一つの run の、指す先がずれた参照。旧の文で引いた節点が、新では別の番号にあるか、無くなったもの。
 * 起案した人が既に書き換えた参照と、ほかの法令を引く参照は見ない。
 */
export function referenceConsequences(base: IndexedRun, next: IndexedRun, sides: Sides): Consequence[] {
  const [before, after] = [writeRun(base.run), writeRun(next.run)];
  const found: Consequence[] = [];
  const aims: (readonly Aim[])[] = [];
  const from: Resolver = { index: sides.base, place: base.place };
  const to: Resolver = { index: sides.next, place: next.place };
  for (const [n, pair] of pairReferences(before, after).entries()) {
    aims[n] = [];
    if (pair.base.outside || pair.next.outside || pair.base.suppl !== pair.next.suppl) continue;
    if (pair.changed) {
      aims[n] = authored(pair.base, pair.next, from, to);
      continue;
    }
    const received = pair.after === undefined ? [] : aims[pair.after]!;
    if (pair.next.after !== undefined && received.length === 0) continue;
    const checked = follow(pair.base, pair.next, { from, to, received: pair.next.after === undefined ? undefined : received, alignment: sides.alignment });
    aims[n] = checked.aims;
    // 附則の経過措置が引く本則の規定は、無くなっても書き換えない慣行である
    const transitional = next.place.part === 'suppl' && !pair.next.suppl && checked.trouble?.kind === 'dangling';
    if (checked.trouble && !transitional) found.push(report(checked.trouble, { base, next, before, after, sides, reference: pair.next }));
  }
  return found;
}

/** 書き換えられた参照の指す先。続く「及び第二項」が受けるときのために引いておく。 */
function authored(base: Reference, next: Reference, from: Resolver, to: Resolver): Aim[] {
  const aims: Aim[] = [];
  let [was, is] = [resolveHead(from, base, base.parts[0]!)[0], resolveHead(to, next, next.parts[0]!)[0]];
  for (let i = 0; was !== undefined && is !== undefined; i += 1) {
    aims.push({ part: next.parts[i]!, was, is });
    const [a, b] = [base.parts[i + 1], next.parts[i + 1]];
    if (a === undefined || b === undefined || a.kind !== b.kind) break;
    [was, is] = [resolveWithin(from.index, was, a), resolveWithin(to.index, is, b)];
  }
  return aims;
}

interface Trouble {
  readonly kind: 'shifted' | 'dangling';
  readonly start: number;
  readonly end: number;
  readonly was: readonly Element[];
  readonly now: readonly Element[];
  /** 直した語。無ければ決められない */
  readonly replacement?: string;
}

interface Following {
  readonly from: Resolver;
  readonly to: Resolver;
  readonly received: readonly Aim[] | undefined;
  readonly alignment: Alignment;
}

/** 参照の部分を上位から順に引き、旧の指す先の行方と、新で読んだときの指す先を比べる。 */
function follow(base: Reference, next: Reference, { from, to, received, alignment }: Following): { aims: readonly Aim[]; trouble?: Trouble } {
  const aims: Aim[] = [];
  for (const [i, part] of next.parts.entries()) {
    const own = base.parts[i];
    if (own === undefined || part.form === 'same') return { aims };
    const above = i > 0 ? aims[i - 1] : received && parentFor(received, part);
    let was: readonly Element[];
    let now: readonly Element[];
    if (i > 0 || received !== undefined) {
      if (above === undefined) return { aims };
      was = some(resolveWithin(from.index, above.was, own));
      now = some(resolveWithin(to.index, above.is, part));
    } else {
      was = resolveHead(from, base, own);
      now = resolveHead(to, next, part);
    }
    if (was.length === 0) return { aims };
    const moved = was.map((node) => alignment.toNext.get(node.id));
    const is = moved.every((node) => node !== undefined) ? (moved as Element[]) : undefined;
    if ((is ?? now).length > 0 && (is === undefined || sameNodes(is, now)) && now.every(isDeleted) && !was.every(isDeleted)) {
      return { aims, trouble: { kind: 'dangling', start: next.start, end: next.end, was, now: [] } };
    }
    if (is === undefined) {
      // 対応の取れない新しい規定がその番号にあれば、同じ番号で書き直したものとみる
      const rewritten = now.length === was.length && now.every((node, k) => moved[k] === node || (moved[k] === undefined && !alignment.toBase.has(node.id)));
      if (!rewritten) return { aims, trouble: { kind: 'dangling', start: next.start, end: next.end, was, now } };
    } else if (!sameNodes(is, now)) {
      return { aims, trouble: { kind: 'shifted', start: i === 0 ? next.start : part.start, end: part.end, was, now, ...replace(is, part, above, { to, next, i }) } };
    }
    aims.push({ part, was: was[0]!, is: (is ?? now)[0]! });
    if (part.count > 1) break;
  }
  return { aims };
}

const sameNodes = (a: readonly Element[], b: readonly Element[]): boolean => a.length === b.length && a.every((node, k) => node.id === b[k]!.id);

const some = (element: Element | undefined): readonly Element[] => (element ? [element] : []);

/** 「第三条第一項及び第二項」の第二項が受けるのは第三条 */
function parentFor(received: readonly Aim[], part: ReferencePart): Aim | undefined {
  const at = received.findIndex((aim) => aim.part.kind === part.kind);
  if (at > 0) return received[at - 1];
  return at === 0 ? undefined : received.at(-1);
}

function replace(is: readonly Element[], part: ReferencePart, above: Aim | undefined, { to, next, i }: { to: Resolver; next: Reference; i: number }): { replacement?: string } {
  const { index, place } = to;
  // 上位の中で番号だけが変わったか。よその条へ移ったなら、上位から書き直すのは人に任せる
  const under = above?.is ?? (part.kind === 'paragraph' && !next.suppl ? place.holder : part.kind === 'item' ? place.paragraph : undefined);
  if (under !== undefined && is.some((node) => !within(index, under, node))) return i > 0 ? {} : { replacement: listName(index, is, fullName) };
  return { replacement: (next.suppl && i === 0 && part.kind === 'paragraph' ? '附則' : '') + listName(index, is, referenceName) };
}

function within(index: ProvisionIndex, parent: Element, node: Element): boolean {
  const place = index.place(node);
  return place !== undefined && [place.article, place.holder, place.paragraph, ...place.groups].includes(parent);
}

/** 「第三条　削除」 */
function isDeleted(node: Element): boolean {
  const text = textOf(node).replace(/\s/g, '');
  return text === '削除' || text.endsWith('削除') && text.length <= 12;
}

const RELATED = '関係';

interface Reporting {
  readonly base: IndexedRun;
  readonly next: IndexedRun;
  readonly before: string;
  readonly after: string;
  readonly sides: Sides;
  readonly reference: Reference;
}

function report(trouble: Trouble, { base, next, before, after, sides }: Reporting): Consequence {
  const { start } = trouble;
  const related = next.run.tag === 'RelatedArticleNum';
  // 関係条は「第3条関係」までを一語とする
  const tail = related && after.startsWith(RELATED, trouble.end) ? RELATED : '';
  const end = trouble.end + tail.length;
  const replacement = trouble.replacement === undefined ? undefined : trouble.replacement + tail;
  const words = after.slice(start, end);
  const code: FindingCode = trouble.kind === 'dangling' ? 'amendment.reference-dangling' : related ? 'amendment.related-article-wrong' : 'amendment.reference-shifted';
  const proposal = replacement === undefined ? undefined : wordProposal({ location: runLocation(sides.base, base), before, after, start, end, replacement, profile: sides.profile });
  return {
    finding: {
      code,
      severity: 'warning',
      at: { node: next.run.id, provision: provisionOf(sides.next, next) },
      found: words,
      ...(replacement === undefined ? {} : { assumed: replacement }),
      data: { words, was: listName(sides.base, trouble.was, fullName), now: listName(sides.next, trouble.now, fullName) },
    },
    node: next.run.id,
    start,
    end,
    replacement: replacement ?? words,
    ...(proposal ? { proposal } : {}),
  };
}

/** 人が読む場所（第4条第2項、別表第1） */
export function provisionOf(index: ProvisionIndex, { place, run }: IndexedRun): string {
  if (place.appendix) return referenceName(index, place.appendix);
  const name = locationName(locationOf(index, place), digitsOf(index.labels));
  return run.tag === 'ArticleCaption' ? `${name}の見出し` : name;
}
