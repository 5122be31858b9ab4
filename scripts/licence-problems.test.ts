import { expect, it } from 'vitest';
import { licenceProblems } from './licence-problems.js';

it.each([
  ['許したライセンス', { license: 'MIT' }, []],
  ['どれか一つを選べる', { license: '(GPL-3.0 OR MIT)' }, []],
  ['すべてに従う', { license: 'MIT AND CC0-1.0' }, []],
  ['すべてに従うが、一つは許していない', { license: 'MIT AND GPL-3.0' }, ['MIT AND GPL-3.0']],
  ['許していない', { license: 'AGPL-3.0' }, ['AGPL-3.0']],
  ['記載がない', {}, ['記載なし']],
  ['配布に入らない', { license: 'AGPL-3.0', dev: true }, []],
])('%s', (_, entry, expected) => {
  expect(licenceProblems({ packages: { 'node_modules/x': entry } }).map((p) => p.licence)).toEqual(expected);
});
