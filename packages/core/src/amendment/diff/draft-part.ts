import { childElements, type Element } from '../../text/element.js';
import { EMPTY_TEXT, writeEscaped } from '../block/block-escape.js';
import type { Location, Step } from '../location.js';
import { isRun, runsOf, writeRun } from '../run.js';
import { flattenArticles } from './article-part.js';
import { draftArticles } from './draft-articles.js';
import { blockOf, isSame, operation, pair, pairAll, textBlock, type DraftContext } from './draft-context.js';
import { draftSiblings } from './draft-provision.js';
import { draftToc } from './draft-toc.js';
import { draftWrapped } from './draft-wrapped.js';
import { printedSize, type Pen } from './pen.js';
import { isProvision, sameShape } from './provision-parts.js';

const STEP: Readonly<Partial<Record<string, Step>>> = {
  LawTitle: { kind: 'title' }, EnactStatement: { kind: 'enactStatement' }, TOC: { kind: 'toc' }, Preamble: { kind: 'preamble' },
  MainProvision: { kind: 'main' }, SupplProvision: { kind: 'suppl' }, Closing: { kind: 'closing' },
};

/** 題名・制定文・目次・前文・本則・附則・締結文の一つを改める。片方だけにあるものは、加えるか削る。nth は、附則が幾つもあるときの順序。 */
export function draftPart(context: DraftContext, pen: Pen, base: Element | undefined, next: Element | undefined, nth = 1): void {
  const named = STEP[(base ?? next)!.tag];
  if (!named) return;
  const step: Step = named.kind === 'suppl' && nth > 1 ? { kind: 'suppl', nth } : named;
  if (base) pen.from(base);
  const at: Location = [step];
  if (!next) return pen.write(operation(at, { kind: 'delete' }));
  if (!base) return pen.write(operation(at, { kind: 'add', where: 'end', what: { units: [] }, block: blockOf(context, [next], 'LawBody') }));
  pair(context, base, next);
  if (isSame(context, base, next)) return pairAll(context, base, next);
  const whole = () => operation(at, { kind: 'replaceWhole', block: base.tag === 'LawTitle' ? textBlock(writeEscaped(writeRun(next)) || EMPTY_TEXT, context.profile.titleIndent) : blockOf(context, [next], 'LawBody', base) });
  if (context.coarse.has(base.id) || base.tag === 'LawTitle') return pen.write(whole());
  if (base.tag === 'TOC') {
    if (!draftToc(context, pen, base, next, () => printedSize([whole()]))) pen.write(whole());
    return;
  }
  if (flattenArticles(base).length > 0 && flattenArticles(next).length > 0) {
    return draftArticles(context, pen, { base, next, root: base.tag === 'MainProvision' ? [] : at });
  }
  if (base.tag === 'MainProvision' && draftWrapped(context, pen, base, next)) return;
  const [subs, subsNow] = [childElements(base).filter(isProvision), childElements(next).filter(isProvision)];
  const [others, othersNow] = [childElements(base).filter((c) => !isProvision(c)), childElements(next).filter((c) => !isProvision(c))];
  const numbered = base.tag === 'MainProvision' || base.tag === 'SupplProvision';
  if (others.length !== othersNow.length || !others.every((o, i) => sameShape(o, othersNow[i]!)) || (!numbered && !sameSubs(subs, subsNow))) return pen.write(whole());
  const runs = isRun(base) ? [base] : (numbered ? others : childElements(base)).flatMap((e) => [...runsOf(e)]);
  const runsNow = isRun(next) ? [next] : (numbered ? othersNow : childElements(next)).flatMap((e) => [...runsOf(e)]);
  runs.forEach((run, i) => {
    pair(context, run, runsNow[i]!);
    pen.run({ location: at, before: writeRun(run), after: writeRun(runsNow[i]!), rewrite: whole });
  });
  if (numbered) draftSiblings(context, pen, { base, next, bases: subs, nexts: subsNow, at: () => at });
}

const sameSubs = (a: readonly Element[], b: readonly Element[]): boolean => a.length === b.length && a.every((e, i) => sameShape(e, b[i]!));
