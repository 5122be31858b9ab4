import { isElement, type Element, type LawDocument, type NodeId } from '../../text/element.js';
import { labelOf, type LabelForms } from '../../text/label.js';
import { isLabelled } from '../../text/tag.js';
import { isRun } from '../run.js';
import type { Trace } from '../trace.js';
import { allNodes, differingNodes, type SideNodes } from './differing-nodes.js';
import { gaps } from './gaps.js';
import type { Side } from './marked-run.js';

/** 対照表の片側（旧又は新）の木と、操作の跡の見方。 */
export interface ComparedTree {
  readonly side: Side;
  /** この節点が丸ごと変わったか（全部改め・新設・削る） */
  readonly isWhole: (node: Element) => boolean;
  /** この節点か、その中に変わった所があるか */
  readonly isTouched: (node: Element) => boolean;
  /** 標目が反対側と違うか */
  readonly isRelabelled: (node: Element) => boolean;
  readonly label: (node: Element) => string;
  /** 反対側にだけ項・号・表の行がある所（gaps）。書かない団体や、丸ごと変わったものの中では空 */
  readonly gaps: (node: Element) => ReadonlySet<NodeId | null>;
  readonly pieces: Trace['runs'];
  /** 節点と、その中・それを含む節点に触れた操作 */
  readonly operations: (node: Element) => number[];
  /** 節点を含む、丸ごと改められた節点（章の全部改めなど）。無ければ undefined */
  readonly replacedAbove: (node: Element) => NodeId | undefined;
}

/** 旧と新の木を、同じ跡の両側として見る。 */
export function comparedTrees(base: LawDocument, result: LawDocument, trace: Trace, emptySide: 'words' | 'blank'): { readonly old: ComparedTree; readonly new: ComparedTree } {
  const entries = new Map<NodeId, number[]>();
  const replaced = new Set<NodeId>();
  for (const { node, operation, effect } of trace.entries) {
    const operations = entries.get(node);
    if (operations) operations.push(operation);
    else entries.set(node, [operation]);
    if (effect === 'replaced') replaced.add(node);
  }
  const nodes = indexes(base, result, trace, replaced);

  const view = (side: Side): ComparedTree => {
    const { labels } = side === 'old' ? base : result;
    const otherLabels = side === 'old' ? result.labels : base.labels;
    const own = nodes[side];
    const others = nodes[side === 'old' ? 'new' : 'old'].nodes;
    // 索引に無い節点は、反対側と同じもので、変わった所が無い
    const differs = (node: Element): boolean => own.nodes.has(node.id);
    const isWhole = (node: Element): boolean => differs(node) && (replaced.has(node.id) || !others.has(node.id));
    const label = (node: Element): string => (isLabelled(node.tag) ? (labelOf(node, labels) ?? '') : '');
    const isRelabelled = (node: Element): boolean => {
      const twin = differs(node) ? others.get(node.id) : undefined;
      return twin !== undefined && isLabelled(node.tag) && label(node) !== (labelOf(twin, otherLabels) ?? '');
    };
    const missesChild = (node: Element): boolean => {
      // 子が反対側から来た・去った（削る・加える）ときは、残った側の親が変わった
      const twin = others.get(node.id);
      return twin !== undefined && !isRun(node) && structureOf(node) !== structureOf(twin);
    };
    const touched = new Map<NodeId, boolean>();
    const isTouched = (node: Element): boolean => {
      if (!differs(node)) return false;
      const known = touched.get(node.id);
      if (known !== undefined) return known;
      const answer = isWhole(node) || entries.has(node.id) || trace.runs.has(node.id) || isRelabelled(node) || missesChild(node)
        || node.children.some((c) => isElement(c) && isTouched(c));
      touched.set(node.id, answer);
      return answer;
    };
    const gapsIn = (node: Element): ReadonlySet<NodeId | null> => {
      const twin = differs(node) ? others.get(node.id) : undefined;
      return emptySide === 'blank' || twin === undefined || isWhole(node) ? NO_GAPS : gaps(node, twin);
    };
    const within = (node: Element): number[] => {
      if (!differs(node)) return [];
      const found: number[] = [...(entries.get(node.id) ?? [])];
      for (const child of node.children) if (isElement(child)) for (const o of within(child)) found.push(o);
      return found;
    };
    const operations = (node: Element): number[] => {
      const found = within(node);
      for (let above = own.parents.get(node.id); above !== undefined; above = own.parents.get(above)) {
        if (!others.has(above) || replaced.has(above)) for (const o of entries.get(above) ?? []) found.push(o);
      }
      return found;
    };
    const replacedAbove = (node: Element): NodeId | undefined => {
      for (let above = own.parents.get(node.id); above !== undefined; above = own.parents.get(above)) if (replaced.has(above)) return above;
      return undefined;
    };
    return { side, isWhole, isTouched, isRelabelled, label, gaps: gapsIn, pieces: trace.runs, operations, replacedAbove };
  };
  return { old: view('old'), new: view('new') };
}

const NO_GAPS: ReadonlySet<NodeId | null> = new Set();

const structureOf = (node: Element): string => node.children.map((c) => (isElement(c) ? c.id : '')).join(' ');

/** 違い得る節点だけの索引。跡のある節点がそこに無いか、標目の書きぶりが違えば、すべての節点の索引。 */
function indexes(base: LawDocument, result: LawDocument, { entries, runs }: Trace, replaced: ReadonlySet<NodeId>): { readonly old: SideNodes; readonly new: SideNodes } {
  const some = differingNodes(base.root, result.root, replaced);
  const held = (id: NodeId): boolean => some.old.nodes.has(id) || some.new.nodes.has(id);
  const sameLabels = (Object.keys(base.labels) as (keyof LabelForms)[]).every((tag) => base.labels[tag] === result.labels[tag]);
  if (sameLabels && entries.every(({ node }) => held(node)) && [...runs.keys()].every(held)) return some;
  return { old: allNodes(base.root), new: allNodes(result.root) };
}
