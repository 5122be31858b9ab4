import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.js';
import { importCommand } from './commands/import.js';
import { textCommand } from './commands/text.js';
import { nearest } from './nearest.js';

const read = (...argv: string[]) => readCommandLine(argv, [importCommand, textCommand]);

describe('引数', () => {
  it.each([
    ['オプションはファイルの後でもよい', ['import', 'a.txt', '--json'], 'import', ['a.txt'], { json: true }],
    ['オプションはコマンドの前でもよい', ['--lang', 'en', 'text', '-f', 'xml', 'a'], 'text', ['a'], { lang: 'en', format: 'xml' }],
    ['= でつないでもよい', ['text', '--format=html', 'a'], 'text', ['a'], { format: 'html' }],
    ['「-」はファイル', ['import', '-'], 'import', ['-'], {}],
    ['-- の後は何でもファイル', ['import', '--', '--json'], 'import', ['--json'], {}],
    ['保存先に「-」で始まる名も = なら渡せる', ['text', 'a', '--out=-x'], 'text', ['a'], { out: '-x' }],
  ])('%s', (_, argv, command, positionals, values) => {
    const line = read(...argv);
    expect(line.ok && { command: line.value.command?.name, positionals: line.value.positionals, values: line.value.values }).toEqual({ command, positionals, values });
  });

  it.each([
    ['知らないコマンド', ['improt', 'a'], 'cli.problem.unknown-command', 'renkei import'],
    ['コマンドを忘れてファイルだけ', ['協約.txt'], 'cli.problem.unknown-command', 'renkei import 協約.txt'],
    ['知らないオプション', ['import', 'a', '--jsn'], 'cli.problem.unknown-option', '--json'],
    ['ほかのコマンドのオプション', ['import', 'a', '--format', 'xml'], 'cli.problem.unknown-option', undefined],
    ['使えない値', ['text', 'a', '--format', 'htlm'], 'cli.problem.option-value-wrong', '--format html'],
    ['値の抜け（終わり）', ['text', 'a', '--format'], 'cli.problem.option-value-missing', undefined],
    ['値の抜け（次がオプション）', ['text', '--out', '--format', 'xml', 'a'], 'cli.problem.option-value-missing', undefined],
    ['値を取らないオプションの値', ['import', 'a', '--json=yes'], 'cli.problem.option-takes-no-value', undefined],
    ['知らない言語', ['--lang', 'fr', '--help'], 'cli.problem.option-value-wrong', undefined],
    ['物の名と紛らわしい値', ['import', 'a', '--constructor'], 'cli.problem.unknown-option', undefined],
  ])('%s は断り、近い語があれば示す', (_, argv, key, hint) => {
    const line = read(...argv);
    expect(line.ok).toBe(false);
    expect(!line.ok && line.error.problem.key).toBe(key);
    expect(!line.ok && line.error.problem.hint?.data['nearest']).toBe(hint);
  });
});

describe('近い語', () => {
  it.each([
    ['improt', 'import'],
    ['imp', 'import'],
    ['tex', 'text'],
    ['IMPORT', 'import'],
    ['zzz', undefined],
    ['', undefined],
  ])('「%s」には %s', (typed, word) => {
    expect(nearest(typed, ['import', 'text'])).toBe(word);
  });
});
