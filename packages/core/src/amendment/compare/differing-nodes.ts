import { childElements, type Element, type NodeId } from '../../text/element.js';

/** 片側の木の、索引に入れた節点と、その親。 */
export interface SideNodes {
  readonly nodes: ReadonlyMap<NodeId, Element>;
  readonly parents: ReadonlyMap<NodeId, NodeId>;
}

interface Index {
  readonly nodes: Map<NodeId, Element>;
  readonly parents: Map<NodeId, NodeId>;
}

/**
 * 旧と新で違い得る節点の索引。触れなかった規定は、旧と新の木が同じ節点（オブジェクト）を共にするので、入らない。
 * replaced（丸ごと改めた節点）の中は、共にする節点があっても入れる。
 */
export function differingNodes(base: Element, result: Element, replaced: ReadonlySet<NodeId>): { readonly old: SideNodes; readonly new: SideNodes } {
  const sides = { old: emptyIndex(), new: emptyIndex() };
  const visit = (old: Element, now: Element): void => {
    if (old === now) return;
    if (replaced.has(now.id)) {
      indexAll(old, sides.old);
      indexAll(now, sides.new);
      return;
    }
    const [olds, nows] = [childElements(old), childElements(now)];
    enter(old, olds, sides.old);
    enter(now, nows, sides.new);
    const left = new Map(olds.map((child) => [child.id, child]));
    for (const child of nows) {
      const twin = left.get(child.id);
      left.delete(child.id);
      if (twin) visit(twin, child);
      else indexAll(child, sides.new);
    }
    for (const child of left.values()) indexAll(child, sides.old);
  };
  visit(base, result);
  return sides;
}

/** すべての節点の索引。 */
export function allNodes(root: Element): SideNodes {
  const index = emptyIndex();
  indexAll(root, index);
  return index;
}

const emptyIndex = (): Index => ({ nodes: new Map(), parents: new Map() });

function enter(node: Element, children: readonly Element[], { nodes, parents }: Index): void {
  nodes.set(node.id, node);
  for (const child of children) parents.set(child.id, node.id);
}

function indexAll(node: Element, index: Index): void {
  const children = childElements(node);
  enter(node, children, index);
  for (const child of children) indexAll(child, index);
}
