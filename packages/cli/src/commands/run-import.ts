import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { cliMessages, fillMessage, importDocument, importJson, importResult, refusedImportResult, type ImportResult } from '@renkei/app';
import type { CommandRequest, ExitCode } from '../command.js';
import { compose } from '../compose.js';
import { importSummary } from '../import-summary.js';
import { readMunicipalities } from '../input/read-municipalities.js';
import { readSource } from '../input/read-source.js';
import { reportReadFailure } from '../input/report-read-failure.js';
import { withProgress } from '../terminal/progress.js';
import { styleFor } from '../terminal/style.js';
import { writeAll } from '../write-all.js';

/** 原文を読み、結果を JSON か要約で出す。 */
export async function runImport({ files: [file], values, lang, io }: CommandRequest): Promise<ExitCode> {
  const directory = await readMunicipalities(values['municipalities'], lang, io);
  if (!directory.ok) return reportReadFailure(directory.error, 'import', lang, io);
  const { openSource, maxSourceBytes } = await compose();
  const bytes = await readSource(file, maxSourceBytes, lang, io);
  if (!bytes.ok) return reportReadFailure(bytes.error, 'import', lang, io);

  const name = file === '-' ? fillMessage(cliMessages['cli.stdin'], lang) : basename(file);
  const label = fillMessage(cliMessages['cli.progress.reading'], lang, { name });
  const imported = await withProgress({ stream: io.stderr, label, seconds: cliMessages['cli.progress.seconds'][lang] }, () =>
    importDocument({ bytes: bytes.value, fileName: file === '-' ? undefined : basename(file), directory: directory.value }, openSource),
  );
  const result = imported.ok ? importResult(imported.value, lang) : refusedImportResult(imported.error, createHash('sha256').update(bytes.value).digest('hex'), lang);

  const style = styleFor(io.stdout, io.env);
  const output = values['json'] ? `${JSON.stringify(importJson(result), null, 2)}\n` : importSummary(result, { lang, style, width: columnsOf(io.stdout.columns), source: name });
  await writeAll(io.stdout, output);
  return usable(result) ? 0 : 1;
}

const usable = (result: ImportResult): boolean => result.kind === 'cooperation-agreement' && result.findings.every((f) => f.severity !== 'error');

/** 端末が狭くても広くても読める桁数にする。 */
const columnsOf = (columns: number | undefined): number => Math.min(Math.max(columns ?? 80, 40), 100);
