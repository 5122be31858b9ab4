import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adoptAmendment } from '@renkei/app';
import { invariant, type PlainDate } from '@renkei/core';
import { openSource } from '@renkei/formats';
import { openStore } from '@renkei/store';
import { removeOutsideData } from './remove-outside-data.js';
import { REPOSITORY, startProduct, type Product } from './start-product.js';

/** サンプルの改め文。一つ目は既に効いており、二つ目はこれから効く。 */
const AMENDMENTS = [
  { text: readFileSync(join(REPOSITORY, 'examples/yamaguchi/sample-amendment.txt'), 'utf8'), inForceOn: '2020-04-01' },
  { text: '　第3条の2中「実施計画」を「実施計画（以下「計画」という。）」に改める。\n　第5条第2項中「交互に」を「協議して」に改める。\n', inForceOn: '2040-04-01' },
] as const;

/** 変更のある協約を公開している製品。変更はユースケースで採り、製品は本物のデータベースの上で動く。 */
export async function startAmendedProduct(): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-test-'));
  chmodSync(folder, 0o755);
  const dataFolder = join(folder, 'data');
  await (await startProduct({ dataFolder })).stop();
  const store = await openStore({ dataDir: dataFolder });
  try {
    for (const [i, { text, inForceOn }] of AMENDMENTS.entries()) {
      const adopted = await adoptAmendment(
        { area: 'yamaguchi', agreement: 'yamaguchi-ube', bytes: new TextEncoder().encode(text), fileName: `サンプルの改め文${i + 1}.txt`, note: null, sample: true, inForceOn: inForceOn as PlainDate },
        { openSource, catalogue: store.catalogue, sha256: (content) => createHash('sha256').update(content).digest('hex') },
      );
      invariant(adopted.ok, `サンプルの変更を採れること: ${JSON.stringify(adopted)}`);
    }
  } finally {
    await store.close();
  }
  const product = await startProduct({ dataFolder });
  return {
    ...product,
    stop: async (signal) => {
      const exit = await product.stop(signal);
      removeOutsideData(dataFolder);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      return exit;
    },
  };
}
