import type { ProvisionNum } from '../../text/element.js';
import { labelOf, readLabel, type LabelForms } from '../../text/label.js';
import { GROUP_TAGS, type GroupTag, type Tag } from '../../text/tag.js';
import { kids, type DraftNode } from './draft-tree.js';

/** 条や章の並びと、その番号。 */

const GROUPS: readonly Tag[] = GROUP_TAGS;
const isGroup = (node: DraftNode): boolean => GROUPS.includes(node.tag);

/** 本則・附則・章の中の条を文書順に（章節を下り、条の中には入らない）。 */
export function articlesOf(container: DraftNode, into: DraftNode[] = []): DraftNode[] {
  for (const child of kids(container)) {
    if (child.tag === 'Article') into.push(child);
    else if (isGroup(child)) articlesOf(child, into);
  }
  return into;
}

export function groupsOf(container: DraftNode, level: GroupTag, into: DraftNode[] = []): DraftNode[] {
  for (const child of kids(container)) {
    if (child.tag === level) into.push(child);
    if (isGroup(child)) groupsOf(child, level, into);
  }
  return into;
}

/** 番号。Num 属性が無ければ印字から読む。 */
export function numOf(node: DraftNode, labels: LabelForms): ProvisionNum | undefined {
  return node.num ?? readLabel(labelOf(node, labels) ?? '')[0]?.num;
}

/** その番号の節点。「第三条及び第四条　削除」のような範囲も、中の番号に当たる。 */
export function withNum(nodes: readonly DraftNode[], num: ProvisionNum, labels: LabelForms): DraftNode[] {
  const exact = nodes.filter((n) => numOf(n, labels) === num);
  return exact.length > 0 ? exact : nodes.filter((n) => n.num !== undefined && coversNum(n.num, num));
}

function coversNum(range: ProvisionNum, num: ProvisionNum): boolean {
  const [from, to] = range.split(':');
  if (to === undefined) return false;
  return num === from || num === to || (compareNums(from as ProvisionNum, num) < 0 && compareNums(num, to as ProvisionNum) < 0);
}

/** 番号の順。3 < 3_2 < 3_2_2 < 3_3 < 4。範囲は始まりで比べる。 */
export function compareNums(a: ProvisionNum, b: ProvisionNum): number {
  const [x, y] = [a, b].map((n) => n.split(':')[0]!.split('_').map(Number));
  for (let i = 0; i < Math.max(x!.length, y!.length); i += 1) {
    const diff = (x![i] ?? 0) - (y![i] ?? 0);
    if (diff !== 0) return diff;
  }
  return 0;
}
