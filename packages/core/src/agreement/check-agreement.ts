import { NUMERAL_CLASS, readNumeral } from '../kernel/numeral.js';
import { childOf, childrenOf, textOf } from '../text/element.js';
import type { Finding } from '../text/finding.js';
import type { Duty, Initiative, Party } from './agreement-reading.js';
import { comparisonForm } from './comparison-form.js';
import { articleNumber, textUnits, type DocumentParts } from './document-parts.js';
import { readPolicyFields, sameAppendix } from './read-policy-fields.js';

export interface CheckedAgreement {
  readonly parties: readonly Party[];
  readonly initiatives: readonly Initiative[];
  readonly duties: readonly Duty[];
}

/** 協約としての欠け・食い違い。原文を直さず、人に見せる。変更する文書（amending）は条・取組・手続を持たなくてよい。 */
export function checkAgreement(parts: DocumentParts, agreement: CheckedAgreement, amending: boolean): Finding[] {
  if (amending) return [...(parts.articles.length === 0 ? [] : checkNumbers(parts)), ...checkDesignations(parts, agreement.parties)];
  return [
    ...checkNumbers(parts),
    ...checkReferences(parts),
    ...checkAppendices(parts),
    ...checkDesignations(parts, agreement.parties),
    ...checkInitiatives(parts, agreement),
    ...checkDuties(parts, agreement.duties),
  ];
}

const title = (parts: DocumentParts): Finding['at'] => (parts.title ? { node: parts.title.node } : {});

/** 条の番号の飛びと重なり。写しから条が落ちた協約がある。 */
function checkNumbers(parts: DocumentParts): Finding[] {
  if (parts.articles.length === 0) return [{ code: 'agreement.no-articles', severity: 'error', at: title(parts), data: {} }];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  let last = 0;
  for (const article of parts.articles) {
    const number = articleNumber(article);
    const at = { node: article.id, provision: `第${number}条` };
    if (seen.has(number)) {
      findings.push({ code: 'agreement.article-duplicate', severity: 'warning', at, data: { article: number } });
      continue;
    }
    seen.add(number);
    const main = Number(/^\d+/.exec(number)?.[0] ?? NaN);
    if (main > last + 1) findings.push({ code: 'agreement.article-gap', severity: 'warning', at, data: { before: last, after: main } });
    if (main > last) last = main;
  }
  return findings;
}

const REFERENCE = new RegExp(`(?<=^|[、。，,(]|[はがをにとの又及び]|、第[^条]{1,4}条)第([${NUMERAL_CLASS}]{1,4})条((?:の[${NUMERAL_CLASS}]{1,3})*)`, 'g');
const EXTERNAL = /(法|令|条例|規則|規約|要綱|憲法|同法|協定)(\([^()]{0,80}\))?の?$/;

/** この協約の条を引く箇所（「第3条に規定する」）の、引かれる条が無いもの。 */
function checkReferences(parts: DocumentParts): Finding[] {
  const numbers = new Set(parts.articles.map(articleNumber));
  const findings = new Map<string, Finding>();
  for (const article of parts.articles) {
    const own = articleNumber(article);
    for (const unit of textUnits(article)) {
      const text = comparisonForm(unit.text);
      for (const m of text.matchAll(REFERENCE)) {
        const target = [m[1]!, ...m[2]!.split('の').slice(1)].map((n) => readNumeral(n)?.value).join('の');
        if (numbers.has(target) || EXTERNAL.test(text.slice(Math.max(0, m.index - 100), m.index))) continue;
        const key = `${own}→${target}`;
        if (!findings.has(key)) {
          findings.set(key, { code: 'agreement.reference-missing', severity: 'warning', at: { node: unit.node, provision: `第${own}条` }, found: m[0], data: { article: own, target } });
        }
      }
    }
  }
  return [...findings.values()];
}

function checkAppendices(parts: DocumentParts): Finding[] {
  const { appendices, references } = readPolicyFields(parts);
  const numbers = new Set(parts.articles.map(articleNumber));
  const findings: Finding[] = [];
  const reported = new Set<string>();
  for (const { label, article } of references) {
    const covered = appendices.some((a) => sameAppendix(a.label, label) || (label === '別表' && a.label.startsWith('別表')));
    if (covered || reported.has(label)) continue;
    reported.add(label);
    findings.push({ code: 'agreement.appendix-missing', severity: 'error', at: { node: article.node, provision: `第${article.number}条` }, found: label, data: { appendix: label, article: article.number } });
  }
  for (const { appendix, label, related } of appendices) {
    const at = { node: appendix.id, provision: label };
    for (const number of related.filter((n) => !numbers.has(n))) {
      const printed = childOf(appendix, 'RelatedArticleNum');
      findings.push({ code: 'agreement.appendix-article-missing', severity: 'warning', at, ...(printed ? { found: textOf(printed) } : {}), data: { appendix: label, article: number } });
    }
    const cited = references.some((r) => sameAppendix(r.label, label) || r.label === '別表' || /から別表第/.test(r.heading));
    if (parts.articles.length > 0 && !cited && references.length === 0 && related.length === 0) findings.push({ code: 'agreement.appendix-unreferenced', severity: 'advice', at, data: { appendix: label } });
  }
  return findings;
}

