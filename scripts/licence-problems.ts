/** package-lock.json（第3版）のうち、ここで読む部分。 */
export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}
interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

/** 改変して再配布でき、ソースの公開を義務づけないもの。 */
const ALLOWED = new Set([
  'MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'OFL-1.1', 'CC0-1.0', 'PostgreSQL', 'Unlicense', 'Python-2.0',
]);

/** 「(MIT OR GPL-3.0)」はどれか一つ、「MIT AND CC0-1.0」はすべてが許されていればよい。 */
function allowed(expression: string): boolean {
  const terms = (text: string, word: string) => text.replace(/^\(|\)$/g, '').split(` ${word} `);
  return terms(expression, 'OR').some((part) => terms(part, 'AND').every((term) => ALLOWED.has(term)));
}

/** 配布に入る（dev でない）パッケージで、ライセンスが不明か、許した一覧にないもの。 */
export function licenceProblems(lock: LockFile): { name: string; licence: string }[] {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.dev && !entry.link)
    .map(([path, entry]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), licence: entry.license ?? '記載なし' }))
    .filter(({ licence }) => !allowed(licence));
}
