import { textOf } from '../../text/element.js';
import { isLabelled } from '../../text/tag.js';
import type { Target } from '../location.js';
import type { Action, Block } from '../operation.js';
import { readRowLine } from '../table/row-line.js';
import { applyAdd } from './apply-add.js';
import { removeNode } from './apply-delete.js';
import { blockText, markAdded, printedLabel, readNodes, titleText } from './block-nodes.js';
import { append, detach, insertAfter, insertBefore, kids, kidsOf, touch, type DraftNode } from './draft-tree.js';
import { foldName } from './fold-name.js';
import { locate } from './locate.js';
import { editRun, rewriteRun } from './mark-run.js';
import type { Scope } from './scope.js';
import { seriesHolder } from './series-watch.js';
import type { ApplySession } from './session.js';
import { isPlainRows, isTableLine, spliceTable } from './table-rows.js';

/** 新しい規定の本文（ブロック）を持つ動作。 */
export function applyBlock(session: ApplySession, targets: readonly Target[], action: Extract<Action, { readonly kind: 'replaceWhole' | 'add' }>): boolean {
  if (action.kind === 'add') return targets.length > 0 && targets.map((target) => applyAdd(session, target, action)).every(Boolean);
  const scopes: Scope[] = [];
  for (const target of targets) {
    const scope = locate(session, target, (candidates) => sameTitled(candidates, action.block));
    if (!scope) return false;
    scopes.push(scope);
  }
  const [first] = targets;
  return first !== undefined && replaceWhole(session, first, mergeScopes(scopes), action.block);
}

/** 同じ題名の様式が幾つもあるときは、ブロックの題名の行（関係条を含む）と同じ印字のもの。 */
function sameTitled(candidates: readonly Scope[], block: Block): Scope | undefined {
  const [line] = block.lines;
  const same = candidates.filter(({ kind, nodes }) => kind === 'appendix' && line !== undefined && foldName(appendixHeadText(nodes[0]!)) === foldName(line));
  return same.length === 1 ? same[0] : undefined;
}

/** 題名と関係条の印字 */
const appendixHeadText = (node: DraftNode): string => kids(node).filter((c) => c.tag === `${node.tag}Title` || c.tag === 'RelatedArticleNum').map(textOf).join('');

/** 「第三条及び第四条を次のように改める」は、二つの場所に一つのブロック。 */
function mergeScopes(scopes: readonly Scope[]): Scope {
  const [first] = scopes;
  if (scopes.length === 1) return first!;
  const nodes = [...new Set(scopes.flatMap((s) => s.nodes))];
  const spans = scopes.every((s) => s.spans) ? scopes.flatMap((s) => s.spans!) : undefined;
  const rows = scopes.every((s) => s.rows && s.table === first!.table)
    ? { from: Math.min(...scopes.map((s) => s.rows!.from)), to: Math.max(...scopes.map((s) => s.rows!.to)) }
    : undefined;
  return { kind: first!.kind, nodes, ...(spans ? { spans } : {}), ...(rows ? { table: first!.table!, rows } : {}) };
}

/** 全部を改める。 */
function replaceWhole(session: ApplySession, target: Target, scope: Scope, block: Block): boolean {
  if (scope.kind === 'column') return replaceCells(session, target, scope, block);
  if (scope.rows && scope.table) return replaceRows(session, target, scope, block);
  if (scope.spans) {
    if (scope.spans.length !== 1) return session.refuseScope(target.from, 'replaceWhole');
    const { run, start, end } = scope.spans[0]!;
    editRun(session, run, [{ start, end, text: blockText(block) }]);
    return true;
  }
  const [only] = scope.nodes;
  if (scope.nodes.length === 1 && TEXT.test(only!.tag)) {
    rewriteRun(session, only!, titleText(block));
    return true;
  }
  return replaceNodes(session, target, scope, block);
}

const TEXT = /(?:Title|Caption|Label|RelatedArticleNum|EnactStatement)$/;

