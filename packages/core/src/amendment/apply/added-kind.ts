import { GROUP_TAGS, SUBITEM_TAGS, type Tag } from '../../text/tag.js';
import type { Action } from '../operation.js';
import { appendedTags, knownAppendices } from './appended-tags.js';
import { isTableLine } from './table-rows.js';
import { closest, findOutermost, kids, kidsOf } from './draft-tree.js';
import { articlesOf } from './numbering.js';
import type { Scope } from './scope.js';
import type { ApplySession } from './session.js';
import { tablesIn } from './table-scope.js';

type AddAction = Extract<Action, { readonly kind: 'add' }>;

/** 何を加えるか。文（ただし書・後段）、表の行、章名だけ、そのほかの規定。 */
export function addedKind(scope: Scope, { what, block }: AddAction): 'sentence' | 'rows' | 'groupTitle' | 'provisions' {
  const names = [...what.units.map((u) => u.unit), ...(what.as === undefined ? [] : [what.as])];
  if (names.some((n) => /ただし書|但し書|前段|中段|後段|本文/.test(n))) return 'sentence';
  if (names.some((n) => /^[編章節款目]名$/.test(n))) return 'groupTitle';
  const rows = block.lines.length > 0 && block.lines.every(isTableLine) && !block.lines.some((l) => /^｜(?:-{3,}｜)+$/.test(l));
  if (rows && !names.includes('表') && (scope.rows || tablesIn(scope).length > 0)) return 'rows';
  return 'provisions';
}

const UNIT: Readonly<Record<string, Tag>> = {
  条: 'Article', 項: 'Paragraph', 号: 'Item', 各号: 'Item', 編: 'Part', 章: 'Chapter', 節: 'Section', 款: 'Subsection', 目: 'Division',
  見出し: 'ArticleCaption', 備考: 'Remarks', 段落: 'Paragraph',
};
const SUBITEMS: readonly Tag[] = SUBITEM_TAGS;
const GROUPS: readonly Tag[] = GROUP_TAGS;

/** 加えるものの要素名。言わないとき（「次のように加える」）は場所から決まる。 */
export function tagsOfUnits(session: ApplySession, scope: Scope, action: AddAction): Tag[] {
  const { units, as } = action.what;
  const tags = new Set<Tag>();
  for (const { unit } of units) {
    // 「次の見出し及び二条」の見出しは、初めの条の見出しとして読む
    if (unit === '見出し' && units.length > 1) continue;
    if (UNIT[unit]) tags.add(UNIT[unit]);
    else if (/表|様式|書式|図|付録|別記|算式/.test(unit)) for (const tag of tagsOfAppended(session, scope, action, unit)) tags.add(tag);
  }
  if (as !== undefined && as.startsWith('備考')) tags.add('Remarks');
  else if (as !== undefined && as.endsWith('項') && tags.size === 0) tags.add('Paragraph');
  else if (as !== undefined && as.endsWith('号') && tags.size === 0) tags.add('Item');
  if (tags.size === 0) for (const tag of tagsByPlace(session, scope, action)) tags.add(tag);
  return [...tags];
}

/** 表や様式。条や号の中の表か、文書の末尾の別表か。 */
function tagsOfAppended(session: ApplySession, { kind, nodes }: Scope, { where, block }: AddAction, unit: string): Tag[] {
  const [node] = nodes;
  const inside = kind === 'table' || (where === 'end' && node !== undefined && (closest(node, 'Article', 'Item') !== undefined || node.tag === 'Paragraph'));
  if (unit === '表' && inside) return ['TableStruct'];
  return appendedTags(block.lines, unit, knownAppendices(kids(session.body)), where === 'end' ? undefined : node?.tag);
}

/** 「次のように加える」の中身を、場所から決める。 */
function tagsByPlace(session: ApplySession, { kind, nodes }: Scope, { where }: AddAction): Tag[] {
  const [node] = nodes;
  if (!node) return [];
  if (where !== 'end') return kind === 'table' ? ['TableStruct'] : [node.tag];
  if (node.tag === 'Item') return ['Subitem1'];
  const level = SUBITEMS.indexOf(node.tag);
  if (level >= 0) return SUBITEMS.slice(level + 1, level + 2);
  if (node.tag === 'Remarks') return [kids(node).find((c) => c.tag === 'Paragraph' || c.tag === 'Item')?.tag ?? 'Item'];
  if (/^(?:SupplProvision)?Appdx/.test(node.tag)) return [findOutermost(node, (c) => c.tag === 'Item' || c.tag === 'Paragraph' || c.tag === 'TableStruct')[0]?.tag ?? 'Item'];
  if (node.tag === 'Paragraph') return ['Item'];
  if (node.tag === 'TOC') return kids(node).filter((c) => c.tag.startsWith('TOC') && c.tag !== 'TOCLabel').slice(-1).map((c) => c.tag);
  if (node.tag === 'Article' || node === session.body) return ['Paragraph'];
  if (node.tag === 'MainProvision' || node.tag === 'SupplProvision' || GROUPS.includes(node.tag)) return [articlesOf(node).length > 0 ? 'Article' : 'Paragraph'];
  if (node.tag === 'AmendProvision') return [kidsOf(node, 'NewProvision').flatMap(kids).at(-1)?.tag ?? 'Article'];
  return [];
}
