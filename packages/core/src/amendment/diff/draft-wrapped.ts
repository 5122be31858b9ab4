import { childElements, type Element } from '../../text/element.js';
import type { Location } from '../location.js';
import { blockOf, operation, pair, type DraftContext } from './draft-context.js';
import { draftSiblings } from './draft-provision.js';
import { flattenArticles } from './article-part.js';
import type { Pen } from './pen.js';
import { captionOf, isProvision } from './provision-parts.js';
import { bigramsOf, similarity } from './provision-print.js';
import { writeRun } from '../run.js';

/** 本則の項が、条の中の項と同じ規定とみる似かた */
const ALIKE = 0.5;

/**
 * 項だけの本則を条建てに改める（本則を第一条とし、同条に見出しを付し、前後に条を加える）。
 * 似た条が無ければ何も書かずに false。
 */
export function draftWrapped(context: DraftContext, pen: Pen, base: Element, next: Element): boolean {
  const paragraphs = childElements(base);
  const articles = flattenArticles(next);
  if (paragraphs.length === 0 || !paragraphs.every(isProvision) || articles.length === 0 || articles.some((f) => f.holders.length > 1)) return false;
  const bigrams = bigramsOf(base);
  const scores = articles.map(({ article }) => similarity(bigrams, bigramsOf(article)));
  const best = scores.indexOf(Math.max(...scores));
  if (scores[best]! < ALIKE) return false;
  const article = articles[best]!.article;
  const here: Location = [{ kind: 'main' }];
  const there: Location = [{ kind: 'article', num: article.num! }];
  draftSiblings(context, pen, { base, next: article, bases: paragraphs, nexts: childElements(article).filter(isProvision), at: () => here });
  pair(context, base, article);
  pen.write(operation(here, { kind: 'move', to: there }));
  const caption = captionOf(article);
  if (caption) pen.write(operation(there, { kind: 'attachCaption', text: writeRun(caption) }));
  const add = (where: 'before' | 'after', added: readonly Element[]) => {
    if (added.length === 0) return;
    const block = blockOf(context, added, next.tag, article);
    pen.write(operation(there, { kind: 'add', where, what: { units: [{ unit: '条', count: added.length }] }, block }));
  };
  add('before', articles.slice(0, best).map((f) => f.article));
  add('after', articles.slice(best + 1).map((f) => f.article));
  return true;
}
