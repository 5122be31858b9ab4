import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adrIndex } from './adr-index.js';
import { brokenLinks, headingAnchors } from './broken-links.js';
import { commandProblems, commandsIn } from './command-problems.js';
import { csvRows } from './csv-rows.js';
import { nameProblems } from './glossary-problems.js';
import { replaceBlock } from './replace-block.js';

let root: string;
function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'renkei-docs-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('文書のリンク', () => {
  it.each([
    ['飛び先がある', '[a](docs/b.md)', 0],
    ['見出しがある', '[a](docs/b.md#動かす)', 0],
    ['外のサイトは見ない', '[a](https://example.lg.jp/x)', 0],
    ['コードの中は見ない', '`[a](none.md)`', 0],
    ['飛び先がない', '[a](docs/none.md)', 1],
    ['見出しがない', '[a](docs/b.md#無い)', 1],
    ['自分の見出しがない', '[a](#無い)', 1],
    ['リポジトリの外', '[a](../../etc/hosts)', 1],
  ])('%s', (_, text, count) => {
    put('README.md', text);
    put('docs/b.md', '# 動かす\n');
    expect(brokenLinks(root)).toHaveLength(count);
  });

  it('同じ見出しの二つ目には番号が付く', () => {
    expect([...headingAnchors('# A b\n## A b\n### 「括弧」・記号、\n')]).toEqual(['a-b', 'a-b-1', '括弧記号']);
  });
});

describe('文書の命令', () => {
  const prepare = (readme: string) => {
    put('package.json', '{"scripts":{"test":"x","start":"x","check":"x"}}');
    put('packages/cli/src/commands/import.ts', '');
    put('packages/cli/src/commands/run-import.ts', '');
    put('packages/cli/src/commands/amend/run-diff.ts', '');
    for (const file of ['README.ja.md', '.ci/run']) put(file, 'npm ci && npm test');
    put('README.md', `npm ci && npm test\n\n\`\`\`\n${readme}\n\`\`\`\n`);
    return commandProblems(root);
  };
  it.each([
    ['実在する script', 'npm ci && npm run check', 0],
    ['環境変数が前に付く', 'PORT=8080 npm start', 0],
    ['実在する副命令', 'npx renkei import FILE --json', 0],
    ['無い script', 'npm run none', 1],
    ['無い副命令', 'npx renkei none FILE', 1],
    ['実在する二語の副命令', 'npx renkei amend diff OLD NEW', 0],
    ['無い二語の副命令', 'npx renkei amend none OLD NEW', 1],
    ['副命令の実装の名', 'npx renkei run-import FILE', 1],
  ])('%s: %s', (_, command, count) => {
    expect(prepare(command)).toHaveLength(count);
  });

  it('README と .ci/run に同じ試験の命令がある', () => {
    prepare('npm start');
    put('.ci/run', 'npm test');
    expect(commandProblems(root)).toEqual(['.ci/run: 試験の命令「npm ci && npm test」が書かれていません。']);
  });

  it('囲みの中と文中の命令を拾い、注記は拾わない', () => {
    expect(commandsIn('文中の `npm run a` と\n```sh\n$ npm ci && npm test # 注\n# npm run b\nls\n```\n')).toEqual(['npm ci', 'npm test', 'npm run a']);
  });
});

describe('用語集', () => {
  it.each([
    ['用語集にある', ['Party'], ['Party'], [], 0],
    ['理由を添えた一覧にある', ['Brand'], [], [{ name: 'Brand', reason: '仕組み' }], 0],
    ['どこにもない', ['Party'], [], [], 1],
    ['理由がない', ['Brand'], [], [{ name: 'Brand', reason: '' }], 1],
    ['もう無い型', [], [], [{ name: 'Old', reason: '仕組み' }], 1],
    ['両方にある', ['Party'], ['Party'], [{ name: 'Party', reason: '仕組み' }], 1],
  ])('%s', (_, exported, glossary, allowed, count) => {
    expect(nameProblems(exported, glossary, allowed)).toHaveLength(count);
  });

  it('引用符で囲んだ欄の読点と引用符を読む', () => {
    expect(csvRows('\uFEFFa,b,c\r\n1,"x,""y""",\r\n')).toEqual([{ a: '1', b: 'x,"y"', c: '' }]);
  });
});

describe('作り直せる部分', () => {
  it('囲みの中だけを差し替える', () => {
    expect(replaceBlock('前\n<!-- generated:x -->\n古い\n<!-- /generated:x -->\n後', 'x', '新しい\n')).toBe('前\n<!-- generated:x -->\n新しい\n<!-- /generated:x -->\n後');
  });
  it('囲みが無ければ undefined', () => {
    expect(replaceBlock('本文', 'x', '新しい')).toBeUndefined();
  });
  it('決定の記録の目次は、題と状態を番号順に並べ、ひな形を含めない', () => {
    put('0002-b.md', '# 0002 乙\n\n## 状態\n\n提案\n');
    put('0001-a.md', '# 0001 甲\n\n## 状態\n\n採用\n');
    put('0000-template.md', '# NNNN\n');
    expect(adrIndex(root).match(/^\| \[.*$/gm)).toEqual(['| [0001](0001-a.md) | 甲 | 採用 |', '| [0002](0002-b.md) | 乙 | 提案 |']);
  });
});
