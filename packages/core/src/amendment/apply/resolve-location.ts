import { textOf, type ProvisionNum } from '../../text/element.js';
import type { Tag } from '../../text/tag.js';
import type { Location, Step, Target } from '../location.js';
import { findAmendClauses } from './amend-clause.js';
import { appendicesCalled, appendixTitle, isAppendix } from '../appendix/appendix-call.js';
import { ancestors, findOutermost, kids, kidsOf, type DraftNode } from './draft-tree.js';
import { foldName } from './fold-name.js';
import { locationName } from '../write/location-name.js';
import { findNamed, findNotes, findRemarks } from './appended-scope.js';
import { groupsOf, withNum } from './numbering.js';
import { findArticles, findCaptions, findEachItem, findGroupTitles, findItems, findLeads, findParagraphs, findSections, findSentences, findSubitems } from './provision-scope.js';
import type { ResolveContext, Scope } from './scope.js';
import { findColumns, findParts, findRows, isTable, tablesIn } from './table-scope.js';

export type Resolved =
  | { readonly ok: true; readonly scope: Scope }
  /** failedAt: 見つからなかった段。count が 2 以上なら一つに決まらず、candidates はその末尾の段の候補 */
  | { readonly ok: false; readonly location: Location; readonly failedAt: number; readonly count: number; readonly candidates: readonly Scope[] };

/** 改正の場所を探す。番号は今の木の番号。 */
export function resolveLocation(location: Location, context: ResolveContext): Resolved {
  let failed: Resolved | undefined;
  for (const reading of readings(location)) {
    const found = follow({ kind: 'root', nodes: [context.body] }, reading, 0, context);
    if (found.ok) return found;
    const resolved = { ...found, location };
    if (!failed || (!failed.ok && (resolved.failedAt > failed.failedAt || resolved.count > failed.count))) failed = resolved;
  }
  return byTitle(location, context) ?? failed!;
}

