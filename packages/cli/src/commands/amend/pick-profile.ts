import { chooseProfile, profileFor, PROFILES, type DraftingProfile, type LawDocument } from '@renkei/core';

/** --profile の値。auto（既定）は本文から選ぶ。 */
export function pickProfile(name: string | true | undefined, base: LawDocument): DraftingProfile {
  const named = PROFILES.find((p) => p.name === name);
  return named ? profileFor(base, named) : chooseProfile(base);
}
