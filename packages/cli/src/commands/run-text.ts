import { writeFile } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { cliMessages, convertDocument, describeFinding, describeSourceFailure, fillMessage, type CliMessageKey, type Lang, type MessageData, type TextFormat } from '@renkei/app';
import type { Finding } from '@renkei/core';
import type { CommandRequest, ExitCode } from '../command.js';
import { compose } from '../compose.js';
import { readSource } from '../input/read-source.js';
import { reportReadFailure } from '../input/report-read-failure.js';
import type { Io } from '../io.js';
import { printable } from '../terminal/printable.js';
import { withProgress } from '../terminal/progress.js';
import { describeUsageProblem } from '../usage-problem.js';
import { writeAll } from '../write-all.js';
import { TEXT_FORMATS } from './text-formats.js';

/** 本文を別の形式で書き出す。報告は標準エラーに短く言う。 */
export async function runText({ files: [file], values, lang, io }: CommandRequest): Promise<ExitCode> {
  const say = (key: CliMessageKey, data?: MessageData) => fillMessage(cliMessages[key], lang, data);
  const format: TextFormat = TEXT_FORMATS.find((f) => f === values['format']) ?? 'text';
  const out = typeof values['out'] === 'string' ? values['out'] : null;
  if (out !== null && file !== '-' && sameFile(out, file)) {
    await writeAll(io.stderr, describeUsageProblem({ key: 'cli.problem.out-is-source', data: { path: out } }, 'text', lang));
    return 2;
  }
  const { openSource, writeDocument, maxSourceBytes } = await compose();
  const bytes = await readSource(file, maxSourceBytes, lang, io);
  if (!bytes.ok) return reportReadFailure(bytes.error, 'text', lang, io);

  const name = file === '-' ? say('cli.stdin') : basename(file);
  const label = say('cli.progress.reading', { name });
  const converted = await withProgress({ stream: io.stderr, label, seconds: cliMessages['cli.progress.seconds'][lang] }, () =>
    convertDocument({ bytes: bytes.value, fileName: file === '-' ? undefined : basename(file), format }, { openSource, writeDocument }),
  );
  if (!converted.ok) {
    await writeAll(io.stderr, `renkei: ${name}: ${describeSourceFailure(converted.error, lang)}\n`);
    return 1;
  }
  const { text, findings } = converted.value;
  const written = text.endsWith('\n') ? text : `${text}\n`;
  if (out === null) await writeAll(io.stdout, written);
  else {
    const failure = await save(out, written, lang);
    if (failure) {
      await writeAll(io.stderr, failure.message);
      return failure.exitCode;
    }
    await writeAll(io.stderr, `${say('cli.text.written', { path: out, count: [...written].length })}\n`);
  }
  await reportFindings(findings, file, lang, io);
  return findings.some((f) => f.severity === 'error') ? 1 : 0;
}

async function save(out: string, text: string, lang: Lang): Promise<{ message: string; exitCode: ExitCode } | null> {
  try {
    await writeFile(out, text);
    return null;
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { message: describeUsageProblem({ key: 'cli.problem.out-folder-missing', data: { path: dirname(out) } }, 'text', lang), exitCode: 2 };
    return { message: `renkei: ${fillMessage(cliMessages['cli.fault.write'], lang, { path: out, detail: code ?? message })}\n`, exitCode: 3 };
  }
}

async function reportFindings(findings: readonly Finding[], path: string, lang: Lang, io: Io): Promise<void> {
  const count = (severity: Finding['severity']) => findings.filter((f) => f.severity === severity).length;
  const errors = findings.filter((f) => f.severity === 'error').slice(0, 20);
  for (const finding of errors) await writeAll(io.stderr, `renkei: ${printable(describeFinding(finding, lang))}\n`);
  const [e, w, a] = [count('error'), count('warning'), count('advice')];
  if (e + w === 0) return;
  await writeAll(io.stderr, `renkei: ${fillMessage(cliMessages['cli.text.findings'], lang, { count: e + w + a, errors: e, warnings: w, advices: a, path })}\n`);
}

function sameFile(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}
