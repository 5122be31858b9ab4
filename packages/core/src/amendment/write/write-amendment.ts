import type { Amendment } from '../operation.js';
import type { DraftingProfile } from '../profile.js';
import { writeSentence } from './write-sentence.js';

/**
 * 改め文の本体。改正規定ごとに、全角一字下げの一文と、そのブロックの行（溶け込んだ後の配字のまま）。
 * parseAmendment の逆: 読み戻すと同じ操作になる。
 */
export function writeAmendment(amendment: Amendment, profile: DraftingProfile): string {
  return amendmentLines(amendment, profile).map((line) => `${line}\n`).join('');
}

export function amendmentLines(amendment: Amendment, profile: DraftingProfile): string[] {
  const lines: string[] = [];
  for (const provision of amendment) {
    if (provision.operations.length === 0) continue;
    lines.push(`　${writeSentence(provision, profile)}`);
    for (const { action } of provision.operations) if ('block' in action) for (const line of action.block.lines) lines.push(line);
  }
  return lines;
}
