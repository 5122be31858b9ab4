import type { Element } from '../../../text/element.js';
import type { Location } from '../../location.js';
import type { DraftingProfile } from '../../profile.js';
import type { ScopedRun } from '../scoped-run.js';

/** 対応する旧と新の一つの表。 */
export interface TableChange {
  /** Table */
  readonly base: Element;
  readonly next: Element;
  /** 表を指す場所 */
  readonly location: Location;
  /** 同じ場所の、表の外の run（別表の備考など）。引用が当たらないことを確かめる */
  readonly around: readonly ScopedRun[];
  readonly profile: DraftingProfile;
}
