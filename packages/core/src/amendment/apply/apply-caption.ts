import type { Target } from '../location.js';
import type { Action } from '../operation.js';
import { insertAt, kidOf, kidsOf, thaw, type DraftNode } from './draft-tree.js';
import { markAdded } from './block-nodes.js';
import { editRun, rewriteRun } from './mark-run.js';
import { locate } from './locate.js';
import type { Scope } from './scope.js';
import type { ApplySession } from './session.js';

/** 見出しを「（A）」に改める・見出しとして「（A）」を付する。 */
export function applyCaption(session: ApplySession, targets: readonly Target[], action: Extract<Action, { readonly kind: 'attachCaption' | 'replaceText' }>): boolean {
  if (targets.length === 0) return false;
  return targets.map((target) => (action.kind === 'replaceText' ? replaceText(session, target, action.text) : attachCaption(session, target, action.text))).every(Boolean);
}

function replaceText(session: ApplySession, target: Target, text: string): boolean {
  const scope = locate(session, target);
  if (!scope) return false;
  if (scope.spans) {
    for (const { run, start, end } of scope.spans) editRun(session, run, [{ start, end, text }]);
    return true;
  }
  const runs = scope.nodes.filter((n) => TEXT.test(n.tag));
  if (runs.length !== 1 || scope.nodes.length !== 1) return session.refuseScope(target.from, 'replaceText');
  rewriteRun(session, runs[0]!, text);
  return true;
}

/** 印字が一続きの文字だけの要素 */
const TEXT = /(?:Title|Caption|Label|RelatedArticleNum|TableColumn|TableHeaderColumn)$/;

function attachCaption(session: ApplySession, target: Target, text: string): boolean {
  // 「第七条の前に見出しとして」の場所は、まだ無い見出しを指していることがある
  const last = target.from.at(-1)?.kind;
  const holderTarget: Target = last === 'caption' || last === 'sharedCaption' ? { from: target.from.slice(0, -1) } : target;
  const scope = locate(session, holderTarget);
  if (!scope) return false;
  const holder = captionHolder(scope);
  if (!holder) return session.refuseScope(target.from, 'attachCaption');
  const tag = holder.tag === 'Article' ? 'ArticleCaption' : 'ParagraphCaption';
  if (kidOf(holder, tag)) return session.refuse('amendment.number-occupied', target.from, { location: session.name([...holderTarget.from, { kind: 'caption' }]) });
  const caption = thaw({ tag, id: session.newId(), attr: {}, children: [text] }, null);
  insertAt(holder, 0, [caption]);
  markAdded(session, [caption]);
  return true;
}

function captionHolder({ nodes, spans }: Scope): DraftNode | undefined {
  const [node] = nodes;
  if (nodes.length !== 1 || spans || !node) return undefined;
  if (node.tag === 'Article' || node.tag === 'Paragraph') return node;
  // 一項だけの附則の見出し
  const paragraphs = node.tag === 'SupplProvision' ? kidsOf(node, 'Paragraph') : [];
  return paragraphs.length === 1 ? paragraphs[0] : undefined;
}

