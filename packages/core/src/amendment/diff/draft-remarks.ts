import { childElements, type Element } from '../../text/element.js';
import type { Location } from '../location.js';
import { runsOf, writeRun } from '../run.js';
import { blockOf, isSame, operation, pair, pairAll, type DraftContext } from './draft-context.js';
import type { Pen } from './pen.js';
import { isProvision, sameShape } from './provision-parts.js';
import type { DraftSiblings } from './sibling-lists.js';

export interface RemarksPair {
  readonly base: Element | undefined;
  readonly next: Element | undefined;
  /** 備考のある表や別表の場所 */
  readonly at: () => Location;
  readonly holder: Element;
  readonly draftSiblings: DraftSiblings;
}

/** 備考を加え、削り、又はその中（号、文）を改める。 */
export function draftRemarks(context: DraftContext, pen: Pen, { base, next, at, holder, draftSiblings }: RemarksPair): void {
  const here = (): Location => [...at(), { kind: 'remarks' }];
  if (!next) {
    if (base) pen.write(operation(here(), { kind: 'delete' }));
    return;
  }
  const block = () => blockOf(context, [next], holder.tag, base);
  if (!base) return pen.write(operation(at(), { kind: 'add', where: 'end', what: { units: [], as: '備考' }, block: block() }));
  pair(context, base, next);
  if (isSame(context, base, next)) pairAll(context, base, next);
  const whole = () => operation(here(), { kind: 'replaceWhole', block: block() });
  const [items, itemsNow] = [base, next].map((e) => childElements(e).filter(isProvision));
  const [others, othersNow] = [base, next].map((e) => childElements(e).filter((c) => !isProvision(c)));
  const numbered = [...items!.map((e) => context.base.label(e)), ...itemsNow!.map((e) => context.next.label(e))].every((label) => label !== '');
  const alike = others!.length === othersNow!.length && others!.every((e, i) => sameShape(e, othersNow![i]!)) && (items!.length > 0) === (itemsNow!.length > 0);
  if (context.coarse.has(base.id) || !alike || !numbered) return pen.write(whole());
  others!.forEach((old, k) => {
    const [runs, runsNow] = [[...runsOf(old)], [...runsOf(othersNow![k]!)]];
    runs.forEach((run, i) => {
      pair(context, run, runsNow[i]!);
      pen.run({ location: here(), before: writeRun(run), after: writeRun(runsNow[i]!), rewrite: whole });
    });
  });
  draftSiblings(context, pen, { base, next, bases: items!, nexts: itemsNow!, at: here, locate: (num) => [...at(), { kind: 'remarks', num }] });
}
