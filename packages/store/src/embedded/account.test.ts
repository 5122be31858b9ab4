import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isRoot, unprivilegedAccount } from './account.js';

const ROOT_LINE = 'root:x:0:0:root:/root:/bin/bash\n';

async function withPasswd(text: string, use: (path: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'renkei-passwd-'));
  try {
    await writeFile(join(folder, 'passwd'), text);
    use(join(folder, 'passwd'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

it.runIf(isRoot()).each([
  ['postgres がいればそれ', 'nobody:x:65534:65534::/:/x\npostgres:x:101:104::/:/x\n', { uid: 101, gid: 104 }],
  ['いなければ nobody', 'nobody:x:65534:65533::/:/x\n', { uid: 65534, gid: 65533 }],
  ['使えない番号（macOS の nobody）は飛ばす', 'nobody:*:-2:-2::/:/x\ndaemon:*:1:1::/:/x\n', { uid: 1, gid: 1 }],
])('root では、%s', async (_rule, lines, expected) => {
  await withPasswd(ROOT_LINE + lines, (path) => expect(unprivilegedAccount(path)).toEqual(expected));
});

it.runIf(isRoot())('root で、代わりの利用者がいなければ断る', async () => {
  await withPasswd(ROOT_LINE, (path) => expect(() => unprivilegedAccount(path)).toThrow('store.no-account'));
  expect(() => unprivilegedAccount('/none/passwd')).toThrow('store.no-account');
});

it.runIf(!isRoot())('root でなければ自分のまま動かす', () => {
  expect(unprivilegedAccount()).toBeNull();
});
