import { cliMessages, describeFinding, fillMessage, printInstrument, type CliMessageKey, type MessageData } from '@renkei/app';
import { draftAmendment, settle, writeAmendment, type DraftingProfile, type Operation } from '@renkei/core';
import type { CommandRequest, ExitCode } from '../../command.js';
import { printable } from '../../terminal/printable.js';
import { writeAll } from '../../write-all.js';
import { findingJson } from './finding-json.js';
import { pickProfile } from './pick-profile.js';
import { readDocument } from './read-document.js';
import { readDay } from './read-day.js';
import { readTwo } from './read-two.js';
import { reportFindings } from './report-findings.js';

/** 二つの本文の違いを改め文にする。改め文だけを標準出力に、ハネと報告は標準エラーに言う。 */
export async function runDiff({ files, values, lang, io }: CommandRequest): Promise<ExitCode> {
  const say = (key: CliMessageKey, data?: MessageData) => fillMessage(cliMessages[key], lang, data);
  const inForce = await readDay(values['in-force'], 'amend diff', lang, io);
  if (!inForce.ok) return inForce.error;
  const texts = await readTwo(files, 'amend diff', lang, io, readDocument, readDocument);
  if (!texts.ok) return texts.error;
  const [base, wanted] = texts.value;
  const picked = await pickProfile(values['profile'], base, 'amend diff', lang, io);
  if (!picked.ok) return picked.error;
  const profile = picked.value;
  const first = draftAmendment(base, wanted, profile);
  const settling = values['settle'] === true && first.consequences.length > 0;
  const next = settling ? settle(wanted, first.consequences) : wanted;
  const drafted = settling ? draftAmendment(base, next, profile) : first;
  const body = writeAmendment(drafted.amendment, profile);
  const whole = values['form'] === 'whole';
  const content = whole ? { form: 'whole', next } as const : { form: 'partial', amendment: drafted.amendment } as const;
  const text = whole || values['instrument'] === true ? printInstrument({ base, content, inForce: inForce.value }, profile) : body;

  if (values['json'] === true) {
    const consequences = drafted.consequences.map(({ finding, ...rest }) => ({ ...rest, finding: findingJson(finding, lang), ...(rest.proposal ? { sentence: printProposal(rest.proposal, profile) } : {}) }));
    const json = { profile: profile.name, text, amendment: drafted.amendment, consequences, findings: drafted.findings.map((f) => findingJson(f, lang)) };
    await writeAll(io.stdout, `${JSON.stringify(json, null, 2)}\n`);
    return 0;
  }
  if (drafted.amendment.length === 0) await writeAll(io.stderr, `${say('cli.amend.same')}\n`);
  else await writeAll(io.stdout, text);
  if (drafted.consequences.length > 0) {
    await writeAll(io.stderr, `renkei: ${say('cli.amend.consequences', { count: drafted.consequences.length })}\n`);
    for (const { finding, proposal } of drafted.consequences.slice(0, 100)) {
      const sentence = proposal ? `\n        ${printProposal(proposal, profile)}` : '';
      await writeAll(io.stderr, `renkei: ${printable(describeFinding(finding, lang))}${sentence}\n`);
    }
  }
  await reportFindings(drafted.findings, lang, io);
  return 0;
}

const printProposal = (proposal: Operation, profile: DraftingProfile): string => writeAmendment([{ operations: [proposal] }], profile).trim();
