import { textOf, type ProvisionNum } from '../../text/element.js';
import { labelOf } from '../../text/label.js';
import { PROVISION_TAGS, type Tag } from '../../text/tag.js';
import { findOutermost, kids, type DraftNode } from './draft-tree.js';
import { foldName } from './fold-name.js';
import { withNum } from './numbering.js';
import type { ResolveContext, Scope } from './scope.js';

/** 備考・注、そして印字の名で呼ばれるものを探す。 */

const PROVISIONS: readonly Tag[] = PROVISION_TAGS;

export function findRemarks(scope: Scope, num: ProvisionNum | undefined, context: ResolveContext): Scope[] {
  const remarks = scope.nodes.flatMap((n) => (n.tag === 'Remarks' ? [n] : findOutermost(n, (c) => c.tag === 'Remarks' && !isNote(c))));
  return numbered('remarks', remarks, num, context);
}

export function findNotes(scope: Scope, num: ProvisionNum | undefined, context: ResolveContext): Scope[] {
  const notes = scope.nodes.flatMap((n) => findOutermost(n, (c) => c.tag === 'NoteStruct' || c.tag === 'Note' || (c.tag === 'Remarks' && isNote(c))));
  return numbered('note', notes, num, context);
}

const titleText = (node: DraftNode): string => {
  const title = kids(node).find((c) => /(?:Title|Label)$/.test(c.tag));
  return title ? foldName(textOf(title)) : '';
};

const isNote = (remarks: DraftNode): boolean => /^[(]?注/.test(titleText(remarks));

function numbered(kind: 'remarks' | 'note', nodes: readonly DraftNode[], num: ProvisionNum | undefined, { labels }: ResolveContext): Scope[] {
  if (num === undefined) return nodes.map((node) => ({ kind, nodes: [node] }));
  // 「備考２」「注３」は、備考の中の２か、標目が「備考２」のもの
  const inside = nodes.flatMap((node) => withNum(findOutermost(node, (c) => PROVISIONS.includes(c.tag)), num, labels));
  const found = inside.length > 0 ? inside : nodes.filter((node) => titleText(node).replace(/\D/g, '') === num);
  return found.map((node) => ({ kind, nodes: [node] }));
}

/** 印字の名で呼ばれるもの（算式、記載心得…）。題名か標目がその名で始まる、最も内側の節点。 */
export function findNamed(scope: Scope, printed: string, { labels }: ResolveContext): Scope[] {
  const name = foldName(printed);
  const found: DraftNode[] = [];
  const visit = (node: DraftNode): boolean => {
    let inside = false;
    for (const child of kids(node)) inside = visit(child) || inside;
    if (inside) return true;
    const label = foldName(labelOf(node, labels) ?? '');
    const matches = label === name || titleText(node) === name || (node.tag === 'ArithFormula' && name === '算式');
    if (matches) found.push(node);
    return matches;
  };
  for (const node of scope.nodes) visit(node);
  return found.map((node) => ({ kind: 'named', nodes: [node] }));
}
