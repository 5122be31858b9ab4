import type { Lang } from '@renkei/app';
import { err, ok, parsePlainDate, type PlainDate, type Result } from '@renkei/core';
import type { ExitCode } from '../../command.js';
import type { Io } from '../../io.js';
import { describeUsageProblem } from '../../usage-problem.js';
import { writeAll } from '../../write-all.js';

/** 日を取るオプション（--in-force、--last-day）。無ければ null。 */
export async function readDay(value: string | true | undefined, command: string, lang: Lang, io: Io): Promise<Result<PlainDate | null, ExitCode>> {
  if (typeof value !== 'string') return ok(null);
  const day = parsePlainDate(value);
  if (day.ok) return day;
  await writeAll(io.stderr, describeUsageProblem({ key: 'cli.problem.bad-day', data: { found: value } }, command, lang));
  return err(2);
}
