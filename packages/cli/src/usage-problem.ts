import { cliMessages, fillMessage, type CliMessageKey, type Lang } from '@renkei/app';

/** コマンドの使い方の誤り。文言は cliMessages から作る。 */
export interface UsageProblem {
  readonly key: CliMessageKey;
  readonly data?: Readonly<Record<string, string | number>>;
  /** 近い語、直し方など、次の行に添えるもの */
  readonly hint?: { readonly key: CliMessageKey; readonly data: Readonly<Record<string, string | number>> };
}

/** 「renkei: …」の形の文章。最後に、説明の出し方を添える。 */
export function describeUsageProblem(problem: UsageProblem, command: string | null, lang: Lang): string {
  const lines = fillMessage(cliMessages[problem.key], lang, problem.data).split('\n');
  if (problem.hint) lines.push(fillMessage(cliMessages[problem.hint.key], lang, problem.hint.data));
  lines.push(fillMessage(cliMessages['cli.problem.see-help'], lang, { command: command === null ? 'renkei' : `renkei ${command}` }));
  return `renkei: ${lines.join('\n        ')}\n`;
}
