import { childElements, type Element } from '../../text/element.js';
import type { Location } from '../location.js';
import type { Operation } from '../operation.js';
import { isRun, runsOf, writeRun } from '../run.js';
import { blockOf, isSame, operation, pair, pairAll, type DraftContext } from './draft-context.js';
import { draftSiblings } from './draft-provision.js';
import { draftTable } from './draft-table.js';
import type { Pen } from './pen.js';
import { isProvision, sameShape } from './provision-parts.js';

export interface AppendixPair {
  readonly base: Element;
  readonly next: Element;
  readonly at: () => Location;
  /** 番号が替わるか */
  readonly moves: boolean;
}

const outline = (element: Element): Element[] => childElements(element).filter((c) => !isProvision(c));

/** 少しずつ改められるか。図の中身は字句で言えないので、図が違えば全部を改める。 */
export function isPiecewise(context: DraftContext, base: Element, next: Element): boolean {
  const [olds, nows] = [outline(base), outline(next)];
  return !context.coarse.has(base.id) && olds.length === nows.length && olds.every((old, i) => sameShape(old, nows[i]!) && (old.tag === 'TableStruct' || isSame(context, old, nows[i]!) || !hasFigure(old)));
}

const hasFigure = (element: Element): boolean => element.tag === 'Fig' || childElements(element).some(hasFigure);

/** 一つの別表・様式の中を改める。 */
export function draftAppendix(context: DraftContext, pen: Pen, { base, next, at, moves }: AppendixPair): void {
  if (isSame(context, base, next)) return pairAll(context, base, next);
  const whole = () => operation(at(), { kind: 'replaceWhole', block: blockOf(context, [next], 'LawBody', base) });
  if (!isPiecewise(context, base, next)) {
    pen.write(whole());
    return;
  }
  const [olds, nows] = [outline(base), outline(next)];
  olds.forEach((old, i) => {
    const now = nows[i]!;
    if (isSame(context, old, now)) pairAll(context, old, now);
    else pair(context, old, now);
    if (old.tag === 'TableStruct') draftTable(context, pen, { base: old, next: now, at, holder: base, draftSiblings, ...(moves || !isTableOnly(base) ? {} : { rewrite: () => rewriteTableOnly(context, base, next, at, whole) }) });
    else {
      const [runs, runsNow] = isRun(old) ? [[old], [now]] : [[...runsOf(old)], [...runsOf(now)]];
      runs.forEach((run, k) => {
        pair(context, run, runsNow[k]!);
        const after = moves && old.tag === `${base.tag}Title` ? renumberedTitle(writeRun(run), writeRun(runsNow[k]!)) : writeRun(runsNow[k]!);
        pen.run({ location: at(), before: writeRun(run), after, rewrite: whole });
      });
    }
  });
  draftSiblings(context, pen, { base, next, bases: childElements(base).filter(isProvision), nexts: childElements(next).filter(isProvision), at });
}

const isHead = (element: Element): boolean => /(?:Title|RelatedArticleNum)$/.test(element.tag);

/** 題名のほかは一つの表だけの別表か。 */
function isTableOnly(appendix: Element): boolean {
  const [only, ...others] = childElements(appendix).filter((c) => !isHead(c));
  return only?.tag === 'TableStruct' && others.length === 0;
}

/** 表だけの別表の表を書き直す。備考と題名が変わらなければ、備考以外の部分だけを改める。 */
function rewriteTableOnly(context: DraftContext, base: Element, next: Element, at: () => Location, whole: () => Operation): Operation {
  const [old, now] = [base, next].map((appendix) => childElements(appendix).find((c) => c.tag === 'TableStruct')!);
  const [remarks, remarksNow] = [old!, now!].map((struct) => childElements(struct).filter((c) => c.tag === 'Remarks'));
  const [heads, headsNow] = [base, next].map((appendix) => childElements(appendix).filter(isHead));
  const kept = remarks!.length > 0 && sameAll(context, remarks!, remarksNow!) && sameAll(context, heads!, headsNow!);
  if (!kept) return whole();
  const bare: Element = { ...next, children: next.children.map((c) => (c === now ? { ...now!, children: now!.children.filter((x) => !remarksNow!.includes(x as Element)) } : c)) };
  return operation([...at(), { kind: 'outsideRemarks' }], { kind: 'replaceWhole', block: blockOf(context, [bare], 'LawBody', base) });
}

const sameAll = (context: DraftContext, a: readonly Element[], b: readonly Element[]): boolean => a.length === b.length && a.every((e, i) => isSame(context, e, b[i]!));

const NUMBER = /^([（(]?[^（(]*?)(第?[0-9０-９一二三四五六七八九十百]+号?(?:の[0-9０-９一二三四五六七八九十]+)*)/;

/** 題名の番号は移動で替わるので、番号を旧のままにした新しい題名と比べる。番号は「（第三条関係）」より前にある。 */
function renumberedTitle(old: string, now: string): string {
  const [a, b] = [NUMBER.exec(old), NUMBER.exec(now)];
  if (b) return b[1]! + (a?.[2] ?? '') + now.slice(b[0].length);
  return a && now.startsWith(a[1]!) ? a[0] + now.slice(a[1]!.length) : now;
}
