import { writeRun } from '../run.js';
import type { Element } from '../../text/element.js';
import type { ComparisonSpan } from '../comparison.js';
import type { Piece } from '../trace.js';

export type Side = 'old' | 'new';

/** run の片側の印字。操作の跡（Piece）があれば、その側に残る文字と、変わった文字を分ける。 */
export function markedRun(run: Element, pieces: readonly Piece[] | undefined, side: Side, whole: boolean): ComparisonSpan[] {
  if (whole || pieces === undefined) {
    const text = writeRun(run);
    return text === '' ? [] : [whole ? { text, changed: true } : { text }];
  }
  const spans: { text: string; changed?: boolean }[] = [];
  for (const { text, addedBy, removedBy } of pieces) {
    const absent = side === 'old' ? addedBy !== undefined : removedBy !== undefined;
    if (absent || text === '') continue;
    const changed = side === 'old' ? removedBy !== undefined : addedBy !== undefined;
    const last = spans.at(-1);
    if (last && (last.changed ?? false) === changed) last.text += text;
    else spans.push(changed ? { text, changed } : { text });
  }
  return spans;
}
