import { cliMessages, fillMessage } from '@renkei/app';
import { readInstrument, writeAmendment, AGREEMENT_PROFILE } from '@renkei/core';
import type { CommandRequest, ExitCode } from '../../command.js';
import { writeAll } from '../../write-all.js';
import { findingJson } from './finding-json.js';
import { readAmendingText } from './read-document.js';
import { reportFindings } from './report-findings.js';

/** 改め文を読み、操作の並びにする。 */
export async function runParse({ files, values, lang, io }: CommandRequest): Promise<ExitCode> {
  const text = await readAmendingText(files[0], 'amend parse', lang, io);
  if (!text.ok) return text.error;
  const { instrument, findings } = readInstrument(text.value);
  const amendment = instrument.parts.flatMap((p) => p.amendment);
  const failed = findings.some((f) => f.severity === 'error');
  if (values['json'] === true) {
    await writeAll(io.stdout, `${JSON.stringify({ understood: !failed, instrument, findings: findings.map((f) => findingJson(f, lang)) }, null, 2)}\n`);
    return failed ? 1 : 0;
  }
  const operations = amendment.reduce((sum, provision) => sum + provision.operations.length, 0);
  await writeAll(io.stdout, `${writeAmendment(amendment, AGREEMENT_PROFILE)}${fillMessage(cliMessages['cli.amend.parse.count'], lang, { provisions: amendment.length, operations })}\n`);
  await reportFindings(findings, lang, io);
  return failed ? 1 : 0;
}
