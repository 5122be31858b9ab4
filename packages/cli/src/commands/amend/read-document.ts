import { basename } from 'node:path';
import { cliMessages, describeFinding, describeSourceFailure, fillMessage, readAmendingText as readAmendingTextOf, readOpenedSource, type Lang } from '@renkei/app';
import { err, ok, type LawDocument, type Result } from '@renkei/core';
import type { ExitCode } from '../../command.js';
import { compose } from '../../compose.js';
import { readSource } from '../../input/read-source.js';
import { reportReadFailure } from '../../input/report-read-failure.js';
import type { Io } from '../../io.js';
import { printable } from '../../terminal/printable.js';
import { writeAll } from '../../write-all.js';

/** ファイルを開いて本文の木にする。開けなければ理由を言い、終了コードを返す。 */
export async function readDocument(file: string, command: string, lang: Lang, io: Io): Promise<Result<LawDocument, ExitCode>> {
  const opened = await openFile(file, command, lang, io);
  if (!opened.ok) return opened;
  const { document, findings } = readOpenedSource(opened.value);
  for (const finding of [...opened.value.findings, ...findings].filter((f) => f.severity === 'error').slice(0, 20)) {
    await writeAll(io.stderr, `renkei: ${printable(describeFinding(finding, lang))}\n`);
  }
  return ok(document);
}

/** ファイルを開き、改め文として読む文字列にする。 */
export async function readAmendingText(file: string, command: string, lang: Lang, io: Io): Promise<Result<string, ExitCode>> {
  const opened = await openFile(file, command, lang, io);
  if (!opened.ok) return opened;
  return ok(readAmendingTextOf(opened.value));
}

async function openFile(file: string, command: string, lang: Lang, io: Io) {
  const { openSource, maxSourceBytes } = await compose();
  const bytes = await readSource(file, maxSourceBytes, lang, io);
  if (!bytes.ok) return err(await reportReadFailure(bytes.error, command, lang, io));
  const opened = await openSource(bytes.value, file === '-' ? {} : { fileName: basename(file) });
  if (opened.ok) return opened;
  const name = file === '-' ? fillMessage(cliMessages['cli.stdin'], lang) : basename(file);
  await writeAll(io.stderr, `renkei: ${name}: ${describeSourceFailure(opened.error, lang)}\n`);
  return err<ExitCode>(1);
}
