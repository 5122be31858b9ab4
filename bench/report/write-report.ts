import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** bench/results/<name>.json に残す。 */
export function writeReport(name: string, report: unknown): string {
  const folder = fileURLToPath(new URL('../results/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${name}.json`, `${JSON.stringify(report, null, 2)}\n`);
  return `bench/results/${name}.json`;
}
