import { applyText, cliMessages, fillMessage, type TextFormat } from '@renkei/app';
import type { CommandRequest, ExitCode } from '../../command.js';
import { compose } from '../../compose.js';
import { writeAll } from '../../write-all.js';
import { readAmendingText, readDocument } from './read-document.js';
import { readTwo } from './read-two.js';
import { reportFindings } from './report-findings.js';

const FORMATS: readonly TextFormat[] = ['text', 'xml', 'json'];

/** 改め文を当てて、溶け込んだ本文を出す。断る理由があれば何も出さない。 */
export async function runApply({ files, values, lang, io }: CommandRequest): Promise<ExitCode> {
  const inputs = await readTwo(files, 'amend apply', lang, io, readDocument, readAmendingText);
  if (!inputs.ok) return inputs.error;
  const [base, text] = inputs.value;
  const { applied, findings } = applyText(base, text);
  await reportFindings(findings, lang, io);
  if (applied === null) {
    const count = findings.filter((f) => f.severity === 'error').length;
    await writeAll(io.stderr, `renkei: ${fillMessage(cliMessages['cli.amend.refused'], lang, { count })}\n`);
    return 1;
  }
  const { writeDocument } = await compose();
  const written = writeDocument(applied.document, FORMATS.find((f) => f === values['format']) ?? 'text');
  await writeAll(io.stdout, written.endsWith('\n') ? written : `${written}\n`);
  return 0;
}
