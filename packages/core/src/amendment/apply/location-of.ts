import { textOf, type ProvisionNum } from '../../text/element.js';
import { labelOf } from '../../text/label.js';
import { GROUP_TAGS, SUBITEM_TAGS, type GroupTag, type Tag } from '../../text/tag.js';
import type { Location, Step } from '../location.js';
import { appendixName } from './appendix-title.js';
import { ancestors, closest, kids, type DraftNode } from './draft-tree.js';
import { numOf } from './numbering.js';
import type { ResolveContext } from './scope.js';

const PARTS: Partial<Readonly<Record<Tag, 'title' | 'enactStatement' | 'toc' | 'preamble' | 'suppl' | 'closing'>>> = {
  LawTitle: 'title', EnactStatement: 'enactStatement', TOC: 'toc', Preamble: 'preamble', SupplProvision: 'suppl', Closing: 'closing',
};
const NUMBERED: Partial<Readonly<Record<Tag, 'article' | 'paragraph' | 'item'>>> = { Article: 'article', Paragraph: 'paragraph', Item: 'item' };
const SUBITEMS: readonly Tag[] = SUBITEM_TAGS;
const GROUPS: readonly Tag[] = GROUP_TAGS;

/** 節点のある場所の呼び方。報告で人に示すのに使う。 */
export function locationOf(node: DraftNode, context: ResolveContext): Location {
  const steps: Step[] = [];
  for (const at of ancestors(node)) {
    const step = stepOf(at, context);
    if (step) steps.unshift(step);
  }
  // 章は、条まで言えば要らない
  const article = steps.findIndex((s) => s.kind === 'article');
  return steps.filter((s, i) => !(s.kind === 'group' && (i < article || (s !== steps.at(-1) && steps.at(-1)?.kind !== 'groupTitle'))));
}

function stepOf(node: DraftNode, context: ResolveContext): Step | undefined {
  const part = PARTS[node.tag];
  if (part) return { kind: part };
  if (node.tag === 'ArticleCaption' || node.tag === 'ParagraphCaption') return { kind: 'caption' };
  if (GROUPS.includes(node.tag) && node.num !== undefined) return { kind: 'group', level: node.tag as GroupTag, num: node.num };
  if (/^(?:Part|Chapter|Section|Subsection|Division)Title$/.test(node.tag)) return { kind: 'groupTitle' };
  if (node.tag === 'Paragraph' && node.parent && kids(node.parent).filter((c) => c.tag === 'Paragraph').length === 1) return undefined;
  if (node.tag === 'Item' && closest(node, 'AppdxTable', 'AppdxNote', 'AppdxStyle', 'SupplProvisionAppdxTable')) return { kind: 'section', label: labelOf(node, context.labels) ?? '' };
  const numbered = NUMBERED[node.tag];
  const num = numbered ? numOf(node, context.labels) : undefined;
  if (numbered && num !== undefined) return { kind: numbered, num };
  if (SUBITEMS.includes(node.tag)) return { kind: 'subitem', label: labelOf(node, context.labels) ?? '' };
  if (/^(?:SupplProvision)?Appdx/.test(node.tag) && node.tag !== 'AppdxTableTitle') {
    const title = kids(node).find((c) => c.tag === `${node.tag}Title`);
    const name = title ? appendixName(textOf(title)) : undefined;
    return name ? { kind: 'appendix', head: name.head, ...(name.num === undefined ? {} : { num: name.num as ProvisionNum }) } : undefined;
  }
  if (node.tag === 'Remarks') return { kind: 'remarks' };
  return undefined;
}
