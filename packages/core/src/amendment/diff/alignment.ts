import type { Element, NodeId } from '../../text/element.js';

/** 旧と新の節点の対応。同じ規定とみたもの（番号や字句が変わっていてもよい）だけが載る。 */
export interface Alignment {
  readonly toNext: ReadonlyMap<NodeId, Element>;
  readonly toBase: ReadonlyMap<NodeId, Element>;
}
