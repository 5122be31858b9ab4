import { isElement, type Content, type Element, type NodeId, type ProvisionNum } from '../../text/element.js';
import type { Tag } from '../../text/tag.js';
import { isRun, writeRun } from '../run.js';
import { foldWords, type FoldedText } from './fold-words.js';

/**
 * 溶け込みの途中の木。書き換えられる。触れていない節点は、仕上げ（freeze）のとき base と同じものに戻る。
 * Element としても読めるので、run や標目を調べる関数をそのまま使える。
 */
export interface DraftNode {
  readonly tag: Tag;
  id: NodeId;
  num?: ProvisionNum;
  label?: string | null;
  attr: Readonly<Record<string, string>>;
  children: (DraftNode | string)[];
  parent: DraftNode | null;
  /** 書き換える前の節点。触れていなければこれに戻る */
  readonly origin: Element;
  touched: boolean;
  /** run の印字の控えと、その字体などを揃えたもの */
  printed?: string;
  folded?: FoldedText;
}

/** 子は、初めて見るときに書き換えられる形にする。大きな法令でも、触れる規定の周りだけで済む。 */
class ThawedNode implements DraftNode {
  readonly tag: Tag;
  id: NodeId;
  num?: ProvisionNum;
  label?: string | null;
  attr: Readonly<Record<string, string>>;
  parent: DraftNode | null;
  readonly origin: Element;
  touched = false;
  printed?: string;
  folded?: FoldedText;
  #children: (DraftNode | string)[] | undefined;

  constructor(element: Element, parent: DraftNode | null) {
    this.tag = element.tag;
    this.id = element.id;
    if (element.num !== undefined) this.num = element.num;
    if (element.label !== undefined) this.label = element.label;
    this.attr = element.attr;
    this.parent = parent;
    this.origin = element;
  }

  get children(): (DraftNode | string)[] {
    return (this.#children ??= this.origin.children.map((child) => (isElement(child) ? new ThawedNode(child, this) : child)));
  }

  set children(children: (DraftNode | string)[]) {
    this.#children = children;
  }
}

/** 木を書き換えられる形にする。 */
export const thaw = (element: Element, parent: DraftNode | null): DraftNode => new ThawedNode(element, parent);

/** 書き換えた所だけを新しい節点にした木。 */
export function freeze<T extends Tag>(node: DraftNode & { readonly tag: T }): Element<T> {
  if (!node.touched) return node.origin as Element<T>;
  const { tag, id, num, label, attr } = node;
  return {
    tag,
    id,
    ...(num === undefined ? {} : { num }),
    ...(label === undefined ? {} : { label }),
    attr,
    children: node.children.map((c): Content => (typeof c === 'string' ? c : freeze(c))),
  };
}

/** この節点と、それを含む節点を、変わったものとする。 */
export function touch(node: DraftNode | null): void {
  for (let at = node; at && !at.touched; at = at.parent) at.touched = true;
}

export const kids = (node: DraftNode): DraftNode[] => node.children.filter((c): c is DraftNode => typeof c !== 'string');
export const kidsOf = (node: DraftNode, ...tags: readonly Tag[]): DraftNode[] => kids(node).filter((c) => tags.includes(c.tag));
export const kidOf = (node: DraftNode, ...tags: readonly Tag[]): DraftNode | undefined =>
  node.children.find((c): c is DraftNode => typeof c !== 'string' && tags.includes(c.tag));

export function insertAt(parent: DraftNode, index: number, nodes: readonly DraftNode[]): void {
  for (const node of nodes) node.parent = parent;
  parent.children.splice(index, 0, ...nodes);
  touch(parent);
}

export const insertBefore = (sibling: DraftNode, nodes: readonly DraftNode[]): void => insertAt(sibling.parent!, sibling.parent!.children.indexOf(sibling), nodes);
export const insertAfter = (sibling: DraftNode, nodes: readonly DraftNode[]): void => insertAt(sibling.parent!, sibling.parent!.children.indexOf(sibling) + 1, nodes);
export const append = (parent: DraftNode, nodes: readonly DraftNode[]): void => insertAt(parent, parent.children.length, nodes);

export function detach(node: DraftNode): void {
  const { parent } = node;
  if (!parent) return;
  parent.children.splice(parent.children.indexOf(node), 1);
  touch(parent);
  node.parent = null;
}

/** 木の中にまだあるか（削られた節点の子孫でないか）。 */
export function isAttached(node: DraftNode, root: DraftNode): boolean {
  let at: DraftNode | null = node;
  while (at && at !== root) at = at.parent;
  return at === root;
}

/** 含む節点を内から外へ（自分から始める）。 */
export function* ancestors(node: DraftNode): Generator<DraftNode> {
  for (let at: DraftNode | null = node; at; at = at.parent) yield at;
}

export const closest = (node: DraftNode, ...tags: readonly Tag[]): DraftNode | undefined => {
  for (const at of ancestors(node)) if (tags.includes(at.tag)) return at;
  return undefined;
};

/** 中の run を文書順に集める。 */
export function collectRuns(node: DraftNode, into: DraftNode[] = []): DraftNode[] {
  if (node.printed !== undefined || isRun(asElement(node))) into.push(node);
  else for (const child of node.children) if (typeof child !== 'string') collectRuns(child, into);
  return into;
}

/** run の印字。同じ run を何度も調べるので覚えておく。 */
export const runText = (run: DraftNode): string => (run.printed ??= writeRun(asElement(run)));

/** 調べるだけなら、触れていない節点は元のまま読む。 */
const asElement = (node: DraftNode): Element => (node.touched ? node : node.origin);

/** run の印字の、字体などを揃えたもの。 */
export const runFolded = (run: DraftNode): FoldedText => (run.folded ??= foldWords(runText(run)));

/** 最も外側の、条件に合う節点を文書順に。 */
export function findOutermost(node: DraftNode, matches: (node: DraftNode) => boolean, into: DraftNode[] = []): DraftNode[] {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    if (matches(child)) into.push(child);
    else findOutermost(child, matches, into);
  }
  return into;
}

/** 使われている id の続きから配る。after は、前の版までに使った id の最大（largestId）。 */
export function idSequence(root: Element, after = 0): () => NodeId {
  let max: number | undefined;
  return () => {
    max = (max ?? Math.max(after, largestId(root))) + 1;
    return `n${max}` as NodeId;
  };
}

/** 木で使っている id の番号の最大。 */
export function largestId(element: Element): number {
  let max = 0;
  let largest = 'n0';
  const visit = ({ id, children }: Element): void => {
    // 数にするのは、桁が多いか、同じ桁で字の並びが後のものだけ
    if (id.length > largest.length || (id.length === largest.length && id > largest)) {
      const own = Number(id.slice(1));
      if (Number.isInteger(own)) [max, largest] = [own, `n${own}`];
    }
    for (const child of children) if (isElement(child)) visit(child);
  };
  visit(element);
  return max;
}

/** 文書順にすべての節点をたどる。 */
export function* walkNodes(node: DraftNode): Generator<DraftNode> {
  yield node;
  for (const child of node.children) if (typeof child !== 'string') yield* walkNodes(child);
}
