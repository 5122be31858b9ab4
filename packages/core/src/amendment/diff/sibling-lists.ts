import type { Element, ProvisionNum } from '../../text/element.js';
import type { Location } from '../location.js';
import type { DraftContext } from './draft-context.js';
import type { Pen } from './pen.js';

/** 下位規定の並び。 */
export interface SiblingLists {
  readonly base: Element;
  readonly next: Element;
  readonly bases: readonly Element[];
  readonly nexts: readonly Element[];
  /** 並びを含む規定の場所 */
  readonly at: () => Location;
  /** 並びを含む規定の、入れ先の種類 */
  readonly holder?: Element;
  /** 並びの中の一つを、番号と標目で呼ぶ段。備考の号は「別表備考2」と呼ぶ。無ければ要素の種類による */
  readonly locate?: (num: ProvisionNum, label: string) => Location;
}

/** 項・号の並びを改める関数。規定・表・備考は互いに入れ子になるので、値として渡す。 */
export type DraftSiblings = (context: DraftContext, pen: Pen, lists: SiblingLists) => void;
