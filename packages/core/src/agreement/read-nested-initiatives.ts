import { childElements, childrenOf, type Element } from '../text/element.js';
import { labelOf, type LabelForms } from '../text/label.js';
import type { Initiative, Role } from './agreement-reading.js';
import { comparisonForm } from './comparison-form.js';
import { headLines, isProvision, provisionText } from './document-parts.js';
import { resolveDesignation } from './designation.js';
import { enterField, type FieldScope, type InitiativeCollector } from './initiative-collector.js';
import { bearerWord, isBlankRole, readRoles, type RoleContext } from './read-roles.js';
import { normaliseLabel } from './split-label.js';

/**
 * 表でなく号の入れ子で書かれた取組を読む。
 *   (1) 政策分野 → a 取組の名 → (a) 取組内容 ／ (b) 役割分担 → i 甲の役割 ／ ii 乙の役割
 *   (1) 政策分野 → 1 区分 → ア 取組の名 → (ア) 取組内容 ／ (イ) 甲の役割 ／ (ウ) 乙の役割
 * 「取組内容」「役割」を頭書とする細分を直に持つ号が取組、その上の号が政策分野。
 */
export interface NestedPlace {
  readonly scope: FieldScope;
  readonly article: Initiative['article'];
  /** 区分の標目を直につなぐか（別表の中では「3(1)」、条の中では「(1)/1」） */
  readonly joins: boolean;
}

export function readNestedInitiatives(container: Element, labels: LabelForms, place: NestedPlace, context: RoleContext, collector: InitiativeCollector): void {
  const visit = (provision: Element, scope: FieldScope): void => {
    const children = childElements(provision).filter(isProvision);
    const lined = children.length === 0 && headLines(provision).slice(1).some((line) => partOfLines([line], context) !== undefined);
    if (children.length === 0 && !lined) return;
    const label = normaliseLabel(labelOf(provision, labels) ?? '');
    if (children.some((child) => partOf(child, context) !== undefined)) {
      collector.add({ scope, label, article: place.article, node: provision.id, ...readParts(provision, children, labels, context) });
      return;
    }
    if (lined) {
      collector.add({ scope, label, article: place.article, node: provision.id, ...readLines(provision, context) });
      return;
    }
    const inner = enterField(scope, { label, heading: headLines(provision).join(''), node: provision.id }, place.joins);
    for (const child of children) visit(child, inner);
  };
  for (const child of childElements(container)) {
    if (child.tag === 'Paragraph') for (const item of childElements(child).filter(isProvision)) visit(item, place.scope);
    else if (isProvision(child)) visit(child, place.scope);
  }
}

type Part = { kind: 'content' | 'roles' | 'role'; header: string; lines: string[] };

/** 「甲、乙及び丙の役割」。頭書に読点があるのは、当事者を並べた役割だけ */
const SHARED_ROLE = /^([^\s。：:]{1,40}の役割(?:分担)?)(?:[\s　：:]+(.*))?$/s;

/** 細分の頭書（「(a) 取組内容」「甲の役割　…」）。頭書がなければ undefined。 */
const partOf = (provision: Element, context: RoleContext): Part | undefined => partOfLines(headLines(provision), context);

function partOfLines(lines: readonly string[], context: RoleContext): Part | undefined {
  const first = lines[0] ?? '';
  const m = /^[【〔［(（]?([^\s、。：:】〕］)）]{1,24})[】〕］)）]?(?:[\s　：:]+(.*))?$/s.exec(first) ?? SHARED_ROLE.exec(first);
  if (!m) return undefined;
  const header = m[1]!;
  const form = comparisonForm(header);
  const rest = [...(m[2] === undefined || m[2] === '' ? [] : [m[2]]), ...lines.slice(1)];
  if (/^((連携する)?(取組|取り組み|事業|事務)の?)?(内容|概要)$/.test(form)) return { kind: 'content', header, lines: rest };
  if (/役割(分担)?$/.test(form)) return { kind: bearerWord(form) === '' || !known(bearerWord(form), context) ? 'roles' : 'role', header, lines: rest };
  return known(form, context) ? { kind: 'role', header, lines: rest } : undefined;
}

