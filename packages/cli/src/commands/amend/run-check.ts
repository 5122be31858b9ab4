import { applyText, cliMessages, describeFinding, fillMessage } from '@renkei/app';
import type { CommandRequest, ExitCode } from '../../command.js';
import { printable } from '../../terminal/printable.js';
import { writeAll } from '../../write-all.js';
import { findingJson } from './finding-json.js';
import { readAmendingText, readDocument } from './read-document.js';
import { readTwo } from './read-two.js';

/** 改め文が当たるかを確かめ、報告を標準出力に出す。 */
export async function runCheck({ files, values, lang, io }: CommandRequest): Promise<ExitCode> {
  const inputs = await readTwo(files, 'amend check', lang, io, readDocument, readAmendingText);
  if (!inputs.ok) return inputs.error;
  const [base, text] = inputs.value;
  const { applied, findings } = applyText(base, text);
  if (values['json'] === true) {
    await writeAll(io.stdout, `${JSON.stringify({ applies: applied !== null, findings: findings.map((f) => findingJson(f, lang)) }, null, 2)}\n`);
    return applied === null ? 1 : 0;
  }
  for (const finding of findings) await writeAll(io.stdout, `${printable(describeFinding(finding, lang))}\n`);
  const count = applied === null ? findings.filter((f) => f.severity === 'error').length : findings.length;
  await writeAll(io.stdout, `${fillMessage(cliMessages[applied === null ? 'cli.amend.refused' : 'cli.amend.applies'], lang, { count })}\n`);
  return applied === null ? 1 : 0;
}
