import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeOutsideData } from '../support/remove-outside-data.js';
import { cleanEnvironment, REPOSITORY, startProduct } from '../support/start-product.js';

const SAMPLE = join(REPOSITORY, 'examples/yamaguchi/sample-amendment.txt');
const HISTORY = '/yamaguchi/agreements/yamaguchi-ube/history';

let folder: string;
let dataFolder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'renkei-adopt-'));
  chmodSync(folder, 0o755);
  dataFolder = join(folder, 'data');
});
afterAll(() => {
  removeOutsideData(dataFolder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function adopt(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(join(REPOSITORY, 'node_modules/.bin/renkei'), ['amend', 'adopt', ...args], { env: { ...cleanEnvironment(), RENKEI_DATA: dataFolder }, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('renkei amend adopt', () => {
  it('製品が動いている間は、データフォルダが使われていることを言って断り、止めれば記録でき、公開される', async () => {
    const running = await startProduct({ dataFolder });
    const busy = adopt('yamaguchi/yamaguchi-ube', SAMPLE, '--sample');
    expect({ status: busy.status, stdout: busy.stdout }).toEqual({ status: 3, stdout: '' });
    expect(busy.stderr).toContain('別のプロセス');
    expect(await (await fetch(running.origin + HISTORY)).text()).toContain('締結のときから変わっていません');
    await running.stop();

    const done = adopt('yamaguchi/yamaguchi-ube', SAMPLE, '--sample');
    expect({ status: done.status, stderr: done.stderr }).toEqual({ status: 0, stderr: '' });
    expect(done.stdout).toContain('第1回の変更として記録しました');

    const again = await startProduct({ dataFolder });
    const page = await (await fetch(again.origin + HISTORY)).text();
    await again.stop();
    expect(page).toContain('サンプル');
    expect(page).toContain('第1回変更後');
  });

  it('協約が無い、改め文でない、日が読めないときは、何も記録せずに理由を言う', () => {
    const none = adopt('yamaguchi/none', SAMPLE);
    expect(none).toMatchObject({ status: 1, stdout: '' });
    expect(none.stderr).toContain('none');
    const notAmending = adopt('yamaguchi/yamaguchi-ube', join(REPOSITORY, 'README.ja.md'));
    expect(notAmending).toMatchObject({ status: 1, stdout: '' });
    expect(adopt('yamaguchi', SAMPLE)).toMatchObject({ status: 2, stdout: '' });
    expect(adopt('yamaguchi/yamaguchi-ube', SAMPLE, '--in-force', '2027-13-01')).toMatchObject({ status: 2, stdout: '' });
  });
});
