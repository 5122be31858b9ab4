import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { adoptAmendment, cliMessages, describeAdoptionFailure, describeStoreFault, fillMessage } from '@renkei/app';
import { Fault } from '@renkei/core';
import type { CommandRequest, ExitCode } from '../../command.js';
import { compose, openCatalogue } from '../../compose.js';
import { readSource } from '../../input/read-source.js';
import { reportReadFailure } from '../../input/report-read-failure.js';
import { describeUsageProblem } from '../../usage-problem.js';
import { writeAll } from '../../write-all.js';
import { readDay } from './read-day.js';
import { reportFindings } from './report-findings.js';

/** 締結した変更を、証明とともに保存する。断られたら何も保存しない。 */
export async function runAdopt({ files, values, lang, io }: CommandRequest): Promise<ExitCode> {
  const [name, file] = files as [string, string];
  const [area, agreement, ...rest] = name.split('/');
  if (!area || !agreement || rest.length > 0) {
    await writeAll(io.stderr, describeUsageProblem({ key: 'cli.problem.not-an-agreement-name', data: { found: name } }, 'amend adopt', lang));
    return 2;
  }
  const inForceOn = await readDay(values['in-force'], 'amend adopt', lang, io);
  if (!inForceOn.ok) return inForceOn.error;
  const concludedOn = await readDay(values['concluded'], 'amend adopt', lang, io);
  if (!concludedOn.ok) return concludedOn.error;
  const { openSource, maxSourceBytes } = await compose();
  const bytes = await readSource(file, maxSourceBytes, lang, io);
  if (!bytes.ok) return reportReadFailure(bytes.error, 'amend adopt', lang, io);

  try {
    const store = await openCatalogue(io.env, () => {});
    try {
      const adopted = await adoptAmendment(
        {
          area, agreement, bytes: bytes.value, fileName: file === '-' ? fillMessage(cliMessages['cli.stdin'], lang) : basename(file),
          note: typeof values['note'] === 'string' ? values['note'] : null,
          sample: values['sample'] === true,
          inForceOn: inForceOn.value ?? undefined,
          concludedOn: concludedOn.value ?? undefined,
        },
        { openSource, catalogue: store.catalogue, sha256: (content) => createHash('sha256').update(content).digest('hex') },
      );
      if (!adopted.ok) {
        await writeAll(io.stderr, `renkei: ${describeAdoptionFailure(adopted.error, lang)}\n`);
        return 1;
      }
      const { number, title, inForceOn: day, proof, findings } = adopted.value;
      await writeAll(io.stdout, `${fillMessage(cliMessages['cli.amend.adopt.done'], lang, { number, title, inForceOn: day, ...proof })}\n`);
      await reportFindings(findings, lang, io);
      return 0;
    } finally {
      await store.close();
    }
  } catch (cause) {
    const known = cause instanceof Fault ? describeStoreFault(cause, lang) : undefined;
    if (known === undefined) throw cause;
    await writeAll(io.stderr, `renkei: ${known}\n`);
    return 3;
  }
}
