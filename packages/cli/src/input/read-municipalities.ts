import { describeAreaFailure, readDirectory, type Lang } from '@renkei/app';
import { err, type DirectoryEntry, type Result } from '@renkei/core';
import { defaultMunicipalities } from '../compose.js';
import type { Io } from '../io.js';
import { readSource, type ReadFailure } from './read-source.js';

/** 名簿のファイルとして受け付ける大きさ。全国の団体（約1,900）でもこの十分の一に満たない。 */
const MAX_BYTES = 16_000_000;

/** 団体の名簿。指定がなければ製品に付いたものを使う。 */
export async function readMunicipalities(path: string | true | undefined, lang: Lang, io: Io): Promise<Result<readonly DirectoryEntry[], ReadFailure>> {
  const named = typeof path === 'string' ? path : null;
  const bytes = named === null ? null : await readSource(named, MAX_BYTES, lang, io);
  if (bytes && !bytes.ok) return bytes;
  const directory = readDirectory(bytes ? bytes.value : await defaultMunicipalities());
  if (directory.ok) return directory;
  const problem = { key: 'cli.problem.directory-unreadable', data: { path: named ?? 'municipalities.json', detail: describeAreaFailure(directory.error, lang) } } as const;
  return err({ kind: 'usage', problem });
}
