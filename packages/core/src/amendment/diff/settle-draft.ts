import { childElements, type Element, type LawDocument } from '../../text/element.js';
import { amendableParts } from '../amendable-parts.js';
import { applyAmendment } from '../apply/apply-amendment.js';
import { parseAmendment } from '../parse/parse-amendment.js';
import { writeAmendment } from '../write/write-amendment.js';
import { flattenArticles } from './article-part.js';
import { isSame, type DraftContext } from './draft-context.js';
import type { DraftedProvision } from './pen.js';

/**
 * 起こした改め文を刷り、読み戻し、当ててみて、next にならない旧の規定を挙げる。空なら正確である。
 * 規定は、条・別表・部分の単位で挙げる。
 */
export function unsettledOrigins(context: DraftContext, base: LawDocument, next: LawDocument, drafted: readonly DraftedProvision[]): ReadonlySet<Element> {
  const origins = new Set<Element>();
  const blame = (at: number | undefined) => {
    for (const d of at === undefined ? drafted : [drafted[at]]) for (const origin of d?.origins ?? []) origins.add(origin);
  };
  const amendment = drafted.map((d) => d.provision);
  const parsed = parseAmendment(writeAmendment(amendment, context.profile)).amendment;
  if (parsed.length !== amendment.length) {
    // 一つずつなら読めない改正規定。どれも読めるなら、並べたときに初めて違って読める所
    amendment.forEach((provision, i) => {
      if (parseAmendment(writeAmendment([provision], context.profile)).amendment.length !== 1) blame(i);
    });
    if (origins.size === 0) blame(amendment.findIndex((provision, i) => JSON.stringify(provision) !== JSON.stringify(parsed[i])));
    return origins;
  }
  const applied = applyAmendment(base, parsed, { lines: amendment.map((_, i) => i) });
  if (!applied.ok) {
    for (const finding of applied.error) blame(finding.at.line);
    return origins;
  }
  const [results, wanted] = [amendableParts(applied.value.document), amendableParts(next)];
  for (let i = 0; i < Math.max(results.length, wanted.length); i += 1) {
    const [result, want] = [results[i], wanted[i]];
    if (result && want && isSettled(context, result, want)) continue;
    const blamed = want ? differing(context, result, want) : [];
    if (blamed.length === 0) blame(undefined);
    for (const origin of blamed) origins.add(origin);
  }
  return origins;
}

/** 標目も中も、目指すものと同じか。触れなかった規定は base の節点のままなので、印字を調べ直さない。 */
const isSettled = (context: DraftContext, result: Element, want: Element): boolean =>
  isSame(context, result, want) && context.base.label(result) === context.next.label(want);

/** 違う所の旧の規定。条の並びが同じなら条、そうでなければ部分。 */
function differing(context: DraftContext, result: Element | undefined, want: Element): Element[] {
  const part = context.toBase.get(want.id);
  if (!result) return part ? [part] : [];
  const [got, wanted] = [flattenArticles(result), flattenArticles(want)];
  const found: Element[] = [];
  if (got.length === wanted.length) {
    wanted.forEach(({ article }, i) => {
      const origin = context.toBase.get(article.id);
      if (origin && !isSettled(context, got[i]!.article, article)) found.push(origin);
    });
  }
  return found.length > 0 || !part ? found : [part];
}

/** 規定を一段粗く書き直すための節点。初めは変わった下位規定、次に規定そのもの。 */
export function coarserNodes(origin: Element, level: number): Element[] {
  if (level > 0) return [origin];
  const subs = childElements(origin).filter((c) => c.tag === 'Paragraph' || c.tag === 'Item');
  return subs.length > 0 ? subs : [origin];
}