function replaceRows(session: ApplySession, target: Target, scope: Scope, block: Block): boolean {
  const { from, to } = scope.rows!;
  const unread = block.lines.find((l) => !isTableLine(l));
  if (unread !== undefined) return session.refuse('amendment.block-unread', target.from, {}, unread);
  if (spliceTable(session, scope.table!, from, to - from, block.lines)) {
    for (const row of scope.nodes.slice(block.lines.length)) session.trace(row, 'deleted');
    for (const row of scope.nodes.slice(0, block.lines.length)) session.trace(row, 'replaced');
    return true;
  }
  if (isPlainRows(block)) return session.refuse('amendment.block-unread', target.from, {}, block.lines[0] ?? '');
  // 欄に号の並ぶ表など、升目だけでは書けない行は、行ごと入れ替える
  const made = readNodes(session, { target, block, tags: ['TableRow'], holder: scope.table!, model: scope.nodes[0] });
  return made !== undefined && exchange(session, target, scope.nodes, made);
}

/** 欄の全部を改める。ブロックは「｜…｜」の形でも、文のままでもよい。 */
function replaceCells(session: ApplySession, target: Target, scope: Scope, block: Block): boolean {
  const rows = block.lines.map(readRowLine);
  const texts = rows.every((r) => r !== undefined) ? rows.flatMap((slots) => slots.map((slot) => ('text' in slot ? slot.text : ''))) : [blockText(block)];
  if (texts.length !== scope.nodes.length) return session.refuse('amendment.count-mismatch', target.from, { unit: '欄', expected: scope.nodes.length, actual: texts.length });
  scope.nodes.forEach((cell, i) => rewriteRun(session, cell, texts[i]!));
  return true;
}

function replaceNodes(session: ApplySession, target: Target, scope: Scope, block: Block): boolean {
  // 表は、題名などを持つ枠ごと改める
  let nodes = scope.nodes.map((n) => (n.tag === 'Table' && n.parent?.tag === 'TableStruct' ? n.parent : n));
  // 「第三条を次のように改める」に条名の無い本文が続くときは、その条の項を改める
  if (nodes.length === 1 && nodes[0]!.tag === 'Article' && !block.lines.some((l) => ARTICLE_HEAD.test(l))) nodes = kidsOf(nodes[0]!, 'Paragraph');
  const [first] = nodes;
  if (!first?.parent) return session.refuseScope(target.from, 'replaceWhole');
  const tags = [...new Set(nodes.map((n) => n.tag))];
  const made = readNodes(session, { target, block, tags, holder: first.parent, model: first });
  if (!made) return false;
  if (scope.kind === 'outsideRemarks' || scope.kind === 'outsideTable') return replaceOutside(session, scope, made);
  const stray = made.find((m) => !tags.includes(m.tag));
  if (stray) return session.refuse('amendment.block-number', target.from, { expected: printedLabel(session, first), actual: printedLabel(session, stray) });
  return exchange(session, target, nodes, made);
}

/** 条名で始まる行。配字だけでは書けない条には「〔条 第三条：〕」の印がある */
const ARTICLE_HEAD = /^[\s　]*(?:〔条 )?第[^条]{1,12}条/;

/** 新しい節点に入れ替える。同じ番号のものは同じ id のまま残る。 */
function exchange(session: ApplySession, target: Target, nodes: readonly DraftNode[], made: readonly DraftNode[]): boolean {
  const pairs = pairUp(session, target, nodes, made);
  if (!pairs) return false;
  const gone = nodes.filter((n) => !pairs.has(n));
  for (const node of nodes) session.touchSeries(seriesHolder(node), node.tag);
  let previous: DraftNode | undefined;
  const placed = new Map([...pairs].map(([node, next]) => [next, node]));
  for (const next of made) {
    const node = placed.get(next);
    if (node) {
      substitute(session, node, next);
    } else {
      if (previous) insertAfter(previous, [next]);
      else insertBefore(nodes[0]!.parent ? nodes[0]! : [...pairs.values()][0]!, [next]);
      markAdded(session, [next]);
      session.statedNumbers.add(next.id);
    }
    previous = next;
  }
  for (const node of gone) removeNode(session, node);
  return true;
}

