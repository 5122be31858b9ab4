import type { AgreementReading } from '../src/index.js';

/** 読取の結果から節点を除き、見比べやすく平らにしたもの。expected.json の形。 */
export function project({ kind, otherKind, agreement, policyFields, initiatives, duties, findings }: AgreementReading) {
  const { title, legalBasis, parties, concludedOn, originals, custody, articles, signatories } = agreement;
  return {
    kind,
    ...(otherKind === undefined ? {} : { otherKind }),
    title, legalBasis, parties, concludedOn, originals, custody,
    articles: articles.map((a) => `${a.number} ${a.caption ?? ''}`.trim()),
    signatories,
    policyFields: policyFields.map((f) => `${f.parent ? `${f.parent.heading} > ` : ''}${f.path} ${f.heading}`.trim()),
    initiatives: initiatives.map(({ path, label, name, content, roles, article }) => ({ path, label, name, content, roles, article: article?.number ?? null })),
    duties: duties.map((d) => ({ kind: d.kind, article: d.article, ...(d.paragraph === undefined ? {} : { paragraph: d.paragraph }), bearer: d.bearer, frequency: d.frequency })),
    findings: findings.map((f) => `${f.severity} ${f.code}`),
  };
}
