import { readFileSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** ほかの利用者から読めない場所では、製品はデータを外に置く。試験の後で、その分を消す。 */
export function removeOutsideData(dataFolder: string): void {
  const outside = placedOutside(dataFolder);
  if (outside !== undefined) rmSync(outside, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

function placedOutside(dataFolder: string): string | undefined {
  try {
    const { database } = JSON.parse(readFileSync(join(dataFolder, 'location.json'), 'utf8')) as { database: string };
    return isAbsolute(database) ? database : undefined;
  } catch {
    return undefined; // 置く前に断られた
  }
}
