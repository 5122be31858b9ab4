#!/usr/bin/env node
// src を dist へ移していなければ先に移し（導入時のスクリプトを止めた環境でも動くように）、本体へ渡す。
import { existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const main = process.execArgv.includes('--conditions=renkei-source') ? 'src/main.ts' : 'dist/main.js';
const needed = ['core/dist/index.js', 'app/dist/index.js', 'formats/dist/index.js', 'cli/dist/main.js'].map((file) => join(root, 'packages', file));

if (main === 'dist/main.js') ensureBuilt();
await import(pathToFileURL(join(root, 'packages/cli', main)).href);

function ensureBuilt() {
  const lock = join(root, 'node_modules', '.renkei-build');
  while (existsSync(lock) || !needed.every((file) => existsSync(file))) {
    if (!takeLock(lock)) continue;
    try {
      const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: ['ignore', 'ignore', 'pipe'] });
      if (status === 0) continue;
      process.stderr.write(`renkei: 組立てに失敗しました。npm run build を実行して原因を確かめてください。\nrenkei: building failed; run npm run build to see why.\n${stderr}`);
      process.exit(3);
    } finally {
      rmdirSync(lock);
    }
  }
}

/** 同時に起動した renkei のうち一つだけが組み立てる。ほかは待つ。1分より古い錠は置き忘れとみなす。 */
function takeLock(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      process.stderr.write(`renkei: ${lock} を作れません（${error.code}）。書き込める利用者で npm run build を実行してください。\nrenkei: cannot create it; run npm run build as a user who may write there.\n`);
      process.exit(3);
    }
    const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (made !== undefined && Date.now() - made > 60_000) rmdirSync(lock);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    return false;
  }
}
