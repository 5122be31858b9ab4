import type { LawDocument } from '../../text/element.js';
import { joinRewrites } from './join-rewrites.js';
import type { DraftedProvision } from './pen.js';
import { joinAcrossProvisions } from './words/join-across-provisions.js';

/** 隣り合う改正規定が同じ字句の改め、又は続いた規定の全部改めなら、場所を並べて一つにする。由来はみな引き継ぐ。 */
export function joinProvisions(provisions: readonly DraftedProvision[], base: LawDocument): DraftedProvision[] {
  const words = joinAcrossProvisions(provisions.map((p) => p.provision), base)
    .map(({ provision, from }): DraftedProvision => ({ provision, origins: new Set(from.flatMap((i) => [...provisions[i]!.origins])) }));
  return joinRewrites(words, base);
}
