import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PACKAGES = ['core', 'app', 'store', 'formats', 'server', 'cli'];
let root: string;

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** 写しに一つのファイルを置いて、破られた規則の名を集める。 */
async function rulesBroken(path: string, text: string): Promise<string[]> {
  put(path, text);
  const config = (await extractDepcruiseConfig(fileURLToPath(new URL('../.dependency-cruiser.mjs', import.meta.url)))) as { forbidden: object[]; options: object };
  const { output } = await cruise(['packages'], { ...config.options, baseDir: root, ruleSet: { forbidden: config.forbidden }, validate: true } as object);
  rmSync(join(root, path));
  return [...new Set((output as ICruiseResult).summary.violations.filter(({ from }) => from === path).map(({ rule }) => rule.name))].toSorted();
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'renkei-imports-'));
  put('package.json', '{"name":"x","type":"module"}');
  put('tsconfig.json', '{"compilerOptions":{"module":"nodenext","customConditions":["renkei-source"]}}');
  for (const name of PACKAGES) {
    put(`packages/${name}/package.json`, JSON.stringify({ name: `@renkei/${name}`, type: 'module', exports: { '.': { 'renkei-source': './src/index.ts' } }, dependencies: { ...Object.fromEntries(PACKAGES.map((other) => [`@renkei/${other}`, '*'])), zod: '*' } }));
    put(`packages/${name}/src/index.ts`, `export const ${name} = 1;\nexport type Type = string;\n`);
    mkdirSync(join(root, 'node_modules/@renkei'), { recursive: true });
    symlinkSync(join(root, 'packages', name), join(root, 'node_modules/@renkei', name));
  }
  for (const folder of ['kernel', 'calendar', 'money', 'text', 'agreement']) put(`packages/core/src/${folder}/there.ts`, `import '../index.js';\nexport const there = 1;\n`);
  put('packages/core/src/testing/helper.ts', 'export const helper = 1;\n');
  put('packages/server/src/deep.ts', "import './index.js';\nexport const deep = 1;\n");
  put('packages/store/migrations/0001.ts', 'export const up = 1;\n');
  put('node_modules/zod/package.json', '{"name":"zod","version":"1.0.0","main":"index.js","license":"MIT"}');
  put('node_modules/zod/index.js', 'module.exports = 1;\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('読み込みの規則は、破れば必ず失敗する', () => {
  it.each([
    ['core-order-calendar-money', 'packages/core/src/calendar/x.ts', "import '../text/there.js';"],
    ['core-order-text', 'packages/core/src/text/x.ts', "import '../agreement/there.js';"],
    ['core-siblings-calendar-money', 'packages/core/src/calendar/x.ts', "import '../money/there.js';"],
    ['core-is-pure', 'packages/core/src/text/x.ts', "import 'node:fs';"],
    ['core-is-pure', 'packages/core/src/text/x.ts', "import { app } from '@renkei/app';\nexport { app };"],
    ['app-imports-core-only', 'packages/app/src/x.ts', "import 'zod';"],
    ['app-imports-core-only', 'packages/app/src/x.ts', "import type { Type } from '@renkei/store';\nexport type { Type };"],
    ['store-is-a-leaf', 'packages/store/src/x.ts', "import '@renkei/formats';"],
    ['store-and-formats-take-types-from-app', 'packages/formats/src/x.ts', "import { app } from '@renkei/app';\nexport { app };"],
    ['formats-is-a-leaf', 'packages/formats/src/x.ts', "import '@renkei/store';"],
    ['only-compose-wires', 'packages/server/src/x.ts', "import '@renkei/store';"],
    ['only-compose-wires', 'packages/cli/src/x.ts', "import '@renkei/formats';"],
    ['server-and-cli-apart', 'packages/cli/src/x.ts', "import '@renkei/server';"],
    ['no-deep-imports-between-packages', 'packages/cli/src/x.ts', "import '../../server/src/deep.js';"],
    ['product-does-not-import-tests', 'packages/core/src/text/x.ts', "import '../testing/helper.js';"],
    ['migrations-stand-alone', 'packages/store/src/x.ts', "import '../migrations/0001.js';"],
    ['no-circles', 'packages/core/src/text/x.ts', "import './x.js';"],
    ['no-orphans', 'packages/core/src/text/x.ts', 'export const alone = 1;'],
    ['resolvable', 'packages/app/src/x.ts', "import './none.js';"],
    ['declared-dependencies', 'packages/server/src/x.ts', "import 'undeclared';"],
  ])('%s: %s', async (rule, path, text) => {
    if (rule === 'declared-dependencies') put('node_modules/undeclared/package.json', '{"name":"undeclared","version":"1.0.0","main":"index.js"}');
    if (rule === 'declared-dependencies') put('node_modules/undeclared/index.js', 'module.exports = 1;\n');
    expect(await rulesBroken(path, text)).toContain(rule);
  });

  it.each([
    ['core の左から右', 'packages/core/src/agreement/x.ts', "import '../text/there.js';"],
    ['app から core', 'packages/app/src/x.ts', "import '@renkei/core';"],
    ['store から app の型', 'packages/store/src/x.ts', "import type { Type } from '@renkei/app';\nexport type { Type };"],
    ['compose.ts から store と formats', 'packages/server/src/compose.ts', "import '@renkei/store';\nimport '@renkei/formats';"],
    ['試験から試験の補助', 'packages/core/src/text/x.test.ts', "import '../testing/helper.js';"],
    ['書かれた npm パッケージ', 'packages/server/src/x.ts', "import 'zod';"],
  ])('許される: %s', async (_, path, text) => {
    expect(await rulesBroken(path, text)).toEqual([]);
  });
});
