import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orphanTestFiles } from './orphan-test-files.js';

const repository = fileURLToPath(new URL('..', import.meta.url));
let root: string;

function put(path: string, text = ''): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'renkei-orphans-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('どの組にも入らない試験', () => {
  it.each(['a.test.ts', 'b.spec.tsx', 'c/d.test.mjs', 'c/__tests__/e.ts', 'f.tests.js'])('%s は試験に見える', (file) => {
    put(file);
    expect(orphanTestFiles(root, [])).toEqual([file]);
    expect(orphanTestFiles(root, [file])).toEqual([]);
  });

  it.each(['a.ts', 'attest.ts', 'node_modules/x/a.test.js', 'packages/core/dist/a.test.js', 'a.test.ts.md'])('%s は数えない', (file) => {
    put(file);
    expect(orphanTestFiles(root, [])).toEqual([]);
  });

  it('組の外に置いた試験は、走行そのものを失敗させる', () => {
    symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
    put('vitest.config.mjs', "export default { test: { include: ['src/**/*.test.ts'] } };\n");
    put('src/inside.test.ts');
    const run = () =>
      spawnSync(process.execPath, [join(repository, 'node_modules/tsx/dist/cli.mjs'), join(repository, 'scripts/check-test-files.ts'), root], {
        encoding: 'utf8',
      });
    expect(run()).toMatchObject({ status: 0 });
    put('elsewhere/outside.test.ts');
    const failed = run();
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('elsewhere/outside.test.ts');
  });
});
