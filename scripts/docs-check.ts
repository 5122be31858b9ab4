import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brokenLinks } from './docs/broken-links.js';
import { commandProblems } from './docs/command-problems.js';
import { configTable, envExample } from './docs/config-table.js';
import { adrIndex } from './docs/adr-index.js';
import { glossaryPage } from './docs/glossary-page.js';
import { glossaryProblems } from './docs/glossary-problems.js';
import { limitsTable } from './docs/limits-table.js';
import { packageGraph } from './docs/package-graph.js';
import { replaceBlock } from './docs/replace-block.js';

/**
 * 文書が製品と食い違っていないかを確かめる。--write を付けると、作り直せる部分を書き直す。
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const write = process.argv.includes('--write');
const problems: string[] = [];
const read = (path: string): string => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');

/** 作り直した内容と、置いてある内容が同じか。 */
function generated(path: string, made: string): void {
  if (read(path) === made) return;
  if (write) writeFileSync(join(root, path), made);
  else problems.push(`${path}: 作り直した内容と違います。npm run docs:write で書き直してください。`);
}

function generatedBlock(path: string, name: string, made: string): void {
  const replaced = replaceBlock(read(path), name, made);
  if (replaced === undefined) problems.push(`${path}: <!-- generated:${name} --> と <!-- /generated:${name} --> の囲みがありません。`);
  else generated(path, replaced);
}

generated('docs/domain/glossary.md', glossaryPage(read('docs/domain/glossary.csv')));
generated('.env.example', envExample());
generated('docs/adr/README.md', adrIndex(join(root, 'docs/adr')));
generatedBlock('docs/architecture.md', 'package-graph', await packageGraph(root));
generatedBlock('docs/operate.md', 'configuration', configTable());
generatedBlock('docs/limits.md', 'limits', limitsTable(root, 'packages/formats/src/limits.ts'));
generatedBlock('docs/limits.md', 'lab-limits', limitsTable(root, 'packages/server/src/lab/lab-limits.ts'));
problems.push(...glossaryProblems(root), ...brokenLinks(root), ...commandProblems(root));

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
