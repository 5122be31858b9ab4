import type { Finding } from '../text/finding.js';
import { COOPERATION_ARTICLE, localAutonomyActCitations, type Citation } from './citation.js';
import { textUnits, type DocumentParts, type TextUnit } from './document-parts.js';

/** 法252条の2: 締結は第1項、変更と廃止は第4項による。 */
const CONCLUSION = '地方自治法第252条の2第1項';
const CHANGE = '地方自治法第252条の2第4項';

export interface LegalBasisReading {
  readonly legalBasis: string | null;
  readonly findings: readonly Finding[];
}

/** 締結の根拠。前文になければ第1条、それもなければ連携協約に触れる文から。 */
export function readLegalBasis(parts: DocumentParts, amending: boolean): LegalBasisReading {
  const expected = amending ? CHANGE : CONCLUSION;
  const first = parts.articles[0];
  const preamble = find(parts.preamble);
  const basis = preamble ?? find(first ? textUnits(first) : []);
  if (!basis) {
    const at = parts.preamble[0] ?? parts.title;
    return { legalBasis: null, findings: [{ code: 'agreement.legal-basis-missing', severity: 'warning', at: at ? { node: at.node } : {}, data: { expected } }] };
  }
  const legalBasis = write(basis.citation);
  if (legalBasis === expected) return { legalBasis, findings: [] };
  return {
    legalBasis,
    findings: [{ code: 'agreement.legal-basis-unusual', severity: 'warning', at: { node: basis.unit.node }, found: legalBasis, data: { legalBasis, expected } }],
  };
}

function find(units: readonly TextUnit[]): { citation: Citation; unit: TextUnit } | undefined {
  for (const unit of units) {
    const citations = localAutonomyActCitations(unit.text);
    const citation = citations.find((c) => c.article === COOPERATION_ARTICLE) ?? citations[0];
    if (citation) return { citation, unit };
  }
  return undefined;
}

function write({ article, paragraph }: Citation): string {
  const [head, ...branches] = article.split('の');
  return `地方自治法第${head}条${branches.map((b) => `の${b}`).join('')}${paragraph === null ? '' : `第${paragraph}項`}`;
}
