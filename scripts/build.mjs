// 各パッケージの src を dist へ一対一で移す（型検査はしない。型は npm run check が見る）。
import { build } from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const packages = ['core', 'app', 'store', 'formats', 'server', 'cli'];

for (const name of packages) {
  const src = join(root, 'packages', name, 'src');
  const entryPoints = readdirSync(src, { recursive: true })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|typetest)\.tsx?$/.test(file))
    .map((file) => join(src, file));
  const outdir = join(root, 'packages', name, 'dist');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints,
    outdir,
    outbase: src,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    charset: 'utf8',
    logLevel: 'warning',
  });
}
