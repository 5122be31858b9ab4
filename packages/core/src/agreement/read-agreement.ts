import { childrenOf } from '../text/element.js';
import type { Finding, Reading } from '../text/finding.js';
import type { AgreementReading, ArticleSummary, DirectoryEntry } from './agreement-reading.js';
import { checkAgreement } from './check-agreement.js';
import { comparisonForm } from './comparison-form.js';
import { articleNumber, captionOf, closeUp, documentParts, provisionText, type DocumentParts } from './document-parts.js';
import { readConclusionDate } from './read-conclusion-date.js';
import { readDuties } from './read-duties.js';
import { readInitiatives } from './read-initiatives.js';
import { readLegalBasis } from './read-legal-basis.js';
import { readOriginals } from './read-originals.js';
import { readParties } from './read-parties.js';
import { checkSignatories, readSignatories } from './read-signatories.js';
import { recogniseKind } from './recognise-kind.js';

/**
 * 本文の木から協約の中身を読む。どんな木でも例外にせず、読めたところまでと報告を返す。
 * 連携協約でない文書も、断る理由（otherKind）とともに、読めるところは読む。
 */
export function readAgreement(reading: Reading, directory: readonly DirectoryEntry[]): AgreementReading {
  const parts = documentParts(reading.document);
  const recognised = recogniseKind(parts);
  const signed = readSignatories(parts);
  const named = readParties(parts, signed.signatories, directory);
  const amending = isAmending(parts);
  const legal = readLegalBasis(parts, amending);
  const dated = readConclusionDate(parts);
  const made = readOriginals(parts, named.parties.length);
  const context = { parties: named.parties, collectives: named.collectives, inferred: reading.inferred };
  const { policyFields, initiatives, findings: initiativeFindings } = readInitiatives(parts, context);
  const duties = readDuties(parts, named.parties, initiatives);

  // 協約でない文書に協約としての欠けを並べても役に立たない。断る理由だけを言う
  const findings: Finding[] =
    recognised.kind === 'other'
      ? [{
          code: 'agreement.not-a-cooperation-agreement', severity: 'error', at: recognised.node === undefined ? {} : { node: recognised.node },
          ...(recognised.evidence === '' ? {} : { found: recognised.evidence }), data: { otherKind: recognised.otherKind ?? 'unknown', evidence: recognised.evidence },
        }]
      : [
          ...draftFindings(parts),
          ...legal.findings,
          ...named.findings,
          ...dated.findings,
          ...made.findings,
          ...signed.findings,
          ...checkSignatories(signed.signatories, named.parties, parts),
          ...initiativeFindings,
          ...checkAgreement(parts, { parties: named.parties, initiatives, duties }, amending),
        ];

  return {
    kind: recognised.kind,
    ...(recognised.otherKind === undefined ? {} : { otherKind: recognised.otherKind }),
    agreement: {
      title: titleOf(parts),
      legalBasis: legal.legalBasis,
      parties: named.parties,
      concludedOn: dated.concludedOn,
      originals: made.originals,
      custody: made.custody,
      articles: parts.articles.map((article): ArticleSummary => ({
        number: articleNumber(article),
        caption: captionOf(article),
        paragraphs: childrenOf(article, 'Paragraph').map((p) => provisionText(p, parts.labels)),
        node: article.id,
      })),
      signatories: signed.signatories,
    },
    policyFields,
    initiatives,
    duties,
    inferredNodes: [...reading.inferred],
    findings,
  };
}

const DRAFT = /[（(]\s*(案|素案|原案|たたき台)\s*[）)]/;

/** 題名。例規集の「○」と「(案)」は題名の一部でない。 */
function titleOf(parts: DocumentParts): string | null {
  const printed = parts.title?.text ?? parts.cover.find((line) => comparisonForm(line.text).includes('連携協約'))?.text;
  if (printed === undefined) return null;
  const title = closeUp(printed.replace(/^\s*[○◯●◎](?![○◯●◎])\s*/, '').replace(DRAFT, '').trim());
  return title === '' ? null : title;
}

function draftFindings(parts: DocumentParts): Finding[] {
  const findings: Finding[] = [];
  const marked = [parts.title, ...parts.cover].find((unit) => unit !== null && DRAFT.test(unit.text));
  if (marked) {
    const marker = DRAFT.exec(marked.text)![0];
    findings.push({ code: 'agreement.draft', severity: 'warning', at: { node: marked.node }, found: marker, data: { marker } });
  }
  const title = parts.title;
  if (title && isAmending(parts)) {
    findings.push({ code: 'agreement.amending-instrument', severity: 'warning', at: { node: title.node }, found: title.text, data: { title: title.text } });
  }
  return findings;
}

/** 「…連携協約の一部を変更する連携協約」 */
const isAmending = (parts: DocumentParts): boolean => parts.title !== null && /(一部|全部)を(変更|改正)する/.test(comparisonForm(parts.title.text));
