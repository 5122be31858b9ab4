import type { DraftedProvision } from './pen.js';
import { hasBlock } from './pen.js';

const WORDS: readonly string[] = ['replaceWords', 'insertWords', 'deleteWords'];

/** 隣り合う改正規定が同じ字句の改めなら、場所を並べて一つにする。間に別の改正が挟まるものはまとめない。 */
export function joinProvisions(provisions: readonly DraftedProvision[]): DraftedProvision[] {
  const joined: DraftedProvision[] = [];
  for (const drafted of provisions) {
    const last = joined.at(-1);
    const one = only(drafted);
    const before = last && only(last);
    if (last && one && before && !hasBlock(one) && WORDS.includes(one.action.kind) && JSON.stringify(one.action) === JSON.stringify(before.action)) {
      joined[joined.length - 1] = {
        provision: { operations: [{ targets: [...before.targets, ...one.targets], action: one.action }] },
        origins: new Set([...last.origins, ...drafted.origins]),
      };
    } else joined.push(drafted);
  }
  return joined;
}

const only = ({ provision }: DraftedProvision) => (provision.operations.length === 1 ? provision.operations[0] : undefined);
