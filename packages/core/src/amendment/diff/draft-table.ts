import type { Element } from '../../text/element.js';
import type { Location } from '../location.js';
import { blockOf, isSame, operation, type DraftContext } from './draft-context.js';
import type { Pen } from './pen.js';

export interface TablePair {
  readonly base: Element;
  readonly next: Element;
  /** 表を含む規定や別表の場所 */
  readonly at: () => Location;
  readonly holder: Element;
}

/** 表を改める。 */
export function draftTable(context: DraftContext, pen: Pen, { base, next, at, holder }: TablePair): void {
  if (isSame(context, base, next)) return;
  pen.write(operation([...at(), { kind: 'table' }], { kind: 'replaceWhole', block: blockOf(context, [next], holder.tag, base) }));
}
