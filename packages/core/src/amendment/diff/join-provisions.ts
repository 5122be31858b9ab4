import type { LawDocument } from '../../text/element.js';
import type { DraftedProvision } from './pen.js';
import { joinAcrossProvisions } from './words/join-across-provisions.js';

/** 隣り合う改正規定が同じ字句の改めなら、場所を並べて一つにする。由来はみな引き継ぐ。 */
export function joinProvisions(provisions: readonly DraftedProvision[], base: LawDocument): DraftedProvision[] {
  return joinAcrossProvisions(provisions.map((p) => p.provision), base)
    .map(({ provision, from }) => ({ provision, origins: new Set(from.flatMap((i) => [...provisions[i]!.origins])) }));
}
