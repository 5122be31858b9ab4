import type { Target } from '../location.js';
import { append, detach, insertBefore, kidOf, kids, touch, type DraftNode } from './draft-tree.js';
import { editRun } from './mark-run.js';
import { seriesHolder } from './series-watch.js';
import type { Scope } from './scope.js';
import type { ApplySession } from './session.js';
import { spliceTable } from './table-rows.js';

/** 削ることのできない場所（文書そのもの） */
const KEPT: ReadonlySet<DraftNode['tag']> = new Set<DraftNode['tag']>(['Law', 'LawBody']);

/** 跡を残さず削る。 */
export function applyDelete(session: ApplySession, target: Target, scope: Scope): boolean {
  if (scope.table && scope.rows && scope.kind !== 'column') return deleteRows(session, target, scope);
  if (scope.kind === 'sentence') {
    for (const { run, start, end } of scope.spans!) editRun(session, run, [{ start, end, text: '' }]);
    return true;
  }
  if (scope.kind === 'lead' || scope.kind === 'column' || scope.outside || scope.nodes.some((n) => KEPT.has(n.tag))) return session.refuseScope(target.from, 'delete');
  if (scope.kind === 'groupTitle') for (const title of scope.nodes) ungroup(session, title);
  else for (const node of scope.nodes) removeNode(session, node);
  return true;
}

/** 章名を削る。その章の条は、前の章に（前の章がなければ、章を置いていた所に）残る。 */
function ungroup(session: ApplySession, title: DraftNode): void {
  const group = title.parent!;
  const home = group.parent!;
  session.touchSeries(home, group.tag);
  session.trace(group, 'deleted');
  const siblings = kids(home);
  const previous = siblings[siblings.indexOf(group) - 1];
  detach(title);
  const members = kids(group);
  for (const member of members) detach(member);
  if (previous?.tag === group.tag) append(previous, members);
  else insertBefore(group, members);
  detach(group);
}

/** 木から外し、削ったことを控える。 */
export function removeNode(session: ApplySession, node: DraftNode): void {
  if (!node.parent) return;
  session.touchSeries(seriesHolder(node), node.tag);
  session.trace(node, 'deleted');
  const { parent } = node;
  detach(node);
  if (node.tag === 'Table' && parent.tag === 'TableStruct' && !kidOf(parent, 'Table')) detach(parent);
  touch(parent);
}

function deleteRows(session: ApplySession, target: Target, scope: Scope): boolean {
  if (spliceTable(session, scope.table!, scope.rows!.from, scope.nodes.length, [])) {
    for (const row of scope.nodes) session.trace(row, 'deleted');
    return true;
  }
  // 升目の崩れた表では、ほかの行へ続く欄の無いときだけ、行ごと外す
  const spanning = scope.nodes.some((row) => kids(row).some((cell) => Number(cell.attr['rowspan'] ?? 1) > 1));
  if (spanning) return session.refuseScope(target.from, 'delete');
  for (const row of scope.nodes) removeNode(session, row);
  return true;
}