/** 段に分けて読めない題名（別記算式、様式第一別記）は、初めの幾段かの印字がそのまま題名の別表を探す。 */
function byTitle(location: Location, context: ResolveContext): Resolved | undefined {
  if (location[0]?.kind !== 'appendix') return undefined;
  for (let length = location.length; length > 0; length -= 1) {
    const name = foldName(locationName(location.slice(0, length), 'half'));
    const titled = kids(context.body).filter((n) => isAppendix(n) && foldName(textOf(appendixTitle(n) ?? '')).replace(/\(.*$/, '') === name);
    if (titled.length === 1) return follow({ kind: 'appendix', nodes: titled }, location, length, context);
  }
  return undefined;
}

/**
 * 印字だけでは区切りの決まらない呼び方の、あり得る読み方。
 * 「別表1の表」は別表第1とも、別表の区分1とも読める。「別表第三の七の二の項」は別表第三の七の二とも、別表第三の「七の二」の項とも読める。
 */
function* readings(location: Location): Generator<Location> {
  yield location;
  const at = location.findIndex((s) => s.kind === 'appendix');
  const appendix = location[at];
  if (appendix?.kind !== 'appendix') return;
  const before = location.slice(0, at);
  const rest = location.slice(at + 1);
  const next = rest[0];
  if (appendix.num === undefined) {
    if (next?.kind === 'section' && /^\d+$/.test(next.label)) yield [...before, { ...appendix, num: next.label as ProvisionNum }, ...rest.slice(1)];
    return;
  }
  const { kind, head } = appendix;
  const parts = appendix.num.split('_');
  if (rest.length > 0 || head.includes('＃')) yield [...before, { kind, head: head.replace(/第?＃号?/, '') }, { kind: 'section', label: parts.join('の') }, ...rest];
  for (let cut = parts.length - 1; cut > 0; cut -= 1) {
    const outer: Step = { kind, head, num: parts.slice(0, cut).join('_') as ProvisionNum };
    const inner = parts.slice(cut).join('の');
    if (next?.kind === 'row') yield [...before, outer, { kind: 'row', name: next.name === '' ? inner : `${inner}の${next.name}` }, ...rest.slice(1)];
    yield [...before, outer, { kind: 'section', label: inner }, ...rest];
  }
}

/** start の中で、from 段目から順に探す。 */
function follow(start: Scope, location: Location, from: number, context: ResolveContext): Resolved {
  let scope = start;
  for (let i = from; i < location.length; i += 1) {
    const step = location[i]!;
    const found = RESOLVERS[step.kind](scope, step as never, context);
    if (found.length !== 1) return { ok: false, location, failedAt: i, count: found.length, candidates: i === location.length - 1 ? found : [] };
    scope = scope.captions && !found[0]!.captions ? { ...found[0]!, captions: scope.captions } : found[0]!;
  }
  return { ok: true, scope };
}

/** 一つの場所、又は「第2条から第4条まで」。 */
export function resolveTarget(target: Target, context: ResolveContext): Resolved {
  const from = resolveLocation(target.from, context);
  if (!from.ok || !target.through) return from;
  const through = resolveLocation(target.through, context);
  if (!through.ok) return through;
  const [first, last] = [from.scope.nodes[0], through.scope.nodes.at(-1)];
  const nodes = first && last ? nodesBetween(first, last) : undefined;
  if (!nodes) return { ok: false, location: target.through, failedAt: target.through.length - 1, count: 0, candidates: [] };
  const captions = from.scope.captions || through.scope.captions;
  return { ok: true, scope: { kind: from.scope.kind, nodes, ...(captions ? { captions } : {}) } };
}

/** 同じ種類の節点を、文書順に初めから終わりまで。章をまたいでもよい。 */
function nodesBetween(first: DraftNode, last: DraftNode): DraftNode[] | undefined {
  const above = new Set(ancestors(first));
  let shared: DraftNode | undefined;
  for (const at of ancestors(last)) {
    if (above.has(at) && at !== first) {
      shared = at;
      break;
    }
  }
  if (!shared) return undefined;
  const series = shared === first.parent && shared === last.parent ? kids(shared).filter((n) => n.tag === first.tag) : findOutermost(shared, (n) => n.tag === first.tag);
  const [start, end] = [series.indexOf(first), series.indexOf(last)];
  return start < 0 || end < start ? undefined : series.slice(start, end + 1);
}

type Resolver<K extends Step['kind']> = (scope: Scope, step: Extract<Step, { readonly kind: K }>, context: ResolveContext) => Scope[];

/** 文書に一つしかない部分 */
const part = (tag: Tag) => (_scope: Scope, { kind }: Step, { body }: ResolveContext): Scope[] => {
  const nodes = kidsOf(body, tag);
  return nodes.length > 0 ? [{ kind, nodes }] : [];
};

/** 原始附則（幾つもあれば nth 番目）。改正附則（AmendLawNum がある）は別の法令のもの */
export const originalSuppl = (body: DraftNode, nth = 1): DraftNode | undefined => kidsOf(body, 'SupplProvision').filter((s) => s.attr['AmendLawNum'] === undefined)[nth - 1];

/** 条や表を、本則・別表を言わずに呼んだとき */
const provisions = (scope: Scope, { body }: ResolveContext): Scope => (scope.kind === 'root' ? { kind: 'main', nodes: kidsOf(body, 'MainProvision') } : scope);
const appended = (scope: Scope, { body }: ResolveContext): Scope => {
  if (scope.kind !== 'root') return scope;
  const appendices = kids(body).filter(isAppendix);
  return { kind: 'main', nodes: appendices.length > 0 ? appendices : kidsOf(body, 'MainProvision') };
};

const RESOLVERS: { readonly [K in Step['kind']]: Resolver<K> } = {
  title: part('LawTitle'),
  enactStatement: part('EnactStatement'),
  toc: part('TOC'),
  preamble: part('Preamble'),
  main: part('MainProvision'),
  suppl: (_scope, { nth }, { body }) => {
    const suppl = originalSuppl(body, nth);
    return suppl ? [{ kind: 'suppl', nodes: [suppl] }] : [];
  },
  closing: part('Closing'),
  group: (scope, { level, num }, context) => withNum(provisions(scope, context).nodes.flatMap((n) => groupsOf(n, level)), num, context.labels).map((node) => ({ kind: 'group', nodes: [node] })),
  article: (scope, { num }, context) => findArticles(provisions(scope, context), num, context),
  paragraph: (scope, { num }, context) => findParagraphs(provisions(scope, context), num, context),
  item: (scope, { num }, context) => findItems(provisions(scope, context), num, context),
  subitem: (scope, { label }, context) => findSubitems(provisions(scope, context), label, context),
  section: (scope, { label }, context) => findSections(appended(scope, context), label, context),
  caption: (scope) => findCaptions(scope),
  sharedCaption: (scope) => findCaptions(scope),
  captionIncluded: (scope) => [{ ...scope, captions: true }],
  groupTitle: (scope) => findGroupTitles(scope),
  sentence: (scope, step, context) => findSentences(provisions(scope, context), step.part),
  lead: (scope, _step, context) => findLeads(provisions(scope, context)),
  eachItem: (scope, _step, context) => findEachItem(provisions(scope, context)),
  appendix: (scope, step, { body }) => {
    const inSuppl = scope.kind === 'suppl' ? scope.nodes.flatMap((n) => kids(n).filter(isAppendix)) : [];
    return appendicesCalled(step, inSuppl.length > 0 ? inSuppl : kids(body).filter(isAppendix)).map((node) => ({ kind: 'appendix', nodes: [node] }));
  },
  relatedArticle: (scope) => {
    const runs = scope.nodes.flatMap((n) => kidsOf(n, 'RelatedArticleNum'));
    return runs.length > 0 ? [{ kind: 'relatedArticle', nodes: runs }] : [];
  },
  table: (scope, { nth }, context) => {
    const tables = tablesIn(appended(scope, context));
    if (nth !== undefined) return tables.slice(nth - 1, nth).map((t) => ({ kind: 'table', nodes: [t] }));
    return tables.length > 0 ? [{ kind: 'table', nodes: tables }] : [];
  },
  outsideTable: (scope) => [{ ...scope, kind: 'outsideTable', outside: scope.nodes.flatMap((n) => findOutermost(n, isTable)) }],
  outsideRemarks: (scope) => [{ ...scope, kind: 'outsideRemarks', outside: scope.nodes.flatMap((n) => findOutermost(n, (c) => c.tag === 'Remarks')) }],
  part: (scope, { name }, context) => findParts(appended(scope, context), name),
  row: (scope, { name }, context) => findRows(appended(scope, context), name),
  column: (scope, { name }, context) => findColumns(appended(scope, context), name),
  remarks: (scope, { num }, context) => findRemarks(appended(scope, context), num, context),
  note: (scope, { num }, context) => findNotes(appended(scope, context), num, context),
  amendClause: (scope, step, context) => findAmendClauses(scope.kind === 'root' ? { kind: 'root', nodes: [context.body] } : scope, step),
  named: (scope, { name }, context) => findNamed(scope, name, context),
};

