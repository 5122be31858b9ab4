import type { Element } from '../../text/element.js';
import type { Tag } from '../../text/tag.js';
import { hasLineBreak, quotedLines, tocNodes, tocRuns, tocText } from '../toc/toc-lines.js';
import { isTocHead, tocEntry, tocRank, type TocEntry } from '../toc/toc-entry.js';
import type { Target } from '../location.js';
import type { Action, Quote } from '../operation.js';
import { readInline } from '../run.js';
import { markAdded } from './block-nodes.js';
import { detach, insertAfter, kids, runText, thaw, touch, type DraftNode } from './draft-tree.js';
import { onlyDifference } from './edit-pieces.js';
import { editRun } from './mark-run.js';
import type { Scope } from './scope.js';
import type { ApplySession } from './session.js';

type WordAction = Extract<Action, { readonly kind: 'replaceWords' | 'insertWords' | 'deleteWords' }>;

/**
 * 目次の項目にわたる字句の改め・加え・削り。項目は一行ずつの字句とみて改め、できた行を標目によって章・節…に戻す。
 * 一つの項目の中の字句だけで済むなら何もせずに undefined（ふつうの字句の操作として当てる）。
 */
export function applyTocWords(session: ApplySession, target: Target, { kind, nodes }: Scope, action: WordAction): boolean | undefined {
  const [toc] = nodes;
  if (kind !== 'toc' || toc === undefined) return undefined;
  const quotes = action.kind === 'insertWords' ? action.after : action.words;
  const found = quotes.map((quote) => ({ quote, places: findPlaces(toc, quote) }));
  if (!found.some(({ places }) => places.some((p) => crossesEntries(p, action)))) return undefined;
  return found.map(({ quote }) => {
    const places = findPlaces(toc, quote);
    const location = `${session.nameOf(target)}中「${quote.text}」`;
    if (places.length > 1) return session.refuse('amendment.location-ambiguous', target.from, { location, count: places.length });
    if (places.length === 0) return session.refuse('amendment.words-not-found', target.from, { words: quote.text, location: session.nameOf(target), elsewhere: '' });
    replaceLines(session, toc, places[0]!, action);
    return true;
  }).every(Boolean);
}

/** 引用の当たった所: 行の範囲と、その初めの行の前・終わりの行の後に残る字 */
interface Place {
  readonly lines: readonly DraftNode[];
  readonly quoted: string;
  readonly before: string;
  readonly after: string;
  /** 一つの run の中か */
  readonly within: boolean;
}

function crossesEntries({ lines, before, after, within }: Place, action: WordAction): boolean {
  if (!within || lines.length > 1) return true;
  const added = action.kind === 'replaceWords' ? action.to : action.kind === 'insertWords' ? action.text : '';
  if (hasLineBreak(added) || quotedLines(added).length > 1) return true;
  if (action.kind === 'deleteWords') return before === '' && after === '';
  return action.kind === 'insertWords' && after === '' && isTocHead(quotedLines(added)[0]!);
}

const SPACE = /[\s　]/;
/** 行の区切りと空白、線の種類、字の幅は、引用した人によって違う */
const FOLDED: Readonly<Record<string, string>> = { '—': '―', '－': '―', '‐': '―', '─': '―', '-': '―', '(': '（', ')': '）' };
const fold = (text: string): string => [...text].filter((c) => !SPACE.test(c)).map((c) => FOLDED[c] ?? c).join('');

function findPlaces(toc: DraftNode, { text, until }: Quote): Place[] {
  const wanted = fold(quotedLines(text).join(''));
  if (wanted === '' || until !== undefined) return [];
  const nodes = tocNodes(toc);
  const chars: { readonly line: number; readonly at: number; readonly size: number }[] = [];
  let hay = '';
  const texts = nodes.map(tocText);
  texts.forEach((line, i) => {
    let at = 0;
    for (const c of line) {
      const folded = fold(c);
      for (let k = 0; k < folded.length; k += 1) chars.push({ line: i, at, size: c.length });
      hay += folded;
      at += c.length;
    }
  });
  const places: Place[] = [];
  for (let at = hay.indexOf(wanted); at >= 0; at = hay.indexOf(wanted, at + wanted.length)) {
    const [first, last] = [chars[at]!, chars[at + wanted.length - 1]!];
    const end = last.at + last.size;
    const [before, after] = [texts[first.line]!.slice(0, first.at), texts[last.line]!.slice(end)];
    places.push({
      lines: nodes.slice(first.line, last.line + 1), before: before.trim() === '' ? '' : before, after: after.trim() === '' ? '' : after,
      quoted: first.line === last.line ? texts[first.line]!.slice(first.at, end) : '',
      within: first.line === last.line && isWithinRun(nodes[first.line]!, first.at, end),
    });
  }
  return places;
}

function isWithinRun(node: DraftNode, start: number, end: number): boolean {
  let at = 0;
  for (const run of tocRuns(node)) {
    const size = runText(run).length;
    if (start >= at && end <= at + size) return true;
    at += size;
  }
  return false;
}

