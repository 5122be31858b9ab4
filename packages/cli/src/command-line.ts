import { parseArgs } from 'node:util';
import { err, ok, type Result } from '@renkei/core';
import { COMMON_OPTIONS, type CommandSpec, type OptionSpec } from './command.js';
import { nearest } from './nearest.js';
import type { UsageProblem } from './usage-problem.js';

export interface CommandLine {
  /** 下位コマンド。--help だけのときなどは無い */
  readonly command: CommandSpec | null;
  /** 「amend」のように、下位コマンドの一語目だけが言われたときの、その組 */
  readonly group: readonly CommandSpec[] | null;
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | true>>;
}

export interface CommandLineProblem {
  readonly problem: UsageProblem;
  /** 誤りのあったコマンド（説明の案内に使う） */
  readonly command: string | null;
}

/** 引数を読む。オプションはコマンドの前でも後でもよい。 */
export function readCommandLine(argv: readonly string[], commands: readonly CommandSpec[]): Result<CommandLine, CommandLineProblem> {
  const known: Record<string, OptionSpec> = Object.assign({}, ...commands.map((c) => c.options), COMMON_OPTIONS);
  const options = Object.fromEntries(Object.entries(known).map(([name, { type, short }]) => [name, short === undefined ? { type } : { type, short }]));
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });

  const positionals = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const first = positionals.shift();
  const group = commands.filter((c) => c.name.startsWith(`${first} `));
  const second = group.length > 0 ? positionals.shift() : undefined;
  const name = second === undefined ? first : `${first} ${second}`;
  const command = commands.find((c) => c.name === name) ?? null;
  const onlyGroup = group.length > 0 && second === undefined;
  if (name !== undefined && command === null && !onlyGroup) return err({ command: null, problem: unknownCommand(name, commands) });

  const allowed: Readonly<Record<string, OptionSpec>> = command ? { ...command.options, ...COMMON_OPTIONS } : name === undefined || onlyGroup ? COMMON_OPTIONS : {};
  const values: Record<string, string | true> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(allowed, token.name) ? allowed[token.name] : undefined;
    const problem = spec === undefined ? unknownOption(token.rawName, allowed) : wrongValue(token.rawName, token.value, token.inlineValue === true, spec);
    if (problem) return err({ command: command?.name ?? null, problem });
    values[token.name] = token.value ?? true;
  }
  return ok({ command, group: onlyGroup ? group : null, positionals, values });
}

function unknownCommand(name: string, commands: readonly CommandSpec[]): UsageProblem {
  const near = nearest(name, commands.map((c) => c.name));
  if (near) return { key: 'cli.problem.unknown-command', data: { found: name }, hint: { key: 'cli.problem.nearest', data: { nearest: `renkei ${near}` } } };
  const looksLikeFile = /[./\\]/.test(name);
  if (looksLikeFile) return { key: 'cli.problem.unknown-command', data: { found: name }, hint: { key: 'cli.problem.nearest', data: { nearest: `renkei import ${name}` } } };
  return { key: 'cli.problem.unknown-command', data: { found: name } };
}

function unknownOption(rawName: string, allowed: Readonly<Record<string, OptionSpec>>): UsageProblem {
  const names = Object.keys(allowed).map((name) => `--${name}`);
  const near = rawName.startsWith('--') ? nearest(rawName, names) : undefined;
  return { key: 'cli.problem.unknown-option', data: { found: rawName }, ...(near ? { hint: { key: 'cli.problem.nearest', data: { nearest: near } } } : {}) };
}

function wrongValue(option: string, value: string | undefined, inline: boolean, spec: OptionSpec): UsageProblem | undefined {
  if (spec.type === 'boolean') return inline ? { key: 'cli.problem.option-takes-no-value', data: { option, found: value ?? '' } } : undefined;
  const expected = spec.values?.join(' / ') ?? '…';
  const missing = value === undefined || value === '' || (!inline && value.length > 1 && value.startsWith('-'));
  if (missing) return { key: 'cli.problem.option-value-missing', data: { option, expected } };
  if (!spec.values || spec.values.includes(value)) return undefined;
  const near = nearest(value, spec.values);
  return {
    key: 'cli.problem.option-value-wrong',
    data: { option, found: value, expected },
    ...(near ? { hint: { key: 'cli.problem.nearest', data: { nearest: `${option} ${near}` } } } : {}),
  };
}
