import { cliMessages, fillMessage, LANGS, type Lang } from '@renkei/app';
import { filesOf, type ExitCode } from './command.js';
import { readCommandLine } from './command-line.js';
import { amendCommands } from './commands/amend/amend-commands.js';
import { importCommand } from './commands/import.js';
import { textCommand } from './commands/text.js';
import { commandHelp, generalHelp } from './help.js';
import type { Io } from './io.js';
import { productVersion } from './product-version.js';
import { styleFor } from './terminal/style.js';
import { printable } from './terminal/printable.js';
import { describeUsageProblem, type UsageProblem } from './usage-problem.js';
import { writeAll } from './write-all.js';

const COMMANDS = [importCommand, textCommand, ...amendCommands];

/** renkei コマンドの入口。引数を読み、下位コマンドに渡し、終了コードを返す。 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const lang = langOf(argv);
  try {
    return await dispatch(argv, lang, io);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    const trace = io.env['RENKEI_DEBUG'] && cause instanceof Error ? `\n${cause.stack}` : '';
    await writeAll(io.stderr, `renkei: ${fillMessage(cliMessages['cli.fault.unexpected'], lang, { detail })}${trace}\n`);
    return 3;
  }
}

async function dispatch(argv: readonly string[], lang: Lang, io: Io): Promise<ExitCode> {
  const line = readCommandLine(argv, COMMANDS);
  if (!line.ok) return refuse(line.error.problem, line.error.command);
  const { command, group, positionals, values } = line.value;
  const shown = group ?? COMMANDS;
  if (values['version']) {
    await writeAll(io.stdout, `renkei ${productVersion()}\n`);
    return 0;
  }
  if (values['help']) {
    const style = styleFor(io.stdout, io.env);
    await writeAll(io.stdout, command ? commandHelp(command, lang, style) : generalHelp(shown, productVersion(), lang, style));
    return 0;
  }
  if (!command) {
    await writeAll(io.stderr, generalHelp(shown, productVersion(), lang, styleFor(io.stderr, io.env)));
    return refuse({ key: 'cli.problem.no-command' }, null);
  }
  const wanted = filesOf(command);
  const [file, ...others] = positionals.slice(0, wanted.length);
  const missing = wanted[positionals.findIndex((p) => p === '') >= 0 ? positionals.indexOf('') : positionals.length];
  if (file === undefined || missing !== undefined) {
    return refuse({ key: 'cli.problem.no-file', ...(wanted.length > 1 ? { hint: { key: 'cli.problem.no-file-hint', data: { name: cliMessages[missing?.name ?? 'cli.file'][lang] } } } : {}) }, command.name);
  }
  if (positionals.length > wanted.length) {
    const found = { count: positionals.length, found: positionals.slice(0, 5).map(printable).join(' ') };
    if (wanted.length > 1) return refuse({ key: 'cli.problem.too-many-files', data: { ...found, expected: wanted.length } }, command.name);
    return refuse(
      { key: 'cli.problem.several-files', data: found, hint: { key: 'cli.problem.several-files-hint', data: { command: `for f in *.txt; do renkei ${command.name} "$f"; done` } } },
      command.name,
    );
  }
  const execute = await command.load();
  return execute({ files: [file, ...others], values, lang, io });

  async function refuse(problem: UsageProblem, name: string | null): Promise<ExitCode> {
    await writeAll(io.stderr, describeUsageProblem(problem, name, lang));
    return 2;
  }
}

/** 誤りの説明も指定の言語で出すために、--lang だけを先に見る。 */
function langOf(argv: readonly string[]): Lang {
  const at = argv.indexOf('--lang');
  const named = at >= 0 ? argv[at + 1] : argv.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  return LANGS.find((lang) => lang === named) ?? 'ja';
}
