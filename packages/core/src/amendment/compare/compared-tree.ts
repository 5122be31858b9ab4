import { isElement, type Element, type LawDocument, type NodeId } from '../../text/element.js';
import { labelOf } from '../../text/label.js';
import { isLabelled } from '../../text/tag.js';
import { isRun } from '../run.js';
import type { Trace } from '../trace.js';
import type { Side } from './marked-run.js';

/** 対照表の片側（旧又は新）の木と、操作の跡の見方。 */
export interface ComparedTree {
  readonly side: Side;
  readonly document: LawDocument;
  /** 節点 → 反対側の同じ節点 */
  readonly other: (node: Element) => Element | undefined;
  /** この節点が丸ごと変わったか（全部改め・新設・削る） */
  readonly isWhole: (node: Element) => boolean;
  /** この節点か、その中に変わった所があるか */
  readonly isTouched: (node: Element) => boolean;
  /** 標目が反対側と違うか */
  readonly isRelabelled: (node: Element) => boolean;
  readonly label: (node: Element) => string;
  readonly pieces: Trace['runs'];
  /** 節点と、その中・それを含む節点に触れた操作 */
  readonly operations: (node: Element) => number[];
  /** 節点を含む、丸ごと改められた節点（章の全部改めなど）。無ければ undefined */
  readonly replacedAbove: (node: Element) => NodeId | undefined;
}

/** 旧と新の木を、同じ跡の両側として見る。 */
export function comparedTrees(base: LawDocument, result: LawDocument, trace: Trace): { readonly old: ComparedTree; readonly new: ComparedTree } {
  const entries = new Map<NodeId, number[]>();
  const replaced = new Set<NodeId>();
  for (const { node, operation, effect } of trace.entries) {
    const operations = entries.get(node);
    if (operations) operations.push(operation);
    else entries.set(node, [operation]);
    if (effect === 'replaced') replaced.add(node);
  }
  const nodes = { old: indexOf(base), new: indexOf(result) };

  const view = (side: Side): ComparedTree => {
    const document = side === 'old' ? base : result;
    const others = nodes[side === 'old' ? 'new' : 'old'];
    const otherLabels = side === 'old' ? result.labels : base.labels;
    const isWhole = (node: Element): boolean => replaced.has(node.id) || !others.has(node.id);
    const label = (node: Element): string => (isLabelled(node.tag) ? (labelOf(node, document.labels) ?? '') : '');
    const isRelabelled = (node: Element): boolean => {
      const twin = others.get(node.id);
      return twin !== undefined && isLabelled(node.tag) && label(node) !== (labelOf(twin, otherLabels) ?? '');
    };
    const touched = new Map<NodeId, boolean>();
    const missesChild = (node: Element): boolean => {
      // 子が反対側から来た・去った（削る・加える）ときは、残った側の親が変わった
      const twin = others.get(node.id);
      return twin !== undefined && !isRun(node) && structureOf(node) !== structureOf(twin);
    };
    const isTouched = (node: Element): boolean => {
      const known = touched.get(node.id);
      if (known !== undefined) return known;
      const answer = isWhole(node) || entries.has(node.id) || trace.runs.has(node.id) || isRelabelled(node) || missesChild(node)
        || node.children.some((c) => isElement(c) && isTouched(c));
      touched.set(node.id, answer);
      return answer;
    };
    const parents = parentsOf(document);
    const within = (node: Element): number[] => {
      const found: number[] = [...(entries.get(node.id) ?? [])];
      for (const child of node.children) if (isElement(child)) for (const o of within(child)) found.push(o);
      return found;
    };
    const operations = (node: Element): number[] => {
      const found = within(node);
      for (let above = parents.get(node.id); above !== undefined; above = parents.get(above)) {
        if (!others.has(above) || replaced.has(above)) for (const o of entries.get(above) ?? []) found.push(o);
      }
      return found;
    };
    const replacedAbove = (node: Element): NodeId | undefined => {
      for (let above = parents.get(node.id); above !== undefined; above = parents.get(above)) if (replaced.has(above)) return above;
      return undefined;
    };
    return { side, document, other: (node) => others.get(node.id), isWhole, isTouched, isRelabelled, label, pieces: trace.runs, operations, replacedAbove };
  };
  return { old: view('old'), new: view('new') };
}

const structureOf = (node: Element): string => node.children.map((c) => (isElement(c) ? c.id : '')).join(' ');

function indexOf(document: LawDocument): Map<NodeId, Element> {
  const index = new Map<NodeId, Element>();
  const visit = (node: Element): void => {
    index.set(node.id, node);
    for (const child of node.children) if (isElement(child)) visit(child);
  };
  visit(document.root);
  return index;
}

function parentsOf(document: LawDocument): Map<NodeId, NodeId> {
  const parents = new Map<NodeId, NodeId>();
  const visit = (node: Element): void => {
    for (const child of node.children) {
      if (!isElement(child)) continue;
      parents.set(child.id, node.id);
      visit(child);
    }
  };
  visit(document.root);
  return parents;
}
