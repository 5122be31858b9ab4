import { childElements, type Element, type LawDocument, type ProvisionNum } from '../../text/element.js';
import { appendixName } from '../apply/appendix-title.js';
import type { Location } from '../location.js';
import { writeRun } from '../run.js';
import { alignSiblings, type Sibling } from './align-siblings.js';
import { blockOf, isSame, operation, pair, siblingsOf, targetsOf, type DraftContext } from './draft-context.js';
import { draftAppendix, isPiecewise } from './draft-appendix.js';
import type { Pen } from './pen.js';
import { planSiblings } from './plan-siblings.js';

const APPENDIX = /^(Appdx|SupplProvisionAppdx)/;
export const isAppendix = (part: Element): boolean => APPENDIX.test(part.tag);

export const appendixTitle = (appendix: Element): Element | undefined => childElements(appendix).find((c) => c.tag === `${appendix.tag}Title` || c.tag === 'ArithFormulaNum');

/** 別表・様式の並びを改める。前後に別表がないときは、附則（なければ本則）の次に加える。 */
export function draftAppendices(context: DraftContext, pen: Pen, base: LawDocument, bases: readonly Element[], nexts: readonly Element[]): void {
  const names = (elements: readonly Element[]) => elements.map((e) => nameOf(e));
  const [old, now] = [names(bases), names(nexts)];
  const siblings = (elements: readonly Element[], print: typeof context.base): Sibling[] =>
    siblingsOf(elements, print).map((s, i) => ({ ...s, num: numberOf(elements[i]!) }));
  const pairs = alignSiblings(siblings(bases, context.base), siblings(nexts, context.next))
    .filter(([i, j]) => bases[i]!.tag === nexts[j]!.tag && (sameName(old[i]!, now[j]!) || isPiecewise(context, bases[i]!, nexts[j]!)));
  const steps = planSiblings({
    base: bases.map(numberOf), next: nexts.map(numberOf), pairs, unchanged: ([i, j]) => isSame(context, bases[i]!, nexts[j]!),
  });
  const inside = (i: number, j: number) => {
    pen.from(bases[i]!);
    pair(context, bases[i]!, nexts[j]!);
    draftAppendix(context, pen, { base: bases[i]!, next: nexts[j]!, at: () => [old[i]!] });
  };
  for (const step of steps) {
    if (step.kind === 'keep' || step.kind === 'rewrite') pen.end();
    switch (step.kind) {
      case 'keep':
        inside(...step.pair);
        break;
      case 'rewrite':
        pen.write({
          targets: targetsOf(step.bases.map((i): Location => [old[i]!])),
          action: { kind: 'replaceWhole', block: blockOf(context, step.nexts.map((j) => nexts[j]!), 'LawBody', bases[step.bases[0]!]) },
        });
        break;
      case 'delete':
        pen.write({ targets: targetsOf(step.bases.map((i): Location => [old[i]!])), action: { kind: 'delete' } });
        break;
      case 'move':
        inside(...step.pair);
        pen.write(operation([old[step.pair[0]]!], { kind: 'move', to: [now[step.pair[1]]!] }));
        break;
      case 'shift':
        pen.write({ targets: [{ from: [old[step.pairs[0]![0]]!], through: [old[step.pairs.at(-1)![0]]!] }], action: { kind: 'shift', by: step.by } });
        break;
      case 'add': {
        const added = step.nexts.map((j) => nexts[j]!);
        const unit = /様式|書式/.test(writeTitle(added[0]!)) ? '様式' : /図/.test(writeTitle(added[0]!)) ? '図' : '表';
        const target: Location = step.after !== undefined ? [now[step.after]!] : step.before !== undefined && !hasSuppl(base) ? [now[step.before]!] : [{ kind: hasSuppl(base) ? 'suppl' : 'main' }];
        const where = step.after === undefined && step.before !== undefined && !hasSuppl(base) ? 'before' : 'after';
        pen.write(operation(target, { kind: 'add', where, what: { units: [{ unit, count: added.length }] }, block: blockOf(context, added, 'LawBody', bases.find((b) => b.tag === added[0]!.tag)) }));
        break;
      }
    }
  }
  pen.end();
}

const hasSuppl = ({ root }: LawDocument): boolean =>
  childElements(root).some((body) => childElements(body).some((part) => part.tag === 'SupplProvision' && part.attr['AmendLawNum'] === undefined));

const writeTitle = (appendix: Element): string => {
  const title = appendixTitle(appendix);
  return title ? writeRun(title) : '';
};

type AppendixStep = Extract<Location[number], { readonly kind: 'appendix' }>;

export function nameOf(appendix: Element): AppendixStep {
  const name = appendixName(writeTitle(appendix)) ?? { head: '別表' };
  return { kind: 'appendix', head: name.head, ...(name.num === undefined ? {} : { num: name.num }) };
}

const sameName = (a: AppendixStep, b: AppendixStep): boolean => a.head === b.head && a.num === b.num;

/** 番号のない「別表」は、番号のあるものより前に数える */
const numberOf = (appendix: Element): ProvisionNum => nameOf(appendix).num ?? ('0' as ProvisionNum);
