import type { AreaView } from '@renkei/app';
import type { AgreementReading, Initiative as Reading, PolicyField } from '@renkei/core';
import type { ApiLinks } from '../links.js';
import type { Initiative } from '../schemas/initiative.js';

/** 圏域のすべての取組を、協約の順・本文の順に。 */
export function presentInitiatives(area: AreaView, links: ApiLinks): Initiative[] {
  return area.readings.flatMap(({ agreement, reading }) => {
    const codeOf = bodyCodes(area, reading);
    const fields = new Map(reading.policyFields.map((field) => [field.path, field]));
    return reading.initiatives.map((initiative) => presentInitiative(area.slug, agreement, initiative, fields, codeOf, links));
  });
}

function presentInitiative(
  area: string, agreement: string, initiative: Reading, fields: ReadonlyMap<string, PolicyField>, codeOf: (name: string) => string | null, links: ApiLinks,
): Initiative {
  const field = initiative.field === null ? undefined : fields.get(initiative.field);
  return {
    agreement,
    path: initiative.path,
    label: initiative.label,
    name: initiative.name,
    content: initiative.content,
    contentInferred: initiative.contentInferred ?? false,
    field: field ? { path: field.path, label: field.label, heading: field.heading } : null,
    roles: initiative.roles.map(({ party, bodies, text, inferred }) => ({ party, bodies: bodies.map((name) => ({ code: codeOf(name), name })), text, inferred: inferred ?? false })),
    article: initiative.article && { number: initiative.article.number, url: links.article(area, agreement, initiative.article.number) },
    links: links.initiative(area, initiative.path),
  };
}

/** 団体の名からコードへ。協約の当事者を先に、次に圏域の名簿で一つに決まるときだけ。 */
export function bodyCodes(area: AreaView, reading: AgreementReading): (name: string) => string | null {
  return (name) => {
    const party = reading.agreement.parties.find((p) => p.name === name)?.code;
    if (party !== undefined) return party;
    const found = area.municipalities.filter((m) => m.name === name);
    return found.length === 1 ? found[0]!.code : null;
  };
}
