import { cliMessages, fillMessage, FORMAT_TERMS, SEVERITY_TERMS, type CliMessageKey, type ImportedInitiative, type ImportResult, type Lang, type MessageData } from '@renkei/app';
import { formatWareki, type Severity } from '@renkei/core';
import { displayWidth, padDisplay } from './terminal/display-width.js';
import { printable } from './terminal/printable.js';
import type { Style } from './terminal/style.js';
import { flow, wrapText } from './terminal/wrap-text.js';

export interface SummaryOptions {
  readonly lang: Lang;
  readonly style: Style;
  /** 端末の桁数 */
  readonly width: number;
  /** 原文の名 */
  readonly source: string;
}

/** 一覧をここまで出したら、残りは件数だけを言う（すべては --json にある）。 */
const MAX_ARTICLES = 60;
const MAX_INITIATIVES = 100;
const MAX_DUTIES = 40;
const MAX_FINDINGS = 200;

/** 読取の結果を、まず要点、次に取組と務め、最後に報告の順で、読める形にする。 */
export function importSummary(result: ImportResult, options: SummaryOptions): string {
  const context = { ...options, t: (key: CliMessageKey, data?: MessageData) => fillMessage(cliMessages[key], options.lang, data) };
  const sections = [heading(result, context), facts(result, context), initiatives(result, context), duties(result, context), findings(result, context)];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

interface Context extends SummaryOptions {
  t(key: CliMessageKey, data?: MessageData): string;
}

function heading(result: ImportResult, { t, style, width }: Context): string[] {
  const title = wrapText(printable(result.agreement.title ?? t('cli.summary.untitled')), width).map(style.bold);
  if (result.kind === 'cooperation-agreement') return [t('cli.summary.is-agreement'), ...title];
  const verdict = result.format === null ? 'cli.summary.cannot-open' : 'cli.summary.is-other';
  return [style.red(t(verdict)), ...(result.format === null ? [] : title), ...wrapText(printable(result.reason ?? ''), width)];
}

function facts(result: ImportResult, context: Context): string[] {
  const { t, lang } = context;
  const { agreement } = result;
  const comma = lang === 'ja' ? '、' : ', ';
  const unknown = t('cli.summary.unknown');
  const source = [printable(context.source), result.format === null ? null : FORMAT_TERMS[result.format][lang], result.encoding?.toUpperCase() ?? null].filter((v) => v !== null).join(comma);
  const sourceRow = [t('cli.summary.source'), `${source}${comma}SHA-256 ${result.sourceSha256.slice(0, 12)}`] as const;
  if (result.kind === 'other') return table([sourceRow], context);
  return table(
    [
      [t('cli.summary.parties'), agreement.parties.map((p) => bracketed(p.name, p.code, lang)).join(comma) || unknown],
      [t('cli.summary.legal-basis'), agreement.legalBasis ?? unknown],
      [t('cli.summary.concluded-on'), agreement.concludedOn === null ? unknown : bracketed(formatWareki(agreement.concludedOn), agreement.concludedOn, lang)],
      [t('cli.summary.originals'), agreement.originals === null ? unknown : t('cli.summary.copies', { count: agreement.originals })],
      [t('cli.summary.signatories'), agreement.signatories.map((s) => `${s.title} ${s.name}`).join(comma) || unknown],
      [t('cli.summary.articles'), agreement.articles.length === 0 ? unknown : [...agreement.articles.slice(0, MAX_ARTICLES).map(articleName), ...rest(agreement.articles.length, MAX_ARTICLES, t)]],
      sourceRow,
    ],
    context,
  );
}

const articleName = ({ number, caption }: ImportResult['agreement']['articles'][number]): string => (caption === null ? `第${number}条` : `第${number}条 ${caption}`);

/** 出しきれない残りの件数。残りがなければ空。 */
const rest = (total: number, limit: number, t: Context['t']): string[] => (total > limit ? [t('cli.summary.more', { count: total - limit })] : []);

const bracketed = (head: string, note: string | undefined, lang: Lang): string => (note === undefined ? head : lang === 'ja' ? `${head}（${note}）` : `${head} (${note})`);

/** 左の列の幅をそろえた二列。右の列は文か、並べる項目。 */
function table(rows: readonly (readonly [head: string, content: string | readonly string[]])[], { width, style }: Context): string[] {
  const left = Math.max(...rows.map(([head]) => displayWidth(head))) + 4;
  return rows.flatMap(([head, content]) =>
    (typeof content === 'string' ? wrapText(printable(content), width - left) : flow(content.map(printable), width - left)).map((line, i) => (i === 0 ? `  ${style.dim(head)}${' '.repeat(left - 2 - displayWidth(head))}` : ' '.repeat(left)) + line),
  );
}

function initiatives(result: ImportResult, context: Context): string[] {
  const { t, style } = context;
  const { initiatives: all, policyFields } = result;
  if (all.length === 0) return [];
  const shown = all.slice(0, MAX_INITIATIVES);
  const common = sameRoles(all);
  const lines = [style.bold(t('cli.summary.initiatives', { count: all.length }))];
  if (common) lines.push(...roleLines(all, t('cli.summary.roles-of-all'), 2, context));
  for (const [field, group] of groupBy(shown, (i) => i.field)) {
    const found = policyFields.find((f) => f.path === field);
    if (found) lines.push(...indented(`${found.path} ${found.heading}`, 2, context));
    if (common) lines.push(...flow(group.map((i) => printable(nameOf(i))), context.width - 4).map((line) => `    ${line}`));
    else for (const initiative of group) lines.push(...indented(nameOf(initiative), 4, context), ...roleLines([initiative], null, 7, context));
  }
  lines.push(...rest(all.length, MAX_INITIATIVES, t).map((line) => `  ${line}`));
  return lines;
}

const nameOf = (i: ImportedInitiative): string => `${i.label} ${i.name}`;

const rolesKey = (i: ImportedInitiative): string => JSON.stringify(i.roles.map(({ party, text }) => [party, text]));

const sameRoles = (list: readonly ImportedInitiative[]): boolean => list.length > 1 && list.every((i) => i.roles.length > 0 && rolesKey(i) === rolesKey(list[0]!));

/** 役割。推定で補ったものは、そうと添える。 */
function roleLines(list: readonly ImportedInitiative[], note: string | null, indent: number, context: Context): string[] {
  const { t, style } = context;
  const { roles } = list[0]!;
  if (roles.length === 0) return indented(t('cli.summary.no-role'), indent, context).map(style.dim);
  const head = note === null ? [] : indented(bracketed(t('cli.summary.roles'), note, context.lang), indent, context).map(style.dim);
  const width = Math.max(...roles.map((r) => displayWidth(r.party))) + 2;
  return [
    ...head,
    ...roles.flatMap((role, n) => {
      const inferred = list.filter((i) => i.roles[n]?.inferred).length;
      const mark = inferred === 0 ? undefined : inferred === list.length ? t('cli.summary.inferred') : t('cli.summary.inferred-some', { total: list.length, count: inferred });
      const at = indent + (note === null ? 0 : 2);
      return wrapText(bracketed(printable(role.text), mark, context.lang), context.width - at - width).map((line, i) => ' '.repeat(at) + (i === 0 ? padDisplay(printable(role.party), width) : ' '.repeat(width)) + line);
    }),
  ];
}

function duties(result: ImportResult, context: Context): string[] {
  if (result.duties.length === 0) return [];
  const { t, style } = context;
  const rows = result.duties.slice(0, MAX_DUTIES).map(({ article, paragraph, caption, text, frequency }) => {
    const place = `第${article}条${paragraph === undefined ? '' : `第${paragraph}項`}`;
    return [caption === null ? place : `${place} ${caption}`, frequency === 'yearly' ? `（${t('cli.summary.yearly')}）${text}` : text] as const;
  });
  return [style.bold(t('cli.summary.duties')), ...table(rows, context), ...rest(result.duties.length, MAX_DUTIES, t).map((line) => `  ${line}`)];
}

function findings(result: ImportResult, context: Context): string[] {
  const { t, style, lang, width } = context;
  // 断った理由は冒頭で言った。
  const listed = result.findings.filter((f) => f.message !== result.reason);
  if (listed.length === 0) return result.kind === 'other' ? [] : [t('cli.summary.no-findings')];
  const order: readonly Severity[] = ['error', 'warning', 'advice'];
  const counts = order.flatMap((severity) => {
    const count = listed.filter((f) => f.severity === severity).length;
    return count === 0 ? [] : [t('cli.summary.finding-count', { severity: SEVERITY_TERMS[severity][lang], count })];
  });
  const paint = { error: style.red, warning: style.yellow, advice: style.dim } as const;
  const left = Math.max(...order.map((severity) => displayWidth(SEVERITY_TERMS[severity][lang]))) + 4;
  const shown = listed.slice(0, MAX_FINDINGS);
  return [
    style.bold(t('cli.summary.findings', { counts: counts.join(lang === 'ja' ? '・' : ', ') })),
    ...shown.flatMap(({ severity, message }) => {
      const word = SEVERITY_TERMS[severity][lang];
      return wrapText(printable(message), width - left).map((line, i) => (i === 0 ? `  ${paint[severity](word)}${' '.repeat(left - 2 - displayWidth(word))}` : ' '.repeat(left)) + line);
    }),
    ...rest(listed.length, MAX_FINDINGS, t).map((line) => `  ${line}`),
  ];
}

function indented(text: string, indent: number, { width }: Context): string[] {
  return wrapText(printable(text), width - indent).map((line) => ' '.repeat(indent) + line);
}

function groupBy<T, K>(list: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of list) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
