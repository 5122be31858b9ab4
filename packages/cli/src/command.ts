import type { CliMessageKey, Lang } from '@renkei/app';
import type { Io } from './io.js';

export type ExitCode = 0 | 1 | 2 | 3;

export interface OptionSpec {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** 取れる値。無ければ何でも */
  readonly values?: readonly string[];
  /** 値の名（「保存先」）。values があればそれを並べる */
  readonly valueName?: CliMessageKey;
  readonly about: CliMessageKey;
}

export interface Example {
  readonly about: CliMessageKey;
  /** 打ち込む文。{agreement} {statute} は言語に応じたファイル名になる */
  readonly line: string;
}

/** 位置で渡すファイルの名と説明 */
export interface FileSpec {
  readonly name: CliMessageKey;
  readonly about: CliMessageKey;
}

const ONE_SOURCE: readonly FileSpec[] = [{ name: 'cli.file', about: 'cli.file.about' }];
export const filesOf = (command: CommandSpec): readonly FileSpec[] => command.files ?? ONE_SOURCE;

/** 下位コマンドの説明。名は「import」「amend diff」のように、空白で区切った二語でもよい。中身（run）は呼ばれるまで読み込まない。 */
export interface CommandSpec {
  readonly name: string;
  readonly about: CliMessageKey;
  readonly usage: CliMessageKey;
  /** 位置で渡すファイル。無ければ原文一つ */
  readonly files?: readonly FileSpec[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly Example[];
  readonly load: () => Promise<(request: CommandRequest) => Promise<ExitCode>>;
}

export interface CommandRequest {
  /** 位置で渡されたファイル。数は説明（files）のとおり */
  readonly files: readonly [string, ...string[]];
  readonly values: Readonly<Record<string, string | true>>;
  readonly lang: Lang;
  readonly io: Io;
}

/** どのコマンドにも付けられるオプション */
export const COMMON_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  lang: { type: 'string', values: ['ja', 'en'], about: 'cli.option.lang' },
  help: { type: 'boolean', short: 'h', about: 'cli.option.help' },
  version: { type: 'boolean', short: 'V', about: 'cli.option.version' },
};
