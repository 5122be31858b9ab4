import type { ProvisionNum } from '../../text/element.js';
import { formOf, readLabel, writeLabel } from '../../text/label.js';
import { isLabelled, SUBITEM_TAGS, type Tag } from '../../text/tag.js';
import type { Location, Step, Target } from '../location.js';
import type { Action } from '../operation.js';
import { renamedCell, rowsNamed, tableNames } from '../table/table-names.js';
import { append, closest, detach, insertAfter, insertBefore, kidOf, kids, kidsOf, runText, thaw, type DraftNode } from './draft-tree.js';
import { moveAppendix } from './move-appendix.js';
import { rewriteRun } from './mark-run.js';
import { articlesOf, numOf, withNum } from './numbering.js';
import { placeInOrder, renumber, siblingsOf } from './renumber.js';
import { isAppendix } from '../appendix/appendix-call.js';
import { resolveLocation } from './resolve-location.js';
import type { Scope } from './scope.js';
import { seriesHolder } from './series-watch.js';
import type { ApplySession } from './session.js';

const SUBITEMS: readonly Tag[] = SUBITEM_TAGS;

/** 第四条を第五条とする。番号を付け替え、番号の順の所へ置く。 */
export function applyMove(session: ApplySession, target: Target, scope: Scope, to: Location): boolean {
  const last = to.at(-1);
  const node = scope.nodes[0];
  if (!last || !node || target.through) return session.refuseScope(target.from, 'move');
  const renamed = target.from.at(-1);
  if (renamed?.kind === 'row' && last.kind === 'row') return renameRow(session, target, scope, to, renamed.name, last.name);
  if (scope.nodes.length !== 1 || scope.spans || scope.outside) return session.refuseScope(target.from, 'move');
  if (session.rewritten.has(node.id)) return session.refuse('amendment.rewrite-and-move', target.from, { location: session.name(target.from) });
  if (isAppendix(node)) return last.kind === 'appendix' ? moveAppendix(session, target, node, to, last) : session.refuseScope(target.from, 'move');
  if (node.tag === 'MainProvision' || node.tag === 'SupplProvision') return wrap(session, target, node, last);
  if (node.tag === 'Article' && last.kind === 'paragraph') return articleToParagraph(session, target, node, to, last.num);
  if (node.tag === 'Paragraph' && last.kind === 'article') return paragraphToArticle(session, target, node, to, last.num);
  const num = numOfStep(session, node, last);
  if (num === undefined) return session.refuseScope(target.from, 'move');
  return moveNode(session, target, node, to, num);
}

/** 移した先の番号。細分・区分は印字の標目から */
function numOfStep(session: ApplySession, node: DraftNode, step: Step): ProvisionNum | undefined {
  if ((step.kind === 'article' && node.tag === 'Article') || (step.kind === 'paragraph' && node.tag === 'Paragraph')) return step.num;
  if (step.kind === 'item') return node.tag === 'Item' || SUBITEMS.includes(node.tag) ? step.num : undefined;
  if (step.kind === 'group') return node.tag === step.level ? step.num : undefined;
  if (step.kind === 'remarks' || step.kind === 'note') return isLabelled(node.tag) ? step.num : undefined;
  if (step.kind !== 'subitem' && step.kind !== 'section') return undefined;
  if (node.tag !== 'Item' && !SUBITEMS.includes(node.tag)) return undefined;
  // 文書の多くがア・イ・ウでも、イ・ロ・ハと数える号では、いまの標目の書きぶりで読む
  const form = formOf(node, session.labels) ?? session.labels[node.tag as keyof typeof session.labels];
  const candidates = readLabel(step.label);
  return (candidates.find((c) => c.form === form) ?? candidates[0])?.num;
}

function moveNode(session: ApplySession, target: Target, node: DraftNode, to: Location, num: ProvisionNum): boolean {
  const holder = seriesHolder(node);
  const home = destination(session, node, to);
  if (!home) return session.refuse('amendment.location-not-found', target.from, { location: session.name(to.slice(0, -1)), nearest: '' });
  session.touchSeries(holder, node.tag);
  session.touchSeries(home.series, node.tag);
  const members = node.tag === 'Article' ? articlesOf(home.series) : kidsOf(home.series, node.tag);
  if (withNum(members, num, session.labels).some((n) => n !== node)) return session.refuse('amendment.number-occupied', target.from, { location: session.name(to) });
  session.trace(node, 'moved');
  renumber(session, node, num);
  if (/^(?:Part|Chapter|Section|Subsection|Division)$/.test(node.tag)) retitle(session, node, num);
  if (home.series !== holder || home.parent !== undefined) relocate(node, home.parent ?? home.series, members);
  placeInOrder(session, node, node.tag === 'Article' ? articlesOf(home.series) : siblingsOf(node));
  return true;
}