const known = (word: string, context: RoleContext): boolean => resolveDesignation(word, context.parties).bodies.length > 0;

function readParts(provision: Element, children: readonly Element[], labels: LabelForms, context: RoleContext): { name: string; content: string; contentInferred: boolean; roles: Role[] } {
  const [name = '', ...content] = headLines(provision);
  const roles: Role[] = [];
  let contentInferred = false;
  const addRole = (part: Part, element: Element): void => {
    const lines = [...part.lines, ...below(element, labels)].filter((line) => !isBlankRole(line));
    roles.push(...readRoles(part.header, lines, context.inferred.has(element.id), context).roles);
  };
  for (const child of children) {
    const part = partOf(child, context);
    if (part === undefined || part.kind === 'content') {
      content.push(...(part === undefined ? headLines(child) : part.lines), ...below(child, labels));
      contentInferred ||= context.inferred.has(child.id);
    } else if (part.kind === 'role') {
      addRole(part, child);
    } else {
      const holders = childElements(child).filter(isProvision).map((element) => ({ element, part: partOf(element, context) }));
      const named = holders.filter((h): h is { element: Element<'Subitem1'>; part: Part } => h.part !== undefined && h.part.kind !== 'content');
      if (named.length > 0) for (const { element, part: holder } of named) addRole(holder, element);
      else addRole(part, child);
    }
  }
  return { name, content: content.filter((line) => line !== '').join('\n'), contentInferred, roles };
}

/** 細分でなく、標目の無い行で「取組の内容　…」「甲の役割　…」と書いたもの。 */
function readLines(provision: Element, context: RoleContext): { name: string; content: string; contentInferred: boolean; roles: Role[] } {
  const [name = '', ...lines] = headLines(provision);
  const parts: Part[] = [];
  const content: string[] = [];
  for (const line of lines) {
    const part = partOfLines([line], context);
    if (part) parts.push(part);
    else (parts.at(-1)?.lines ?? content).push(line);
  }
  const roles = parts.filter((p) => p.kind !== 'content').flatMap((p) => readRoles(p.header, p.lines.filter((line) => !isBlankRole(line)), false, context).roles);
  content.push(...parts.filter((p) => p.kind === 'content').flatMap((p) => p.lines));
  return { name, content: content.join('\n'), contentInferred: false, roles };
}

/** 下位の号の文。標目を付けて一行ずつ。 */
function below(provision: Element, labels: LabelForms): string[] {
  return childElements(provision)
    .filter(isProvision)
    .flatMap((child) => {
      const label = labelOf(child, labels) ?? '';
      return (label === '' ? '' : `${label}　`) + provisionText(child, labels);
    });
}

/**
 * 表も役割の入れ子も無い協約で、連携する事項を号に並べただけの条から取組を読む。
 * 「第3条 両市が連携して取り組む事項は、次のとおりとする。(1) 観光の振興に関すること。」
 * 号に細分があれば、号が政策分野、細分が取組。
 */
export function readListedInitiatives(article: Element<'Article'>, labels: LabelForms, place: NestedPlace, collector: InitiativeCollector): void {
  const visit = (provision: Element, scope: FieldScope): void => {
    const children = childElements(provision).filter(isProvision);
    const label = normaliseLabel(labelOf(provision, labels) ?? '');
    const [name = '', ...content] = headLines(provision);
    if (children.length > 0) {
      const inner = enterField(scope, { label, heading: name, node: provision.id }, place.joins);
      for (const child of children) visit(child, inner);
      return;
    }
    collector.add({ scope, label, name: name.replace(/。$/, ''), content: content.join('\n'), contentInferred: false, roles: [], article: place.article, node: provision.id });
  };
  for (const item of childrenOf(article, 'Paragraph').flatMap((p) => childrenOf(p, 'Item'))) visit(item, place.scope);
}
