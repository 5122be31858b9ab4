import { writeFile } from 'node:fs/promises';
import { cliMessages, comparisonWords, fillMessage } from '@renkei/app';
import { applyAmendment, compareTexts, draftAmendment, titleOf } from '@renkei/core';
import type { CommandRequest, ExitCode } from '../../command.js';
import { compose } from '../../compose.js';
import { describeUsageProblem } from '../../usage-problem.js';
import { writeAll } from '../../write-all.js';
import { pickProfile } from './pick-profile.js';
import { readDocument } from './read-document.js';
import { readTwo } from './read-two.js';
import { reportFindings } from './report-findings.js';

const FORMATS = ['text', 'html', 'docx'] as const;

/** 新旧対照表を作る。Word は画面に出せないので、保存先が要る。 */
export async function runCompare({ files, values, lang, io }: CommandRequest): Promise<ExitCode> {
  const format = FORMATS.find((f) => f === values['format']) ?? 'text';
  const out = typeof values['out'] === 'string' ? values['out'] : null;
  if (format === 'docx' && out === null) {
    await writeAll(io.stderr, describeUsageProblem({ key: 'cli.problem.docx-needs-out' }, 'amend compare', lang));
    return 2;
  }
  const texts = await readTwo(files, 'amend compare', lang, io, readDocument, readDocument);
  if (!texts.ok) return texts.error;
  const [base, next] = texts.value;
  const picked = await pickProfile(values['profile'], base, 'amend compare', lang, io);
  if (!picked.ok) return picked.error;
  const profile = picked.value;
  const applied = applyAmendment(base, draftAmendment(base, next, profile).amendment);
  if (!applied.ok) {
    await reportFindings(applied.error, lang, io);
    return 1;
  }
  const { writeComparison } = await compose();
  const heading = fillMessage(cliMessages['cli.amend.comparison-heading'], lang, { title: titleOf(base) });
  const bytes = await writeComparison(compareTexts(base, applied.value, profile), format, comparisonWords(heading, lang));
  if (out === null) {
    await writeAll(io.stdout, new TextDecoder().decode(bytes));
    return 0;
  }
  try {
    await writeFile(out, bytes);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    await writeAll(io.stderr, `renkei: ${fillMessage(cliMessages['cli.fault.write'], lang, { path: out, detail: code ?? message })}\n`);
    return 3;
  }
  return 0;
}
