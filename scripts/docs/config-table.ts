import { CONFIG_KEYS } from '../../packages/server/src/config.js';

const entries = Object.entries(CONFIG_KEYS);

/** 設定の表。docs/operate.md に置く。 */
export function configTable(): string {
  return ['| 名前 | 意味 | 省いたとき | 例 |', '|---|---|---|---|', ...entries.map(([key, { ja, default: { ja: fallback }, example }]) => `| \`${key}\` | ${ja} | ${fallback} | \`${example}\` |`)].join('\n');
}

/** 設定の見本。写して使う。 */
export function envExample(): string {
  return `${entries.map(([key, { ja, en, default: { ja: fallback }, example }]) => [`# ${ja}`, `# ${en}`, `# 省いたとき: ${fallback}`, `#${key}=${example}`].join('\n')).join('\n\n')}\n`;
}