/** node の場所に next を置き、id を引き継ぐ。 */
function substitute(session: ApplySession, node: DraftNode, next: DraftNode): void {
  insertBefore(node, [next]);
  const { parent } = node;
  parent!.children.splice(parent!.children.indexOf(node), 1);
  node.parent = null;
  next.id = node.id;
  touch(next);
  // 番号を印字しない項は、改めた後も印字しない
  if (next.tag === 'Paragraph' && node.num !== undefined && next.num !== node.num) {
    next.num = node.num;
    if (next.label === undefined && node.label === '') next.label = node.label;
  }
  if (isLabelled(next.tag) && next.num === node.num && next.label === undefined && node.label === null) next.label = null;
  session.addedBy.set(next.id, session.operation);
  session.rewritten.set(next.id, session.operation);
  session.statedNumbers.add(next.id);
  session.trace(next, 'replaced');
}

/** 同じ番号どうし、残りは順に対応させる。数が同じなのに番号が違えば、ブロックの標目の誤りである。 */
function pairUp(session: ApplySession, target: Target, nodes: readonly DraftNode[], made: readonly DraftNode[]): Map<DraftNode, DraftNode> | undefined {
  const pairs = new Map<DraftNode, DraftNode>();
  if (nodes.length === made.length) {
    for (const [i, node] of nodes.entries()) {
      const next = made[i]!;
      if (!sameNumber(node, next)) {
        session.refuse('amendment.block-number', target.from, { expected: printedLabel(session, node), actual: printedLabel(session, next) });
        return undefined;
      }
      pairs.set(node, next);
    }
    return pairs;
  }
  const byNum = new Map(made.map((m) => [`${m.tag} ${m.num}`, m]));
  for (const node of nodes) {
    const next = node.num === undefined ? undefined : byNum.get(`${node.tag} ${node.num}`);
    if (next) pairs.set(node, next);
  }
  if (pairs.size === 0) pairs.set(nodes[0]!, made[0]!);
  return pairs;
}

function sameNumber(node: DraftNode, next: DraftNode): boolean {
  if (node.num === undefined || next.num === undefined || node.num === next.num) return true;
  // 標目の無い項は、番号を言っていない
  if (next.tag === 'Paragraph' && next.num === '1' && (next.label ?? '') === '' && (node.label ?? null) !== undefined && (node.label === '' || node.label === null)) return true;
  return next.num.startsWith(`${node.num}:`) || node.num.startsWith(`${next.num}:`);
}

/** 備考以外の部分・表以外の部分を改め、除いた部分はそのまま残す。 */
function replaceOutside(session: ApplySession, scope: Scope, made: readonly DraftNode[]): boolean {
  const [node] = scope.nodes;
  const [next] = made;
  if (!node || !next || made.length !== 1) return false;
  const kept = scope.outside!.map((o) => (o.tag === 'Table' && o.parent?.tag === 'TableStruct' ? o.parent : o));
  const inside = new Map(kept.map((k) => [k, k.parent!.tag]));
  for (const old of kids(node)) {
    if (kept.includes(old)) continue;
    session.trace(old, 'deleted');
    detach(old);
  }
  const fresh = kids(next);
  const first = kept.find((k) => k.parent === node);
  if (first) insertBefore(first, fresh);
  else append(node, fresh);
  markAdded(session, fresh);
  // 表の枠の中にあった備考は、新しい枠の中へ移す
  for (const part of kept) {
    if (part.parent === node) continue;
    detach(part);
    append(kids(node).findLast((c) => c.tag === inside.get(part)) ?? node, [part]);
  }
  return true;
}