/** 並びの持ち主が替わるときの置き場。まず末尾に置き、番号の順に直す。 */
function relocate(node: DraftNode, parent: DraftNode, members: readonly DraftNode[]): void {
  if (node.parent === parent) return;
  const inside = members.filter((m) => m.parent === parent && m !== node);
  detach(node);
  const last = inside.at(-1);
  if (last) insertAfter(last, [node]);
  else append(parent, [node]);
}

/** 移す先の並びと、章などの置き場が言われていればその章。 */
function destination(session: ApplySession, node: DraftNode, to: Location): { readonly series: DraftNode; readonly parent?: DraftNode } | undefined {
  const outer = to.slice(0, -1);
  if (node.tag === 'Article') {
    if (outer.length === 0) return { series: closest(node, 'MainProvision') ?? kidOf(session.body, 'MainProvision')! };
    const place = resolveLocation(outer, session);
    if (!place.ok) return undefined;
    const parent = place.scope.nodes[0]!;
    const series = closest(parent, 'MainProvision', 'SupplProvision', 'NewProvision');
    return series && { series, ...(outer.at(-1)!.kind === 'group' ? { parent } : {}) };
  }
  const place = resolveLocation(outer, session);
  if (!place.ok) return outer.length === 0 ? { series: node.parent! } : undefined;
  const container = place.scope.nodes[0]!;
  if (container === node.parent || closest(node.parent!, container.tag) === container) {
    // 「第九条第三号」は条の中の項の号。今の持ち主が移す先の中にあれば、そこに残る
    return { series: node.parent! };
  }
  const level = containerFor(container, node.tag);
  return level && { series: level };
}

/** その種類を直に持てる節点 */
function containerFor(container: DraftNode, tag: Tag): DraftNode | undefined {
  if (tag === 'Item' && container.tag === 'Article') {
    const paragraphs = kidsOf(container, 'Paragraph');
    return paragraphs.length === 1 ? paragraphs[0] : undefined;
  }
  return container;
}

const COUNTER: Readonly<Record<string, string>> = { Part: '編', Chapter: '章', Section: '節', Subsection: '款', Division: '目' };

/** 章名の「第三章」を付け替える。 */
function retitle(session: ApplySession, node: DraftNode, num: ProvisionNum): void {
  const title = kids(node).find((c) => c.tag === `${node.tag}Title`);
  if (!title) return;
  const text = runText(title);
  const m = new RegExp(`^[\\s　]*第[^${COUNTER[node.tag]}]{1,9}${COUNTER[node.tag]}(?:の[0-9０-９一二三四五六七八九十]+)*`).exec(text);
  if (!m) return;
  const printed = session.name([{ kind: 'group', level: node.tag as never, num }]);
  rewriteRun(session, title, printed + text.slice(m[0].length));
}

/** 第五条を同条第二項とする。条の中身（一つの項）が、その番号の項になる。 */
function articleToParagraph(session: ApplySession, target: Target, article: DraftNode, to: Location, num: ProvisionNum): boolean {
  const paragraphs = kidsOf(article, 'Paragraph');
  const place = resolveLocation(to.slice(0, -1), session);
  if (paragraphs.length !== 1 || !place.ok) return session.refuseScope(target.from, 'move');
  const home = place.scope.nodes[0]!;
  const paragraph = paragraphs[0]!;
  if (home !== article) {
    session.touchSeries(seriesHolder(article), 'Article');
    session.trace(article, 'deleted');
    detach(article);
  }
  session.touchSeries(home, 'Paragraph');
  const siblings = kidsOf(home, 'Paragraph');
  if (withNum(siblings, num, session.labels).some((p) => p !== paragraph)) return session.refuse('amendment.number-occupied', target.from, { location: session.name(to) });
  if (home !== article) {
    detach(paragraph);
    append(home, [paragraph]);
  }
  session.trace(paragraph, 'moved');
  renumber(session, paragraph, num);
  placeInOrder(session, paragraph, siblingsOf(paragraph));
  return true;
}

/** 第五条第二項を第六条とする。 */
function paragraphToArticle(session: ApplySession, target: Target, paragraph: DraftNode, to: Location, num: ProvisionNum): boolean {
  const holder = closest(paragraph, 'MainProvision', 'SupplProvision');
  const from = closest(paragraph, 'Article');
  if (!holder || !from) return session.refuseScope(target.from, 'move');
  if (withNum(articlesOf(holder), num, session.labels).length > 0) return session.refuse('amendment.number-occupied', target.from, { location: session.name(to) });
  session.touchSeries(holder, 'Article');
  session.touchSeries(from, 'Paragraph');
  const article = wrapInArticle(session, [paragraph], num);
  insertAfter(from, [article]);
  placeInOrder(session, article, articlesOf(holder));
  session.trace(paragraph, 'moved');
  renumber(session, paragraph, '1' as ProvisionNum);
  return true;
}

