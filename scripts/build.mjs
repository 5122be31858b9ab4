// 各パッケージの src を dist へ一対一で移す（型検査はしない。型は npm run check が見る）。
// .js は別スレッドで動く部品だけで、試験が src のまま動かせるよう JavaScript で書いてある。
// 変わらないファイルには触れず、変わるファイルは名前の付け替えで置くので、動いている製品の足元を崩さない。
import { build } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const packages = ['core', 'app', 'store', 'formats', 'server', 'cli'];
const filesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];

function place(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
}

for (const name of packages) {
  const src = join(root, 'packages', name, 'src');
  const outdir = join(root, 'packages', name, 'dist');
  const { outputFiles } = await build({
    entryPoints: filesIn(src).filter((file) => /\.(tsx?|js)$/.test(file) && !/\.(test|typetest)\.tsx?$/.test(file)),
    outdir,
    outbase: src,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    charset: 'utf8',
    logLevel: 'warning',
  });
  const built = new Set(outputFiles.map((file) => file.path));
  for (const file of outputFiles) place(file.path, Buffer.from(file.contents));
  for (const file of filesIn(outdir)) if (!built.has(file) && !file.endsWith('.tmp')) rmSync(file, { force: true });
}
