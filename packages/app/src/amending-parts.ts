import { titleOf, type Finding, type Instrument, type InstrumentPart, type LawDocument, type PlainDate } from '@renkei/core';

/** 改める対象の本文 */
export interface AmendingTarget {
  readonly document: LawDocument;
  /** 締結日。日の欠ける案や協約でない文書では null */
  readonly concludedOn: PlainDate | null;
}

/**
 * 改正の文書のうち、この本文を改める部分。枠のない改め文は、そのまま全部。
 * 柱書が別の文書を名指していれば、wrong-base の報告だけを返す。
 */
export function amendingParts({ parts }: Instrument, target: AmendingTarget): { readonly parts: readonly InstrumentPart[]; readonly findings: readonly Finding[] } {
  const title = titleOf(target.document);
  const named = parts.filter(({ lead }) => lead === null || title === '' || squeeze(lead.name) === squeeze(title));
  const other = parts.find((part) => !named.includes(part));
  if (named.length === 0 && other?.lead) return { parts: [], findings: [wrongBase(other.lead.name, title)] };
  for (const { lead } of named) {
    const day = lead?.concludedOn ?? null;
    if (day !== null && target.concludedOn !== null && day !== target.concludedOn) return { parts: [], findings: [wrongBase(`${lead!.name}（${day}）`, `${title}（${target.concludedOn}）`)] };
  }
  return { parts: named, findings: [] };
}

const wrongBase = (expected: string, actual: string): Finding => ({ code: 'amendment.wrong-base', severity: 'error', at: {}, data: { expected, actual } });
const squeeze = (text: string): string => text.replace(/[\s　]/g, '');
