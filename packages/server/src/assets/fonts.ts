import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const FOLDER = dirname(require.resolve('@fontsource/biz-udpgothic/package.json'));
const VERSION = (JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8')) as { version: string }).version;

/** 配る書体の置き場。版を含むので、内容が変われば番地も変わる。 */
export const FONT_BASE = `/assets/fonts/${VERSION}`;

const WEIGHTS = [
  { weight: 400, local: ['BIZ UDPGothic', 'BIZ-UDPGothic'] },
  { weight: 700, local: ['BIZ UDPGothic Bold', 'BIZ-UDPGothic-Bold'] },
] as const;

/**
 * 書体の宣言。文字の範囲ごとに分かれているので、頁にある文字の分だけが読み込まれる。
 * 端末に同じ書体があれば通信しない。
 */
export function fontFaces(): string {
  return WEIGHTS.map(({ weight, local }) => {
    const css = readFileSync(join(FOLDER, `${weight}.css`), 'utf8');
    const mine = local.map((name) => `local('${name}')`).join(', ');
    return css
      .replace(/\/\*.*?\*\/\n?/gs, '')
      .replace(/src: url\(\.\/files\/([\w-]+\.woff2)\)[^;]*;/g, (_, file: string) => `src: ${mine}, url(${FONT_BASE}/${file}) format('woff2');`);
  }).join('\n');
}

const NAME = /^biz-udpgothic-[a-z0-9-]+-(?:400|700)-normal\.woff2$/;
const known: ReadonlySet<string> = new Set(
  WEIGHTS.flatMap(({ weight }) => [...readFileSync(join(FOLDER, `${weight}.css`), 'utf8').matchAll(/files\/([\w-]+\.woff2)/g)].map((m) => m[1]!)).filter((file) => NAME.test(file)),
);

/** 宣言に載っている書体のファイルだけを返す。それ以外の名（上位フォルダなど）は null。 */
export function fontFile(name: string): string | null {
  return known.has(name) ? join(FOLDER, 'files', name) : null;
}
