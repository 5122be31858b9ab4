import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.git', '.renkei']);
const LOOKS_LIKE_TEST = /(\.(test|spec)s?\.[cm]?[jt]sx?$)|((^|\/)__tests__\/.*\.[cm]?[jt]sx?$)/;

/** 試験に見えるのに matched に入っていないファイル（root からの相対、/ 区切り、名前順）。 */
export function orphanTestFiles(root: string, matched: Iterable<string>): string[] {
  const slashed = (path: string) => path.split(sep).join('/');
  const known = new Set([...matched].map(slashed));
  return filesUnder(root)
    .map((file) => slashed(relative(root, file)))
    .filter((file) => LOOKS_LIKE_TEST.test(file) && !known.has(file))
    .toSorted();
}

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (NOT_OURS.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) yield path;
  }
}

const filesUnder = (root: string): string[] => [...walk(root)];
