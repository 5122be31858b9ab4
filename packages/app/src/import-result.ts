import type { Confidence, DocumentKind, DutyKind, Finding, OtherKind, Place, PlainDate, Severity } from '@renkei/core';
import type { ErrorCode } from './error-codes.js';
import type { ImportedDocument } from './import-document.js';
import { describeSourceFailure } from './messages/failures.js';
import { describeFinding } from './messages/findings.js';
import type { Lang } from './messages/message.js';
import type { SourceFailure } from './ports.js';
import type { SourceFormat } from './source-format.js';

/** 読取の結果を JSON で渡す形。推定で補った値は inferred: true を伴う。 */
export interface ImportResult {
  readonly kind: DocumentKind;
  /** kind が other のとき、何の文書と見たか。開けなかったときは無い */
  readonly otherKind?: OtherKind;
  /** kind が other のとき、断る理由（findings にもある） */
  readonly reason?: string;
  readonly agreement: {
    readonly title: string | null;
    readonly legalBasis: string | null;
    readonly parties: readonly { readonly name: string; readonly code?: string; readonly prefecture?: string; readonly designation?: string }[];
    readonly concludedOn: PlainDate | null;
    readonly originals: number | null;
    readonly custody: string | null;
    readonly articles: readonly { readonly number: string; readonly caption: string | null; readonly paragraphs: readonly string[] }[];
    readonly signatories: readonly { readonly body: string; readonly title: string; readonly name: string; readonly address: string | null }[];
  };
  readonly policyFields: readonly { readonly path: string; readonly label: string; readonly heading: string; readonly parent: { readonly label: string; readonly heading: string } | null }[];
  readonly initiatives: readonly ImportedInitiative[];
  readonly duties: readonly {
    readonly kind: DutyKind;
    readonly article: string;
    readonly paragraph?: string;
    readonly caption: string | null;
    readonly text: string;
    readonly bearer: string | null;
    readonly frequency: 'yearly' | null;
  }[];
  readonly findings: readonly ReportedFinding[];
  readonly format: SourceFormat | null;
  readonly encoding: string | null;
  readonly sourceSha256: string;
}

export interface ImportedInitiative {
  readonly path: string;
  readonly label: string;
  readonly name: string;
  readonly content: string;
  /** 内容の一部を推定で補った */
  readonly inferred?: true;
  readonly roles: readonly { readonly party: string; readonly bodies: readonly string[]; readonly text: string; readonly inferred?: true }[];
  readonly field: string | null;
  /** 取組を定める条の番号 */
  readonly article: string | null;
}

export interface ReportedFinding {
  readonly code: ErrorCode | Finding['code'];
  readonly severity: Severity;
  readonly at: Place;
  readonly message: string;
  readonly found?: string;
  readonly assumed?: string;
  readonly confidence?: Confidence;
  readonly data: Readonly<Record<string, string | number>>;
}

/** 読み取れた文書の結果。 */
export function importResult(imported: ImportedDocument, lang: Lang): ImportResult {
  const { agreement: reading, source } = imported;
  const findings = imported.findings.map((finding): ReportedFinding => {
    const { code, severity, at, data, ...rest } = finding;
    return { code, severity, at, message: describeFinding(finding, lang), ...rest, data };
  });
  const refusal = findings.find((f) => f.severity === 'error' && f.code.startsWith('agreement.')) ?? findings.find((f) => f.severity === 'error');
  return {
    kind: reading.kind,
    ...(reading.otherKind === undefined ? {} : { otherKind: reading.otherKind }),
    ...(reading.kind === 'other' && refusal !== undefined ? { reason: refusal.message } : {}),
    agreement: {
      ...reading.agreement,
      articles: reading.agreement.articles.map(({ number, caption, paragraphs }) => ({ number, caption, paragraphs })),
    },
    policyFields: reading.policyFields.map(({ path, label, heading, parent }) => ({ path, label, heading, parent })),
    initiatives: reading.initiatives.map(({ path, label, name, content, contentInferred, roles, field, article }) => ({
      path,
      label,
      name,
      content,
      ...(contentInferred ? { inferred: true as const } : {}),
      roles,
      field,
      article: article?.number ?? null,
    })),
    duties: reading.duties.map(({ kind, article, paragraph, caption, text, bearer, frequency }) => ({
      kind,
      article,
      ...(paragraph === undefined ? {} : { paragraph }),
      caption,
      text,
      bearer,
      frequency,
    })),
    findings,
    format: source.format,
    encoding: source.encoding,
    sourceSha256: source.sha256,
  };
}

/** 開けなかった原文の結果。理由を一つの報告として持つ。 */
export function refusedImportResult(failure: SourceFailure, sourceSha256: string, lang: Lang): ImportResult {
  const message = describeSourceFailure(failure, lang);
  return {
    kind: 'other',
    reason: message,
    agreement: { title: null, legalBasis: null, parties: [], concludedOn: null, originals: null, custody: null, articles: [], signatories: [] },
    policyFields: [],
    initiatives: [],
    duties: [],
    findings: [{ code: failure.code, severity: 'error', at: {}, message, data: failure.data }],
    format: null,
    encoding: null,
    sourceSha256,
  };
}
