import type { AgreementReading } from '@renkei/core';
import type { Db } from '../database/connect.js';
import { toText } from '../database/jsonb.js';

/** 一度に入れる行の数。PostgreSQL の一文の値の上限（65,535）に収まる */
const BATCH = 2000;

/** どの本文の読取か。amendment は何番目の変更までを当てた本文か */
export interface ReadingOf {
  readonly agreement: bigint;
  readonly revision: number;
  readonly amendment: number;
}

/** 読取を、問い合わせのための表に写す。 */
export async function projectReading(trx: Db, of: ReadingOf, reading: AgreementReading): Promise<void> {
  const at = (i: number) => ({ agreement_id: of.agreement, revision: of.revision, amendment: of.amendment, ordinal: i + 1 });
  const text = (value: string | null | undefined) => (value === null || value === undefined ? null : toText(value));

  for (const rows of batches(reading.agreement.parties.map((party, i) => ({
    ...at(i),
    name: toText(party.name),
    prefecture: text(party.prefecture),
    code: text(party.code),
    designation: text(party.designation),
  })))) await trx.insertInto('party').values(rows).execute();

  for (const rows of batches(reading.policyFields.map((field, i) => ({
    ...at(i),
    path: toText(field.path),
    label: toText(field.label),
    heading: toText(field.heading),
    parent_label: text(field.parent?.label),
    parent_heading: text(field.parent?.heading),
    node: field.node,
  })))) await trx.insertInto('policy_field').values(rows).execute();

  for (const rows of batches(reading.initiatives.map((initiative, i) => ({
    ...at(i),
    path: toText(initiative.path),
    label: toText(initiative.label),
    name: toText(initiative.name),
    content: toText(initiative.content),
    content_inferred: initiative.contentInferred ?? false,
    field_path: text(initiative.field),
    article_number: text(initiative.article?.number),
    article_node: initiative.article?.node ?? null,
    node: initiative.node,
  })))) await trx.insertInto('initiative').values(rows).execute();

  const roles = reading.initiatives.flatMap((initiative, i) =>
    initiative.roles.map((role, j) => ({
      ...at(j),
      initiative_ordinal: i + 1,
      party: toText(role.party),
      bodies: role.bodies.map(toText),
      text: toText(role.text),
      inferred: role.inferred ?? false,
    })),
  );
  for (const rows of batches(roles)) await trx.insertInto('role').values(rows).execute();

  for (const rows of batches(reading.duties.map((duty, i) => ({
    ...at(i),
    kind: duty.kind,
    article: toText(duty.article),
    caption: text(duty.caption),
    text: toText(duty.text),
    bearer: text(duty.bearer),
    frequency: duty.frequency,
    node: duty.node,
  })))) await trx.insertInto('duty').values(rows).execute();
}

/** BATCH 件ずつに分ける。空なら一度も回らない。 */
export function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH);
}
