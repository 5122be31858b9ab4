import { readFileSync } from 'node:fs';
import { licenceProblems, type LockFile } from './licence-problems.js';

/** 配布される npm パッケージのライセンスを、許した一覧と突き合わせる。 */
const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as LockFile;
const problems = licenceProblems(lock);
for (const { name, licence } of problems) console.error(`${name}: ライセンス「${licence}」は許した一覧にありません。`);
if (problems.length > 0) {
  console.error('自治体へ配れるものなら、理由を ADR に書いて scripts/licence-problems.ts の ALLOWED に足してください。');
  process.exitCode = 1;
}
