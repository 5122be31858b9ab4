import type { Lang } from '@renkei/app';
import type { ExitCode } from '../command.js';
import type { Io } from '../io.js';
import { describeUsageProblem } from '../usage-problem.js';
import { writeAll } from '../write-all.js';
import type { ReadFailure } from './read-source.js';

/** ファイルを読めない理由を標準エラーに言い、終了コードを返す。 */
export async function reportReadFailure(failure: ReadFailure, command: string, lang: Lang, io: Io): Promise<ExitCode> {
  if (failure.kind === 'usage') {
    await writeAll(io.stderr, describeUsageProblem(failure.problem, command, lang));
    return 2;
  }
  await writeAll(io.stderr, `renkei: ${failure.message}\n`);
  return 3;
}
