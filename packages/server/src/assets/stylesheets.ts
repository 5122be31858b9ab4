import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fontFaces } from './fonts.js';

const require = createRequire(import.meta.url);
const FOLDER = new URL('../../assets/', import.meta.url);

/** 配るファイル一つ。番地に中身の要約を含むので、いつまでも取り置いてよい。 */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

export interface Assets {
  readonly fonts: Asset;
  readonly style: Asset;
  readonly icon: Asset;
}

/** 様式は assets/*.css を名の順（10-base.css, 20-layout.css …）につなぐ。先頭はデザイントークン。 */
export function loadAssets(): Assets {
  const sheets = readdirSync(FOLDER).filter((file) => file.endsWith('.css')).sort();
  const tokens = readFileSync(require.resolve('@digital-go-jp/design-tokens/dist/tokens.css'), 'utf8');
  const style = [tokens, ...sheets.map((file) => readFileSync(new URL(file, FOLDER), 'utf8'))].join('\n');
  return {
    fonts: asset('fonts', 'css', 'text/css; charset=utf-8', fontFaces()),
    style: asset('portal', 'css', 'text/css; charset=utf-8', style),
    icon: asset('icon', 'svg', 'image/svg+xml', readFileSync(new URL('icon.svg', FOLDER), 'utf8')),
  };
}

function asset(name: string, extension: string, type: string, body: string): Asset {
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/assets/${name}-${digest}.${extension}`, type, body };
}
