import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownFiles } from './markdown-files.js';

/** README の試験の命令。.ci/run はこれをそのまま走らせる。 */
const TEST_COMMAND = 'npm ci && npm test';
const NPM_BUILT_IN = new Set(['ci', 'install', 'test', 'start']);

/** 文書に書いた命令のうち、実在しないもの。 */
export function commandProblems(root: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const unknown = markdownFiles(root).flatMap((file) =>
    commandsIn(readFileSync(join(root, file), 'utf8')).flatMap((command) => {
      const problem = problemOf(command, root, scripts);
      return problem === undefined ? [] : [`${file}: 命令「${command}」${problem}`];
    }),
  );
  const missing = ['README.md', 'README.ja.md', '.ci/run'].filter((file) => !existsSync(join(root, file)) || !readFileSync(join(root, file), 'utf8').includes(TEST_COMMAND));
  return [...unknown, ...missing.map((file) => `${file}: 試験の命令「${TEST_COMMAND}」が書かれていません。`)];
}

/** 囲みの中の命令を && などで分けて一つずつ、続けて文中の `npm run …` の類。 */
export function commandsIn(markdown: string): string[] {
  const fences = /^```(?:sh|bash|console|shell)?\n([\s\S]*?)^```/gm;
  const lines = [...markdown.matchAll(fences)].flatMap(([, block]) => block!.split('\n'));
  const spans = [...markdown.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, span]) => span!);
  return [...lines, ...spans]
    .flatMap((line) => line.replace(/^\$ /, '').replace(/(^|\s)#.*$/, '').split(/&&|\|\||;|\|/))
    .map((command) => command.trim().replace(/^(?:[A-Z_]+=\S*\s+)+/, ''))
    .filter((command) => /^(npm|npx|node)\s/.test(command));
}

function problemOf(command: string, root: string, scripts: Readonly<Record<string, string>>): string | undefined {
  const [program, ...words] = command.split(/\s+/);
  const [first, second, third] = words.filter((word) => !word.startsWith('-'));
  if (program === 'npm') {
    const script = first === 'run' ? second : first;
    if (first !== 'run' && !NPM_BUILT_IN.has(first ?? '')) return 'は使わないことにしています。';
    return first === 'ci' || first === 'install' || (script !== undefined && script in scripts) ? undefined : `の npm script「${script}」がありません。`;
  }
  if (program === 'npx') return first !== 'renkei' || second === undefined || hasSubcommand(root, second, third) ? undefined : `の副命令「${subcommandName(root, second, third)}」がありません。`;
  return first === undefined || first.includes('/dist/') || existsSync(join(root, first)) ? undefined : `のファイル「${first}」がありません。`;
}

/** 副命令は一つのファイル。二語の副命令（amend diff）は、一語目のフォルダの中の run-二語目.ts */
function hasSubcommand(root: string, first: string, second: string | undefined): boolean {
  const commands = join(root, 'packages/cli/src/commands');
  if (existsSync(join(commands, first))) return second !== undefined && existsSync(join(commands, first, `run-${second}.ts`));
  return !first.startsWith('run-') && existsSync(join(commands, `${first}.ts`));
}

const subcommandName = (root: string, first: string, second: string | undefined): string =>
  existsSync(join(root, 'packages/cli/src/commands', first)) ? `${first} ${second ?? ''}`.trim() : first;
