import { err, largestId, ok, type AgreementReading, type DirectoryEntry, type Finding, type LawDocument, type Result } from '@renkei/core';
import { amendText } from './amend-text.js';
import type { Sha256 } from './ports.js';
import type { AmendedText, AmendmentFacts } from './read-model.js';

export interface NoLongerFits {
  readonly number: number;
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** 読み直した本文に、既にある変更を番号の順に当て直す。一つでも当たらなければ、どれで何が合わないか。 */
export function reapplyAmendments(
  { document, reading, findings }: { readonly document: LawDocument; readonly reading: AgreementReading; readonly findings: readonly Finding[] },
  amendments: readonly AmendmentFacts[],
  { directory, sha256 }: { readonly directory: readonly DirectoryEntry[]; readonly sha256: Sha256 },
): Result<readonly AmendedText[], NoLongerFits> {
  const texts: AmendedText[] = [];
  let idsAfter = largestId(document.root);
  let base: Pick<AmendedText, 'document' | 'reading' | 'findings'> = { document, reading, findings };
  for (const { number, title, operations, lines, inForceOn } of amendments) {
    const amended = amendText({ ...base, amendment: operations, lines, inForceOn, idsAfter, directory }, sha256);
    if (!amended.ok) return err({ number, title, findings: amended.error });
    const { amendmentSha256: _, ...text } = amended.value;
    texts.push(text);
    base = text;
    idsAfter = Math.max(idsAfter, largestId(text.document.root));
  }
  return ok(texts);
}