function wrapInArticle(session: ApplySession, paragraphs: readonly DraftNode[], num: ProvisionNum): DraftNode {
  const article = thaw({ tag: 'Article', id: session.newId(), num, attr: {}, children: [] }, null);
  session.addedBy.set(article.id, session.operation);
  session.trace(article, 'added');
  for (const paragraph of paragraphs) detach(paragraph);
  append(article, paragraphs);
  return article;
}

/** 本則を第一条とする・附則を附則第一項とする（一項だけの規程を条建て・項建てに直す）。 */
function wrap(session: ApplySession, target: Target, part: DraftNode, last: Step): boolean {
  const paragraphs = kidsOf(part, 'Paragraph');
  if (articlesOf(part).length > 0 || paragraphs.length === 0) return session.refuseScope(target.from, 'move');
  if (last.kind === 'article') {
    session.touchSeries(part, 'Article');
    const before = paragraphs[0]!.parent!.children.indexOf(paragraphs[0]!);
    const article = wrapInArticle(session, paragraphs, last.num);
    const next = part.children[before];
    if (next !== undefined && typeof next !== 'string') insertBefore(next, [article]);
    else append(part, [article]);
    return true;
  }
  if (last.kind !== 'paragraph' || paragraphs.length !== 1) return session.refuseScope(target.from, 'move');
  session.touchSeries(part, 'Paragraph');
  session.trace(paragraphs[0]!, 'moved');
  renumber(session, paragraphs[0]!, last.num);
  return printFirst(session, paragraphs[0]!);
}

/** 番号の無い一項だけの附則に、番号を印字する。 */
function printFirst(session: ApplySession, paragraph: DraftNode): boolean {
  const num = numOf(paragraph, session.labels);
  const printed = num === undefined ? undefined : writeLabel(session.labels.Paragraph, num);
  if (printed !== undefined && num === '1' && !paragraph.label) paragraph.label = printed;
  return true;
}

/** オの項をカの項とする。左端の欄の呼び名を替える。 */
function renameRow(session: ApplySession, target: Target, scope: Scope, to: Location, old: string, name: string): boolean {
  const names = tableNames(scope.table!);
  const inPart = to.some((s) => s.kind === 'part') ? scope.rows : undefined;
  const taken = rowsNamed(names, name, inPart);
  if ('found' in taken || taken.count > 0) return session.refuse('amendment.number-occupied', target.from, { location: session.name(to) });
  const cell = kids(scope.nodes[0]!).find((c) => names.names.some((n) => n.from === scope.rows!.from && n.name === runText(c))) ?? kids(scope.nodes[0]!)[0];
  if (!cell) return session.refuseScope(target.from, 'move');
  session.trace(scope.nodes[0]!, 'moved');
  rewriteRun(session, cell, renamedCell(runText(cell), old, name));
  return true;
}

/** 一条ずつ繰り下げる。番号の当たらない順に一つずつ移す。 */
export function applyShift(session: ApplySession, target: Target, scope: Scope, action: Extract<Action, { readonly kind: 'shift' }>): boolean {
  if (scope.spans || scope.outside || scope.nodes.length === 0) return session.refuseScope(target.from, 'shift');
  const nodes = action.by > 0 ? [...scope.nodes].reverse() : [...scope.nodes];
  for (const node of nodes) {
    const num = numOf(node, session.labels);
    if (num === undefined || node.tag !== nodes[0]!.tag) return session.refuseScope(target.from, 'shift');
    const shifted = shiftNum(num, action.by);
    if (shifted === undefined) return session.refuseScope(target.from, 'shift');
    if (session.rewritten.has(node.id)) return session.refuse('amendment.rewrite-and-move', target.from, { location: session.name(target.from) });
    const to = withLastNum(target.from, shifted);
    if (!to || !moveNode(session, target, node, to, shifted)) return to ? false : session.refuseScope(target.from, 'shift');
  }
  return true;
}

/** 枝番号は末尾の番号が、枝番号でなければその番号がずれる。 */
function shiftNum(num: ProvisionNum, by: number): ProvisionNum | undefined {
  const shifted = num.split(':').map((one) => {
    const parts = one.split('_').map(Number);
    parts[parts.length - 1]! += by;
    return parts.every((p) => p > 0) ? parts.join('_') : undefined;
  });
  return shifted.includes(undefined) ? undefined : (shifted.join(':') as ProvisionNum);
}

function withLastNum(location: Location, num: ProvisionNum): Location | undefined {
  const last = location.at(-1);
  if (!last) return undefined;
  if (last.kind === 'article' || last.kind === 'paragraph' || last.kind === 'item' || last.kind === 'group' || last.kind === 'remarks') return [...location.slice(0, -1), { ...last, num }];
  return last.kind === 'subitem' || last.kind === 'section' ? location : undefined;
}