const DESIGNATION = /(?<![\p{Script=Han}])([甲乙丙丁戊])(?=[はがのをにと及並又、・乙丙丁])/gu;

/** 定義のない甲・乙。写し間違いか、前文が落ちている。 */
function checkDesignations(parts: DocumentParts, parties: readonly Party[]): Finding[] {
  const defined = new Set(parties.flatMap((p) => (p.designation === undefined ? [] : [p.designation])));
  const used = new Map<string, { count: number; node: Finding['at'] }>();
  for (const unit of [...parts.articles, ...parts.appendices].flatMap(textUnits)) {
    for (const m of comparisonForm(unit.text).matchAll(DESIGNATION)) {
      const designation = m[1]!;
      if (defined.has(designation)) continue;
      const entry = used.get(designation) ?? { count: 0, node: { node: unit.node } };
      entry.count += 1;
      used.set(designation, entry);
    }
  }
  return [...used].map(([designation, { count, node }]) => ({ code: 'agreement.designation-undefined', severity: 'warning', at: node, found: designation, data: { designation, count } }));
}

function checkInitiatives(parts: DocumentParts, { initiatives, parties }: CheckedAgreement): Finding[] {
  if (initiatives.length === 0) return parts.articles.length === 0 ? [] : [{ code: 'agreement.no-initiatives', severity: 'warning', at: title(parts), data: {} }];
  const findings: Finding[] = [];
  // 内容の欄を持たない様式（取組と役割だけ）では、内容が無いことは欠けではない
  const hasContent = initiatives.some((i) => i.content !== '');
  const paths = new Map<string, number>();
  for (const { path } of initiatives) paths.set(path, (paths.get(path) ?? 0) + 1);
  const unknown = new Map<string, { count: number; at: Finding['at'] }>();
  for (const { path, name, content, roles, node } of initiatives) {
    const at = { node, provision: path };
    const count = paths.get(path)!;
    if (count > 1) {
      findings.push({ code: 'agreement.initiative-duplicate-path', severity: 'warning', at, data: { path, count } });
      paths.set(path, 1);
    }
    if (name === '') findings.push({ code: 'agreement.initiative-without-name', severity: 'warning', at, data: { path } });
    else if (content === '' && hasContent && !name.endsWith('。')) findings.push({ code: 'agreement.initiative-without-content', severity: 'advice', at, data: { path } });
    if (roles.length === 0) findings.push({ code: 'agreement.initiative-without-role', severity: 'warning', at, data: { path, name } });
    for (const { party, bodies } of roles) {
      if (bodies.length > 0) continue;
      const entry = unknown.get(party) ?? { count: 0, at };
      entry.count += 1;
      unknown.set(party, entry);
    }
  }
  for (const [designation, { count, at }] of unknown) {
    if (/^[甲乙丙丁戊]$/.test(designation)) continue;
    findings.push({ code: 'agreement.designation-undefined', severity: 'warning', at, found: designation, data: { designation, count } });
  }
  if (initiatives.some((i) => i.roles.length > 0)) {
    for (const party of parties) {
      const bears = initiatives.some((i) => i.roles.some((r) => r.bodies.includes(party.name)));
      if (!bears) findings.push({ code: 'agreement.party-without-role', severity: 'warning', at: title(parts), data: { party: party.name } });
    }
  }
  return findings;
}

/** 法252条の2第3項・第4項: 締結・変更・廃止の協議は議会の議決を経る。要綱は費用分担と首長の定期の協議を求める。 */
function checkDuties(parts: DocumentParts, duties: readonly Duty[]): Finding[] {
  if (parts.articles.length === 0) return [];
  const findings: Finding[] = [];
  const change = duties.find((d) => d.kind === 'change-procedure');
  if (!change) {
    findings.push({ code: 'agreement.change-procedure-missing', severity: 'warning', at: title(parts), data: { article: '' } });
  } else if (!duties.some((d) => d.article === change.article && comparisonForm(d.text).includes('議決')) && !votes(parts, change.article)) {
    findings.push({ code: 'agreement.council-vote-missing', severity: 'warning', at: { node: change.node, provision: `第${change.article}条` }, data: { article: change.article } });
  }
  if (!duties.some((d) => d.kind === 'cost-sharing')) findings.push({ code: 'agreement.cost-sharing-missing', severity: 'advice', at: title(parts), data: {} });
  if (!duties.some((d) => d.kind === 'conference')) findings.push({ code: 'agreement.conference-missing', severity: 'advice', at: title(parts), data: {} });
  return findings;
}

function votes(parts: DocumentParts, number: string): boolean {
  const article = parts.articles.find((a) => articleNumber(a) === number);
  return article !== undefined && childrenOf(article, 'Paragraph').some((p) => comparisonForm(textOf(p)).includes('議決'));
}
