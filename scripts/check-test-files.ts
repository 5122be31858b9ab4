import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVitest } from 'vitest/node';
import { orphanTestFiles } from './orphan-test-files.js';

/**
 * 試験に見えるのに、どの組にも入っていないファイルがあれば失敗する。
 * 置き場所を誤った試験は、黙って一度も走らないからである。
 * 使い方: tsx scripts/check-test-files.ts [調べるフォルダ]
 */
const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const vitest = await createVitest('test', { root, watch: false, run: true });
const matched = (await vitest.globTestSpecifications()).map((spec) => relative(root, spec.moduleId));
await vitest.close();

const orphans = orphanTestFiles(root, matched);
if (orphans.length > 0) {
  console.error(`どの組の試験にも入っていないファイルが ${orphans.length} 個あります。このままでは一度も走りません。`);
  for (const file of orphans) console.error(`  ${file}`);
  console.error('vitest.config.ts の include に合う場所と名前（…/src/x.test.ts、test/{process,browser,e2e}/x.test.ts）へ移してください。');
  process.exitCode = 1;
} else {
  console.log(`試験のファイル ${new Set(matched).size} 個は、すべて組に入っています。`);
}
