import { describeFinding, type Lang } from '@renkei/app';
import type { Finding } from '@renkei/core';
import type { Io } from '../../io.js';
import { printable } from '../../terminal/printable.js';
import { writeAll } from '../../write-all.js';

/** 報告を標準エラーに一行ずつ言う。多すぎれば続きを省く。 */
export async function reportFindings(findings: readonly Finding[], lang: Lang, io: Io): Promise<void> {
  const shown = findings.slice(0, 100);
  for (const finding of shown) await writeAll(io.stderr, `renkei: ${printable(describeFinding(finding, lang))}\n`);
  if (findings.length > shown.length) await writeAll(io.stderr, `renkei: … (+${findings.length - shown.length})\n`);
}
