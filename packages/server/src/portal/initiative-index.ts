import type { AgreementCard, AreaView } from '@renkei/app';
import type { AgreementReading, Duty, Initiative, PolicyField } from '@renkei/core';

/** 圏域の取組の一つ。同じ区分と符号の取組は、どの協約にあっても一つの頁にまとめる。 */
export interface InitiativeEntry {
  readonly path: string;
  readonly label: string;
  readonly name: string;
  readonly field: PolicyField | null;
  readonly occurrences: readonly InitiativeOccurrence[];
}

export interface InitiativeOccurrence {
  readonly agreement: AgreementCard;
  readonly initiative: Initiative;
}

export interface FieldGroup {
  readonly field: PolicyField | null;
  readonly initiatives: readonly InitiativeEntry[];
}

/** 圏域の取組を、初めて現れた協約の順に並べる。 */
export function initiativesOf(area: AreaView): InitiativeEntry[] {
  const entries = new Map<string, { readonly first: Initiative; readonly field: PolicyField | null; readonly occurrences: InitiativeOccurrence[] }>();
  for (const { agreement, reading } of readingsOf(area)) {
    for (const initiative of reading.initiatives) {
      const field = reading.policyFields.find((f) => f.path === initiative.field) ?? null;
      const entry = entries.get(initiative.path) ?? { first: initiative, field, occurrences: [] };
      entry.occurrences.push({ agreement, initiative });
      entries.set(initiative.path, entry);
    }
  }
  return [...entries].map(([path, { first, field, occurrences }]) => ({ path, label: first.label, name: first.name, field, occurrences }));
}

/** 政策分野ごとにまとめる。順は本文の順。 */
export function fieldsOf(entries: readonly InitiativeEntry[]): FieldGroup[] {
  const groups = new Map<string, { readonly field: PolicyField | null; readonly initiatives: InitiativeEntry[] }>();
  for (const entry of entries) {
    const key = entry.field?.path ?? '';
    const group = groups.get(key) ?? { field: entry.field, initiatives: [] };
    group.initiatives.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** 推定で補った文字があるか。 */
export const isInferred = (initiative: Initiative): boolean => initiative.contentInferred === true || initiative.roles.some((role) => role.inferred === true);

export interface DutyEntry {
  readonly agreement: AgreementCard;
  readonly duty: Duty;
}

export function dutiesOf(area: AreaView): DutyEntry[] {
  return readingsOf(area).flatMap(({ agreement, reading }) => reading.duties.map((duty) => ({ agreement, duty })));
}

export function readingsOf(area: AreaView): { readonly agreement: AgreementCard; readonly reading: AgreementReading }[] {
  return area.readings.flatMap(({ agreement: slug, reading }) => {
    const agreement = area.agreements.find((a) => a.slug === slug);
    return agreement ? [{ agreement, reading }] : [];
  });
}
