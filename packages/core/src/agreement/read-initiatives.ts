import { childElements, childrenOf, textOf, walk, type Element } from '../text/element.js';
import { labelOf, type LabelForms } from '../text/label.js';
import type { Finding } from '../text/finding.js';
import type { Initiative, PolicyField } from './agreement-reading.js';
import type { Column } from './classify-columns.js';
import { comparisonForm } from './comparison-form.js';
import { articleNumber, captionOf, headLines, isProvision, type DocumentParts } from './document-parts.js';
import { enterField, InitiativeCollector, OUTSIDE } from './initiative-collector.js';
import { readListedInitiatives, readNestedInitiatives } from './read-nested-initiatives.js';
import { readPolicyFields, type AppendixField } from './read-policy-fields.js';
import type { RoleContext } from './read-roles.js';
import { readTableInitiatives, tableTitle, type TablePlace } from './read-table-initiatives.js';
import { normaliseLabel } from './split-label.js';

export interface InitiativesReading {
  readonly policyFields: readonly PolicyField[];
  readonly initiatives: readonly Initiative[];
  readonly findings: readonly Finding[];
}

/** 取組。別表の表、条の中の表、号の入れ子、どれも無ければ連携する事項の列記から。 */
export function readInitiatives(parts: DocumentParts, context: RoleContext): InitiativesReading {
  const collector = new InitiativeCollector();
  const { appendices } = readPolicyFields(parts);
  for (const article of parts.articles) {
    const at = { number: articleNumber(article), node: article.id };
    readContainer(article, parts.labels, { scope: OUTSIDE, provision: `第${at.number}条`, article: at }, false, context, collector);
  }
  for (const field of appendices) readAppendix(field, appendices.length > 1 || /第/.test(field.label), parts.labels, context, collector);
  if (collector.initiatives.length === 0) {
    for (const article of parts.articles.filter(listsInitiatives)) {
      readListedInitiatives(article, parts.labels, { scope: OUTSIDE, article: { number: articleNumber(article), node: article.id }, joins: false }, collector);
    }
  }
  return { policyFields: collector.policyFields, initiatives: collector.initiatives, findings: collector.findings };
}

function readAppendix({ appendix, label, heading, article }: AppendixField, several: boolean, labels: LabelForms, context: RoleContext, collector: InitiativeCollector): void {
  const scope = several ? enterField(OUTSIDE, { label, heading, node: appendix.id }, false) : OUTSIDE;
  readContainer(appendix, labels, { scope, provision: label === '' ? '別表' : label, article }, true, context, collector);
}

/** 表の入っている区分（Item・Subitem）をたどり、表は表として、表の無い号は入れ子として読む。 */
function readContainer(container: Element, labels: LabelForms, place: TablePlace, joins: boolean, context: RoleContext, collector: InitiativeCollector, inherited?: readonly Column[]): readonly Column[] | undefined {
  if (!hasTable(container)) {
    readNestedInitiatives(container, labels, { scope: place.scope, article: place.article, joins }, context, collector);
    return inherited;
  }
  let current = place;
  let columns = inherited;
  for (const child of childElements(container)) {
    if (child.tag === 'TableStruct') {
      const title = tableTitle(child);
      if (title) current = { ...place, scope: enterField(place.scope, title, joins) };
      for (const table of childrenOf(child, 'Table')) columns = readTableInitiatives(table, labels, current, context, collector, columns) ?? columns;
    } else if (child.tag === 'Table') {
      columns = readTableInitiatives(child as Element<'Table'>, labels, current, context, collector, columns) ?? columns;
    } else if (child.tag === 'Paragraph') {
      columns = readContainer(child, labels, place, joins, context, collector, columns);
    } else if (isProvision(child)) {
      const section = { label: normaliseLabel(labelOf(child, labels) ?? ''), heading: headLines(child).join(''), node: child.id };
      if (hasTable(child)) columns = readContainer(child, labels, { ...place, scope: enterField(place.scope, section, joins), section: { ...section, outer: place.scope } }, joins, context, collector, columns);
      else readNestedInitiatives({ ...container, children: [child] }, labels, { scope: place.scope, article: place.article, joins }, context, collector);
    }
  }
  return columns;
}

function hasTable(element: Element): boolean {
  for (const e of walk(element)) if (e.tag === 'Table') return true;
  return false;
}

/** 連携する取組・事務を号に列記する条か。別表を引く号は取組でなく政策分野。 */
function listsInitiatives(article: Element<'Article'>): boolean {
  const items = childrenOf(article, 'Paragraph').flatMap((p) => childrenOf(p, 'Item'));
  if (items.length === 0 || items.some((item) => textOf(item).includes('別表'))) return false;
  const caption = comparisonForm(captionOf(article) ?? '');
  return /取組|取り組|事務|事項|事業|連携の内容|連携を図る|役割/.test(caption) && !/変更|廃止|費用|協議|会議/.test(caption);
}

