import type { ProvisionNum } from '../../text/element.js';
import { branchLike, derivedLabel, formOf, writeLabel } from '../../text/label.js';
import { isLabelled } from '../../text/tag.js';
import { detach, insertAfter, insertBefore, kids, kidsOf, touch, type DraftNode } from './draft-tree.js';
import { compareNums, numOf } from './numbering.js';
import type { ApplySession } from './session.js';

/** 番号を付け替える。印字が番号から導けない形（附則の「１」など）なら、その形のまま数だけを替える。 */
export function renumber(session: ApplySession, node: DraftNode, num: ProvisionNum): void {
  const { label, tag } = node;
  const form = formOf(node, session.labels);
  node.num = num;
  touch(node);
  if (!isLabelled(tag)) return;
  if (label === undefined || label === null || label === '') {
    // 番号を印字しない項（古い法令）は、番号が変わっても印字しない
    if (label !== undefined && num === '1') delete node.label;
    return;
  }
  const printed = branchLike((form && writeLabel(form, num)) ?? derivedLabel(tag, num, session.labels), label);
  if (printed === derivedLabel(tag, num, session.labels)) delete node.label;
  else node.label = printed;
}

/** 番号の順に並ぶ所へ移す。既に順なら動かさない。 */
export function placeInOrder(session: ApplySession, node: DraftNode, siblings: readonly DraftNode[]): void {
  const num = numOf(node, session.labels);
  if (num === undefined) return;
  const others = siblings.filter((s) => s !== node);
  const at = siblings.indexOf(node);
  const inOrder = (s: DraftNode | undefined, sign: number): boolean => {
    const other = s && numOf(s, session.labels);
    return other === undefined || compareNums(num, other) * sign > 0;
  };
  if (at >= 0 && inOrder(siblings[at - 1], 1) && inOrder(siblings[at + 1], -1)) return;
  const after = others.findLast((s) => {
    const other = numOf(s, session.labels);
    return other !== undefined && compareNums(other, num) < 0;
  });
  if (node.parent) detach(node);
  if (after) insertAfter(after, [node]);
  else if (others[0]) insertBefore(others[0], [node]);
}

/** 同じ種類の兄弟 */
export const siblingsOf = (node: DraftNode): DraftNode[] => (node.parent ? kids(node.parent).filter((c) => c.tag === node.tag) : [node]);

/** 附則が二項以上になるとき、第1項にも番号を印字する。 */
export function printFirstNumber(session: ApplySession, suppl: DraftNode): void {
  if (suppl.tag !== 'SupplProvision') return;
  const paragraphs = kidsOf(suppl, 'Paragraph');
  const [first, second] = paragraphs;
  if (!first || !second || numOf(first, session.labels) !== '1' || first.label || second.label === '' || second.label === null) return;
  const printed = writeLabel(session.labels.Paragraph, '1' as ProvisionNum);
  if (printed === undefined) return;
  first.label = printed;
  touch(first);
}
