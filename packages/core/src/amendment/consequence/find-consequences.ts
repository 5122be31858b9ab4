import type { LawDocument, NodeId } from '../../text/element.js';
import type { Consequence } from '../consequence.js';
import type { Alignment } from '../diff/alignment.js';
import type { DraftingProfile } from '../profile.js';
import { writeRun } from '../run.js';
import { provisionIndex, type IndexedRun } from './provision-index.js';
import { referenceConsequences } from './reference-consequences.js';
import { termConsequences } from './term-consequences.js';
import { tocConsequences } from './toc-consequences.js';

/**
 * ハネを見つける。変わらない規定の中の、前条・第n条・別表・目次・定義語が、変更の後に別のものを指すところ。
 * 起案した人が既に直した所、新しく書いた規定の中は見ない。
 */
export function findConsequences(base: LawDocument, next: LawDocument, alignment: Alignment, profile: DraftingProfile): Consequence[] {
  const sides = { profile, base: provisionIndex(base), next: provisionIndex(next), alignment };
  const before = new Map<NodeId, IndexedRun[]>();
  for (const run of sides.base.runs) {
    const own = before.get(run.owner.id);
    if (own) own.push(run);
    else before.set(run.owner.id, [run]);
  }
  const consequences: Consequence[] = [];
  const origin = (run: IndexedRun): IndexedRun | undefined => {
    const owner = alignment.toBase.get(run.owner.id);
    return owner && before.get(owner.id)?.find((old) => old.run.tag === run.run.tag && old.nth === run.nth);
  };
  for (const run of sides.next.runs) {
    const old = origin(run);
    if (old) consequences.push(...referenceConsequences(old, run, sides));
  }
  const untouched = (run: IndexedRun): boolean => {
    const old = origin(run);
    return old !== undefined && writeRun(old.run) === writeRun(run.run);
  };
  consequences.push(...tocConsequences(base, next, sides), ...termConsequences(sides, untouched));
  return consequences;
}
