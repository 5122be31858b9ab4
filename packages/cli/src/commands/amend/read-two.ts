import type { Lang } from '@renkei/app';
import { err, ok, type Result } from '@renkei/core';
import type { ExitCode } from '../../command.js';
import type { Io } from '../../io.js';
import { describeUsageProblem } from '../../usage-problem.js';
import { writeAll } from '../../write-all.js';

type Read<T> = (file: string, command: string, lang: Lang, io: Io) => Promise<Result<T, ExitCode>>;

/** 二つのファイルを順に読む。標準入力を二度使うことはできない。 */
export async function readTwo<A, B>(files: readonly string[], command: string, lang: Lang, io: Io, readFirst: Read<A>, readSecond: Read<B>): Promise<Result<[A, B], ExitCode>> {
  const [a, b] = files as [string, string];
  if (a === '-' && b === '-') {
    await writeAll(io.stderr, describeUsageProblem({ key: 'cli.problem.two-stdins' }, command, lang));
    return err(2);
  }
  const first = await readFirst(a, command, lang, io);
  if (!first.ok) return first;
  const second = await readSecond(b, command, lang, io);
  return second.ok ? ok([first.value, second.value]) : second;
}
