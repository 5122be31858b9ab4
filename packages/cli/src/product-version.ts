import { readFileSync } from 'node:fs';

/** 製品の版（このパッケージの package.json）。 */
export function productVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return version;
}
