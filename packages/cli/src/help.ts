import { cliMessages, fillMessage, type CliMessageKey, type Lang, type MessageData } from '@renkei/app';
import { COMMON_OPTIONS, filesOf, type CommandSpec, type Example, type OptionSpec } from './command.js';
import { displayWidth, padDisplay } from './terminal/display-width.js';
import type { Style } from './terminal/style.js';
import { wrapText } from './terminal/wrap-text.js';

const WIDTH = 80;
/** 全体の説明で例を示すコマンドの数。残りはコマンドごとの説明にある */
const SHOWN_EXAMPLES = 3;
type Row = readonly [head: string, about: string];

/** 全体の説明。一画面に収める。 */
export function generalHelp(commands: readonly CommandSpec[], version: string, lang: Lang, style: Style): string {
  const t = translator(lang);
  return page([
    [`${style.bold(`renkei ${version}`)}  ${t('cli.tagline')}`],
    section(style, t('cli.heading.usage'), [`  ${t('cli.usage')}`]),
    section(style, t('cli.heading.commands'), rows(commands.map((c) => [`${c.name} ${filesOf(c).map((f) => t(f.name)).join(' ')}`, t(c.about)]))),
    section(style, t('cli.heading.options'), optionRows(COMMON_OPTIONS, t)),
    section(style, t('cli.heading.examples'), commands.slice(0, SHOWN_EXAMPLES).flatMap((c) => exampleLines(c.examples.slice(0, 2), t, style))),
    section(style, t('cli.heading.exit-codes'), exitCodeRows(t)),
    [t('cli.more')],
  ]);
}

/** 一つのコマンドの説明。 */
export function commandHelp(command: CommandSpec, lang: Lang, style: Style): string {
  const t = translator(lang);
  return page([
    [`${style.bold(`renkei ${command.name}`)}  ${t(command.about)}`],
    section(style, t('cli.heading.usage'), [`  ${t(command.usage)}`]),
    section(style, t('cli.heading.arguments'), rows(filesOf(command).map((f) => [t(f.name), t(f.about)]))),
    section(style, t('cli.heading.options'), optionRows({ ...command.options, ...COMMON_OPTIONS }, t)),
    section(style, t('cli.heading.examples'), exampleLines(command.examples, t, style)),
    section(style, t('cli.heading.exit-codes'), exitCodeRows(t)),
  ]);
}

type Translate = (key: CliMessageKey, data?: MessageData) => string;
const translator = (lang: Lang): Translate => (key, data) => fillMessage(cliMessages[key], lang, data);

const page = (sections: readonly (readonly string[])[]): string => `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;

const section = (style: Style, heading: string, lines: readonly string[]): string[] => [style.bold(heading), ...lines];

/** 左の列の幅をそろえ、右の列を折り返す。 */
function rows(list: readonly Row[]): string[] {
  const left = Math.max(...list.map(([head]) => displayWidth(head))) + 4;
  return list.flatMap(([head, about]) => wrapText(about, WIDTH - left).map((line, i) => (i === 0 ? padDisplay(`  ${head}`, left) : ' '.repeat(left)) + line));
}

function optionRows(options: Readonly<Record<string, OptionSpec>>, t: Translate): string[] {
  return rows(
    Object.entries(options).map(([name, { short, values, valueName, about }]): Row => {
      const value = values ? ` ${values.join('|')}` : valueName ? ` ${t(valueName)}` : '';
      return [`${short ? `-${short}, ` : ''}--${name}${value}`, t(about)];
    }),
  );
}

function exampleLines(examples: readonly Example[], t: Translate, style: Style): string[] {
  return examples.flatMap(({ about, line }) => [
    `  ${style.dim(`# ${t(about)}`)}`,
    `  ${line.replaceAll('{agreement}', t('cli.sample.agreement')).replaceAll('{statute}', t('cli.sample.statute'))}`,
  ]);
}

const exitCodeRows = (t: Translate): string[] => rows([['0', t('cli.exit.0')], ['1', t('cli.exit.1')], ['2', t('cli.exit.2')], ['3', t('cli.exit.3')]]);
