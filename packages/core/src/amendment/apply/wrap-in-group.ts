import { GROUP_TAGS, type GroupTag, type Tag } from '../../text/tag.js';
import { groupNum } from '../block/read-group.js';
import type { Target } from '../location.js';
import type { Action } from '../operation.js';
import { append, detach, insertAfter, insertBefore, thaw, type DraftNode } from './draft-tree.js';
import { markAdded, titleText } from './block-nodes.js';
import type { Scope } from './scope.js';
import type { ApplySession } from './session.js';

const GROUPS: readonly Tag[] = GROUP_TAGS;
const LEVEL: Readonly<Record<string, GroupTag>> = { 編: 'Part', 章: 'Chapter', 節: 'Section', 款: 'Subsection', 目: 'Division' };

/** 「第一条の前に次の章名を付する」: その条から次の章の前までが、新しい章になる。 */
export function wrapInGroup(session: ApplySession, target: Target, scope: Scope, action: Extract<Action, { readonly kind: 'add' }>): boolean {
  const [node] = scope.nodes;
  const name = action.what.units.map((u) => u.unit).find((u) => u.endsWith('名'));
  const level = name === undefined ? undefined : LEVEL[name[0]!];
  const parent = node?.parent;
  if (!node || !parent || !level || scope.spans || (node.tag !== 'Article' && !GROUPS.includes(node.tag))) return session.refuseScope(target.from, 'add');
  const title = titleText(action.block);
  const num = groupNum(title);
  const start = parent.children.indexOf(node) + (action.where === 'after' ? 1 : 0);
  const inside: DraftNode[] = [];
  for (const child of parent.children.slice(start)) {
    if (typeof child === 'string') continue;
    if (child.tag !== 'Article' && (!GROUPS.includes(child.tag) || GROUPS.indexOf(child.tag) <= GROUPS.indexOf(level))) break;
    inside.push(child);
  }
  const [first] = inside;
  if (!first) return session.refuseScope(target.from, 'add');
  session.touchSeries(parent.tag === level ? parent.parent! : parent, level);
  const group = thaw({
    tag: level, id: session.newId(), ...(num === undefined ? {} : { num }), attr: {},
    children: [{ tag: `${level}Title`, id: session.newId(), attr: {}, children: [title] }],
  }, null);
  // 同じ階層の章の中の条の前なら、そこから後が次の章になる
  if (parent.tag === level) insertAfter(parent, [group]);
  else insertBefore(first, [group]);
  for (const child of inside) detach(child);
  append(group, inside);
  markAdded(session, [group]);
  return true;
}