/** 当たった行を、改めた後の行に替える。 */
function replaceLines(session: ApplySession, toc: DraftNode, { lines, before, after, quoted }: Place, action: WordAction): void {
  const nodes = tocNodes(toc);
  const from = nodes.indexOf(lines[0]!);
  const last = nodes[from + lines.length - 1]!;
  if (action.kind === 'insertWords' && after === '') {
    const added = quotedLines(action.text);
    const inline = isTocHead(added[0]!) ? [] : [tocText(last) + added.shift()!];
    const made = inline.length === 0 ? [last] : reuse(session, [last], inline);
    return nest(session, toc, [...nodes.slice(0, from + lines.length - 1), ...made, ...added.map((line) => create(session, line)), ...nodes.slice(from + lines.length)]);
  }
  const to = action.kind === 'replaceWords' ? action.to : action.kind === 'insertWords' ? quoted + action.text : '';
  const texts = quotedLines(to);
  texts[0] = before + texts[0]!;
  texts[texts.length - 1] += after;
  const kept = reuse(session, lines, texts.filter((t) => t !== ''));
  nest(session, toc, [...nodes.slice(0, from), ...kept, ...nodes.slice(from + lines.length)]);
}

/** 同じ行・同じ標目の行は元の節点のまま使い、ほかは新しく作る。残った元の行は削られる。 */
function reuse(session: ApplySession, olds: readonly DraftNode[], texts: readonly string[]): DraftNode[] {
  const later = new Map(texts.map((text, i) => [text, i]));
  let next = 0;
  return texts.map((text, i) => {
    const same = olds.findIndex((old, k) => k >= next && tocText(old) === text);
    if (same >= 0) {
      next = same + 1;
      return olds[same]!;
    }
    const old = olds[next];
    const entry = tocEntry(text);
    if (old && old.tag === entry.tag && (later.get(tocText(old)) ?? -1) <= i && rewrite(session, old, entry)) {
      next += 1;
      return old;
    }
    return create(session, text);
  });
}

/** 元の項目の題と条の範囲を書き換える。形が違えば書き換えずに false。 */
function rewrite(session: ApplySession, node: DraftNode, { num, titleTag, title, range }: TocEntry): boolean {
  const runs = tocRuns(node);
  const [head, tail] = runs;
  if (head === undefined || runs.length > 2 || (titleTag === undefined ? head !== node : head.tag !== titleTag) || (tail && tail.tag !== 'ArticleRange')) return false;
  edit(session, head, title);
  if (tail && range !== undefined) edit(session, tail, range);
  else if (tail) {
    session.trace(tail, 'deleted');
    detach(tail);
  } else if (range !== undefined) {
    const made = thaw(leaf(session, 'ArticleRange', range), null);
    insertAfter(head, [made]);
    markAdded(session, [made]);
  }
  if (num !== undefined && node.num !== num) {
    node.num = num;
    touch(node);
  }
  return true;
}

const edit = (session: ApplySession, run: DraftNode, text: string): void => {
  if (runText(run) !== text) editRun(session, run, [onlyDifference(runText(run), text)]);
};

const leaf = (session: ApplySession, tag: Tag, text: string): Element => ({ tag, id: session.newId(), attr: {}, children: readInline(text, session.newId) });

function create(session: ApplySession, line: string): DraftNode {
  const { tag, num, titleTag, title, range } = tocEntry(line);
  const node = thaw(titleTag === undefined ? leaf(session, tag, title) : {
    tag, id: session.newId(), ...(num === undefined ? {} : { num }), attr: {},
    children: [leaf(session, titleTag, title), ...(range === undefined ? [] : [leaf(session, 'ArticleRange', range)])],
  }, null);
  markAdded(session, [node]);
  return node;
}

/** 行の並びを、編・章・節…の入れ子に戻す。 */
function nest(session: ApplySession, toc: DraftNode, nodes: readonly DraftNode[]): void {
  const kept = new Set(nodes);
  for (const old of tocNodes(toc)) if (!kept.has(old)) session.trace(old, 'deleted');
  const inside = new Map<DraftNode, DraftNode[]>([toc, ...nodes].map((n) => [n, []]));
  const open: DraftNode[] = [toc];
  for (const node of nodes) {
    const rank = tocRank(node.tag);
    const home = node.parent !== null && open.includes(node.parent) ? node.parent : toc;
    while (open.length > 1 && (rank >= 0 ? tocRank(open[open.length - 1]!.tag) >= rank : open[open.length - 1] !== home)) open.pop();
    inside.get(open[open.length - 1]!)!.push(node);
    if (rank >= 0) open.push(node);
  }
  for (const [holder, members] of inside) {
    const now = kids(holder).filter((c) => c.tag.startsWith('TOC'));
    if (now.length === members.length && now.every((c, i) => c === members[i])) continue;
    const first = holder.children.findIndex((c) => typeof c !== 'string' && c.tag.startsWith('TOC'));
    const own = holder.children.filter((c) => typeof c === 'string' || !c.tag.startsWith('TOC'));
    const at = first < 0 ? own.length : holder.children.slice(0, first).length;
    holder.children = [...own.slice(0, at), ...members, ...own.slice(at)];
    touch(holder);
  }
  for (const [holder, members] of inside) for (const member of members) member.parent = holder;
}
