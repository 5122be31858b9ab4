import type { ImportedInitiative, ImportResult, ReportedFinding } from './import-result.js';

type Signatory = ImportResult['agreement']['signatories'][number];
type Role = ImportedInitiative['roles'][number];

/**
 * `renkei import --json` の形。上から順に読む人と、形を決めて受け取るプログラムのため、
 * 約束した項目だけを持ち、それ以上に分かったことは details に分ける。
 */
export interface ImportJson extends Omit<ImportResult, 'agreement' | 'initiatives' | 'findings'> {
  readonly agreement: Omit<ImportResult['agreement'], 'parties' | 'signatories' | 'custody'> & {
    readonly parties: readonly { readonly name: string; readonly code?: string }[];
    readonly signatories: readonly Omit<Signatory, 'address'>[];
  };
  readonly initiatives: readonly (Omit<ImportedInitiative, 'roles' | 'field' | 'article'> & { readonly roles: readonly Omit<Role, 'bodies'>[] })[];
  readonly findings: readonly Pick<ReportedFinding, 'code' | 'severity' | 'at' | 'message'>[];
  /** parties・signatories・initiatives・findings は、上の同じ名の並びと同じ順 */
  readonly details: {
    readonly custody: string | null;
    readonly parties: readonly { readonly name: string; readonly prefecture?: string; readonly designation?: string }[];
    readonly signatories: readonly Pick<Signatory, 'body' | 'address'>[];
    readonly initiatives: readonly (Pick<ImportedInitiative, 'path' | 'field' | 'article'> & { readonly roles: readonly Pick<Role, 'party' | 'bodies'>[] })[];
    readonly findings: readonly Pick<ReportedFinding, 'code' | 'found' | 'assumed' | 'confidence' | 'data'>[];
  };
}

export function importJson(result: ImportResult): ImportJson {
  const { agreement, initiatives, findings, policyFields, duties, format, encoding, sourceSha256, ...kind } = result;
  const { custody, parties, signatories } = agreement;
  return {
    ...kind,
    agreement: {
      title: agreement.title,
      legalBasis: agreement.legalBasis,
      parties: parties.map(({ name, code }) => ({ name, ...(code === undefined ? {} : { code }) })),
      concludedOn: agreement.concludedOn,
      originals: agreement.originals,
      articles: agreement.articles,
      signatories: signatories.map(({ body, title, name }) => ({ body, title, name })),
    },
    initiatives: initiatives.map(({ field: _field, article: _article, roles, ...initiative }) => ({
      ...initiative,
      roles: roles.map(({ bodies: _bodies, ...role }) => role),
    })),
    findings: findings.map(({ code, severity, at, message }) => ({ code, severity, at, message })),
    policyFields,
    duties,
    format,
    encoding,
    sourceSha256,
    details: {
      custody,
      parties: parties.map(({ code: _code, ...party }) => party),
      signatories: signatories.map(({ body, address }) => ({ body, address })),
      initiatives: initiatives.map(({ path, field, article, roles }) => ({ path, field, article, roles: roles.map(({ party, bodies }) => ({ party, bodies })) })),
      findings: findings.map(({ severity: _severity, at: _at, message: _message, ...finding }) => finding),
    },
  };
}
