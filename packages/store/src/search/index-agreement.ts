import type { NewAgreement } from '@renkei/app';
import { formatWareki, type AgreementReading, type Initiative } from '@renkei/core';
import type { Db } from '../database/connect.js';
import { toText } from '../database/jsonb.js';
import type { Entry } from './entry.js';
import { provisionEntries } from './provision-entries.js';
import { writeEntries } from './write-entries.js';

type Indexed = Pick<NewAgreement, 'area' | 'slug' | 'document' | 'reading'>;

/** 協約そのもの、取組、条項の見出し。 */
export async function indexAgreement(trx: Db, id: bigint, agreement: Indexed): Promise<void> {
  await writeEntries(trx, agreement.area, id, [agreementEntry(agreement), ...initiativeEntries(agreement), ...provisions(agreement)]);
}

const titleOf = ({ slug, reading }: Indexed): string => reading.agreement.title ?? slug;
const pathOf = ({ area, slug }: Indexed): string => `/${area}/agreements/${slug}`;

function agreementEntry(agreement: Indexed): Entry {
  const { parties, concludedOn, legalBasis } = agreement.reading.agreement;
  const facts = [
    parties.map((party) => party.name).join('・'),
    concludedOn === null ? '' : `${formatWareki(concludedOn)}（${concludedOn}）締結`,
    legalBasis ?? '',
  ];
  return {
    kind: 'agreement',
    heading: titleOf(agreement),
    title: titleOf(agreement),
    body: facts.filter((fact) => fact !== '').join(' '),
    path: pathOf(agreement),
  };
}

function initiativeEntries(agreement: Indexed): Entry[] {
  return agreement.reading.initiatives.map((initiative) => ({
    kind: 'initiative',
    heading: initiative.name,
    title: `${initiative.label} ${initiative.name}`.trim(),
    body: initiativeBody(initiative, agreement.reading),
    path: `/${agreement.area}/initiatives/${encodePath(initiative.path)}`,
  }));
}

function initiativeBody(initiative: Initiative, reading: AgreementReading): string {
  const field = reading.policyFields.find(({ path }) => path === initiative.field);
  const roles = initiative.roles.map((role) => `${role.party}: ${role.text}`);
  return [initiative.content, ...roles, field?.parent?.heading ?? '', field?.heading ?? ''].filter((part) => part !== '').join(' ');
}

/** 区分ごとに符号化する。/ は区切り、( ) はそのまま。 */
const encodePath = (path: string): string => toText(path).split('/').map(encodeURIComponent).join('/');

function provisions(agreement: Indexed): Entry[] {
  return provisionEntries(agreement.document).map(({ heading, body, anchor }) => ({
    kind: 'provision',
    heading,
    title: heading === '' ? titleOf(agreement) : `${heading} — ${titleOf(agreement)}`,
    body,
    path: anchor === null ? pathOf(agreement) : `${pathOf(agreement)}#${anchor}`,
  }));
}
