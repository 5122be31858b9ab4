import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'renkei-lint-'));
  cpSync(join(repository, '.oxlintrc.json'), join(root, '.oxlintrc.json'));
  cpSync(join(repository, 'scripts/lint'), join(root, 'scripts/lint'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** 写しに一つのファイルを置いて検査し、破られた規則の名を返す。 */
function rulesBroken(path: string, text: string): string[] {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  const { stdout } = spawnSync(join(repository, 'node_modules/.bin/oxlint'), ['--format', 'json', path], { cwd: root, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] };
  return diagnostics.map(({ code }) => code);
}

describe('書き方の規則は、破れば必ず失敗する', () => {
  it.each([
    ['core に時計を持ち込む', 'packages/core/src/x.ts', 'export const x = () => new Date();', 'eslint(no-restricted-globals)'],
    ['core に今の時刻を持ち込む', 'packages/core/src/x.ts', 'export const x = () => Date.now();', 'eslint(no-restricted-globals)'],
    ['core に乱数を持ち込む', 'packages/core/src/x.ts', 'export const x = () => Math.random();', 'eslint(no-restricted-properties)'],
    ['core にロケールを持ち込む', 'packages/core/src/x.ts', 'export const x = new Intl.Collator();', 'eslint(no-restricted-globals)'],
    ['core でロケールの順に比べる', 'packages/core/src/x.ts', "export const x = 'a'.localeCompare('b');", 'renkei(no-locale-methods)'],
    ['core で出力する', 'packages/core/src/x.ts', "export const x = () => console.log('a');", 'eslint(no-restricted-globals)'],
    ['core で例外を投げる', 'packages/core/src/x.ts', "export const x = () => { throw new Error('a'); };", 'renkei(no-throw-in-core)'],
    ['main.ts の外で環境変数を読む', 'packages/server/src/x.ts', 'export const x = process.env.PORT;', 'node(no-process-env)'],
    ['既定の export', 'packages/app/src/x.ts', 'export default 1;', 'import(no-default-export)'],
    ['any', 'packages/app/src/x.ts', 'export const x = (a: any) => a;', 'typescript(no-explicit-any)'],
    ['確かめない試験', 'packages/app/src/x.test.ts', "import { it } from 'vitest';\nit('何も確かめない', () => {});", 'vitest(expect-expect)'],
  ])('%s', (_, path, text, rule) => {
    expect(rulesBroken(path, text)).toContain(rule);
  });

  it.each([
    ['kernel/invariant.ts の例外', 'packages/core/src/kernel/invariant.ts', "export const x = () => { throw new Error('a'); };"],
    ['main.ts の環境変数', 'packages/server/src/main.ts', 'export const x = process.env.PORT;'],
    ['app の例外', 'packages/app/src/x.ts', "export const x = () => { throw new Error('a'); };"],
  ])('許される: %s', (_, path, text) => {
    expect(rulesBroken(path, text)).toEqual([]);
  });
});
