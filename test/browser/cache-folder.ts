import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * 展開したブラウザーを置くフォルダ。書けるものを順に試す。
 * 1. リポジトリの node_modules/.cache（消しても npm ci で戻る場所）
 * 2. 一時フォルダ（利用者ごと。ほかの利用者が先に作った同名のフォルダは信用しない）
 */
export function cacheFolder(candidates: readonly string[] = defaultCandidates()): string {
  const refused: string[] = [];
  for (const folder of candidates) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      accessSync(folder, constants.W_OK | constants.X_OK);
      const owner = statSync(folder).uid;
      if (process.getuid !== undefined && owner !== process.getuid()) refused.push(`${folder}（所有者が違う: uid ${owner}）`);
      else return folder;
    } catch (cause) {
      refused.push(`${folder}（${(cause as Error).message}）`);
    }
  }
  throw new Error(`ブラウザーを展開する場所がありません。次のどれかを書けるようにしてください。\n  ${refused.join('\n  ')}`);
}

function defaultCandidates(): string[] {
  const user = process.getuid?.() ?? 'user';
  return [fileURLToPath(new URL('../../node_modules/.cache/renkei-browser', import.meta.url)), join(tmpdir(), `renkei-browser-${user}`)];
}
