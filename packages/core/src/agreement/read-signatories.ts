import { childrenOf, textOf } from '../text/element.js';
import type { Finding } from '../text/finding.js';
import type { Party, Signatory } from './agreement-reading.js';
import { readBodyName, sameBody } from './body-name.js';
import type { DocumentParts } from './document-parts.js';
import { readSignatureLine, type SignatureLine } from './signature-line.js';

export interface SignatoriesReading {
  readonly signatories: readonly Signatory[];
  readonly findings: readonly Finding[];
}

interface Draft {
  body?: string;
  title?: string;
  name?: string;
  address?: string;
  witness?: boolean;
}

/** 署名者。一団体が一行のことも、住所・団体・職・氏名が行に分かれることもある。氏名は決して直さない。 */
export function readSignatories(parts: DocumentParts): SignatoriesReading {
  const findings: Finding[] = [];
  const drafts: Draft[] = [];
  let draft: Draft = {};
  const next = (): void => {
    if (Object.keys(draft).length > 0) drafts.push(draft);
    draft = {};
  };
  for (const block of parts.closing.flatMap((c) => childrenOf(c, 'SignatureBlock'))) {
    // 署名欄の区切りは空行による推定なので、氏名まで読めていなければ次の欄へ続ける
    if (draft.name !== undefined) next();
    for (const line of childrenOf(block, 'SignatureLine')) {
      const printed = textOf(line);
      if (printed.trim() === '') continue;
      const read = asName(readSignatureLine(printed), draft);
      if (startsNext(read, draft)) next();
      if (read.prefix === '立会人') draft.witness = true;
      if (read.address !== undefined) draft.address = draft.address === undefined ? read.address : `${draft.address}　${read.address}`;
      if (read.body !== undefined) draft.body = read.body;
      if (read.title !== undefined) draft.title = read.title;
      if (read.name !== undefined) draft.name = read.name;
      if (read.rest !== undefined) findings.push({ code: 'agreement.signature-line-unread', severity: 'advice', at: { node: line.id }, found: printed, data: {} });
    }
  }
  next();
  const signatories = drafts.filter((d) => d.title !== undefined || d.name !== undefined).map(toSignatory);
  return { signatories, findings };
}

/** 職だけの行の次の、見分けられない行は氏名（「宇部市長」「久保田和子」）。 */
function asName(line: SignatureLine, draft: Draft): SignatureLine {
  const bare = line.rest ?? (line.title === undefined && line.address === undefined ? line.body : undefined);
  if (bare === undefined || draft.title === undefined || draft.name !== undefined) return line;
  if (line.rest === undefined && readBodyName(bare) !== undefined && bare.length > 2) return line;
  return { ...(line.prefix === undefined ? {} : { prefix: line.prefix }), name: bare };
}

/** 次の署名者に移る行か。氏名まで読めた後の行、または同じ種類の行の二度目。 */
function startsNext(line: SignatureLine, draft: Draft): boolean {
  // 住所だけ先に読んだところなら、まだ同じ署名者（住所の次の行に「甲　桜井市」）
  if (Object.keys(draft).every((key) => key === 'address')) return false;
  if (line.prefix !== undefined) return true;
  if (line.title !== undefined && draft.title !== undefined) return true;
  if (line.body !== undefined && (draft.body !== undefined || draft.title !== undefined)) return true;
  return line.address !== undefined && (draft.title !== undefined || draft.name !== undefined);
}

function toSignatory(draft: Draft): Signatory {
  const title = draft.title ?? '';
  const fromTitle = /^(.+?)(?:市長|町長|村長|区長|知事)/.test(title) ? title.replace(/^(.*?[市町村区])長.*$|^(.*?)知事.*$/, '$1$2') : '';
  const printed = draft.body ?? fromTitle;
  const body = readBodyName(printed)?.name ?? printed;
  return { body, title: draft.witness === true ? `立会人　${title}` : title, name: draft.name ?? '', address: draft.address ?? null };
}

/** 当事者と署名者の食い違い。 */
export function checkSignatories(signatories: readonly Signatory[], parties: readonly Party[], parts: DocumentParts): Finding[] {
  const closing = parts.closing[0];
  const at = closing ? { node: closing.id } : {};
  if (signatories.length === 0) return [{ code: 'agreement.signatories-missing', severity: 'warning', at, data: {} }];
  const findings: Finding[] = [];
  for (const party of parties) {
    if (!signatories.some((s) => sameBody(s.body, party.name))) findings.push({ code: 'agreement.signatory-missing', severity: 'warning', at, data: { party: party.name } });
  }
  for (const { body, title, name } of signatories) {
    if (name === '') findings.push({ code: 'agreement.signatory-name-missing', severity: 'warning', at, data: { body, title } });
    if (parties.length > 0 && !title.startsWith('立会人') && !parties.some((p) => sameBody(p.name, body))) {
      findings.push({ code: 'agreement.signatory-not-party', severity: 'warning', at, found: body, data: { body } });
    }
  }
  return findings;
}
