import { applyAmendment, chooseProfile, compareTexts, invariant, joinApplied, largestId, type Applied, type AppliedStep, type Comparison, type DraftingProfile, type LawDocument } from '@renkei/core';
import type { Catalogue } from './ports.js';
import type { AgreementVersions, AmendmentFacts } from './read-model.js';

export interface CompareVersionsRequest {
  readonly area: string;
  readonly versions: AgreementVersions;
  /** 旧と新の版の番号。from < to */
  readonly from: number;
  readonly to: number;
  /** 変わらない規定も並べる */
  readonly whole: boolean;
  /** 欄の題 */
  readonly titles: { readonly new: string; readonly old: string };
}

export interface VersionComparison {
  readonly comparison: Comparison;
  /** 操作の通し番号 → それを書いた改め文（変更の番号）とその行 */
  readonly origins: readonly { readonly amendment: number; readonly line: number }[];
}

/** 二つの版の新旧対照表。間の変更を続けて当てた跡から作る。どちらかの版が無ければ null。 */
export async function compareVersions({ area, versions, from, to, whole, titles }: CompareVersionsRequest, { catalogue }: { readonly catalogue: Pick<Catalogue, 'findVersion'> }): Promise<VersionComparison | null> {
  const base = await catalogue.findVersion(area, versions.slug, from);
  const between = versions.versions.filter((v) => v.number > from && v.number <= to).flatMap((v) => v.amendment ?? []);
  if (!base || versions.versions[to] === undefined) return null;
  const applied = applyInTurn(base.document, between);
  const profile = chooseProfile(base.document);
  const shown: DraftingProfile = { ...profile, comparison: { ...profile.comparison, newTitle: titles.new, oldTitle: titles.old } };
  return {
    comparison: compareTexts(base.document, applied, shown, { whole }),
    origins: between.flatMap(({ number, operations, lines }) => operations.flatMap((provision, i) => provision.operations.map(() => ({ amendment: number, line: lines[i] ?? 1 })))),
  };
}

/** 変更を一つずつ続けて当て、初めから終わりまでの一つの跡にする。 */
function applyInTurn(base: LawDocument, amendments: readonly AmendmentFacts[]): Applied {
  const steps: AppliedStep[] = [];
  let document = base;
  let idsAfter = largestId(base.root);
  for (const { operations } of amendments) {
    const applied = applyAmendment(document, operations, { idsAfter });
    invariant(applied.ok, '証明の済んだ変更は、もう一度当てられること');
    document = applied.value.document;
    idsAfter = Math.max(idsAfter, largestId(document.root));
    steps.push({ applied: applied.value, operations: operations.reduce((sum, provision) => sum + provision.operations.length, 0) });
  }
  return joinApplied(base, steps);
}
