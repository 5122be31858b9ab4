import type { LawDocument } from '../src/text/element.js';
import type { Finding } from '../src/text/finding.js';
import { readText } from '../src/text/plain/read-text.js';
import { sourceFromText } from '../src/text/plain/source-from-text.js';
import { writeText } from '../src/text/plain/write-text.js';
import { applyAmendment, type ApplyOptions } from '../src/amendment/apply/apply-amendment.js';
import { parseAmendment } from '../src/amendment/parse/parse-amendment.js';
import type { Applied } from '../src/amendment/trace.js';

export const readBase = (text: string): LawDocument => readText(sourceFromText(text)).document;

export interface AppliedText {
  /** 当たったときの結果。断られたら undefined */
  readonly applied: Applied | undefined;
  /** 消えた行は「- 」、現れた行は「+ 」を付けて、文書順に */
  readonly changes: readonly string[];
  readonly findings: readonly Finding[];
}

/** 改め文（印字）を読んで当て、変わった行を返す。 */
export function applyText(base: LawDocument, amendment: string, options: ApplyOptions = {}): AppliedText {
  const parsed = parseAmendment(amendment);
  const unread = parsed.findings.filter((f) => f.severity === 'error');
  if (unread.length > 0) return { applied: undefined, changes: [], findings: unread };
  const result = applyAmendment(base, parsed.amendment, { lines: parsed.lines, ...options });
  if (!result.ok) return { applied: undefined, changes: [], findings: result.error };
  return { applied: result.value, changes: changedLines(writeText(base), writeText(result.value.document)), findings: result.value.findings };
}

function changedLines(before: string, after: string): string[] {
  const [old, now] = [before, after].map((t) => t.split('\n').filter((l) => l.trim() !== ''));
  const [olds, nows] = [new Set(old), new Set(now)];
  return [...old!.filter((l) => !nows.has(l)).map((l) => `- ${l}`), ...now!.filter((l) => !olds.has(l)).map((l) => `+ ${l}`)];
}
