import { childElements, walk, type Element } from '../../text/element.js';
import type { Location } from '../location.js';
import type { Operation } from '../operation.js';
import { runsOf, writeRun } from '../run.js';
import { tableIn } from '../table/table-grid.js';
import { blockOf, isSame, operation, pair, pairAll, type DraftContext } from './draft-context.js';
import { printedSize, type Pen } from './pen.js';
import { draftRemarks } from './draft-remarks.js';
import { sameShape } from './provision-parts.js';
import type { ScopedRun } from './scoped-run.js';
import type { DraftSiblings } from './sibling-lists.js';
import { tableOperations } from './tables/table-operations.js';

export interface TablePair {
  readonly base: Element;
  readonly next: Element;
  /** 表を含む規定や別表の場所 */
  readonly at: () => Location;
  readonly holder: Element;
  readonly draftSiblings: DraftSiblings;
  /** 表の全部を改めるときの言い方。表だけの別表は、別表の全部を改める */
  readonly rewrite?: () => Operation;
}

/** 表を改める。字句と項の操作で言えないとき、全部を書くより長くなるときは、表の全部を改める。 */
export function draftTable(context: DraftContext, pen: Pen, { base, next, at, holder, rewrite, draftSiblings }: TablePair): void {
  const step = tableStep(base, holder);
  const whole = rewrite ?? (() => operation([...at(), step], { kind: 'replaceWhole', block: blockOf(context, [next], holder.tag, base) }));
  const run = (change: ScopedRun) => pen.run({ ...change, rewrite: whole });
  // 条や別表を指す引用は表にも及ぶので、変わらない欄も並べておく
  const keep = () => unchanged(base, [...at(), step]).forEach(run);
  if (isSame(context, base, next)) {
    pairAll(context, base, next);
    return keep();
  }
  const plan = context.coarse.has(base.id) ? undefined : within(context, { base, next, at, holder, draftSiblings }, step);
  pair(context, base, next);
  if (plan === undefined || printedSize(plan.operations) > printedSize([whole()])) {
    keep();
    return pen.write(whole());
  }
  const [remarks, remarksNow] = [base, next].map((e) => childElements(e).find((c) => c.tag === 'Remarks'));
  const sameRemarks = remarks && remarksNow ? isSame(context, remarks, remarksNow) : remarks === remarksNow;
  const apart = sameRemarks ? undefined : pen.mark();
  if (plan.runs) plan.runs.forEach(run);
  else {
    keep();
    for (const one of plan.operations) pen.write(one);
  }
  for (const [old, now] of aside(base, next)) {
    pair(context, old, now);
    run({ location: [...at(), step], before: writeRun(old), after: writeRun(now) });
  }
  draftRemarks(context, pen, { base: remarks, next: remarksNow, at: () => (isOnlyTable(holder) ? at() : [...at(), step]), holder: base, draftSiblings });
  // 備考も変わったときは、合わせた長さで比べる
  if (apart !== undefined && printedSize(pen.since(apart)) > printedSize([whole()])) {
    pen.rewind(apart);
    keep();
    pen.write(whole());
  }
}

/** 表の中の操作。表の題名や備考の形が変わっていれば undefined。 */
function within({ profile }: DraftContext, { base, next, at, holder }: TablePair, step: Location[number]) {
  const [table, now] = [tableIn(base), tableIn(next)];
  if (table === undefined || now === undefined || (base !== table && !sameAside(base, next))) return undefined;
  // 一つの表だけの別表は「別表アの項」、そうでなければ「別表1の表アの項」「第4条の表アの項」
  const bare = isOnlyTable(holder);
  const location = bare ? at() : [...at(), step];
  const around = bare ? [...outsideRuns(base, table, location), ...outsideRuns(holder, base, location)] : [];
  return tableOperations({ base: table, next: now, location, around, profile });
}

/** 一つの表だけの別表か。 */
const isOnlyTable = (holder: Element): boolean => /^(?:SupplProvision)?Appdx/.test(holder.tag) && [...walk(holder)].filter((e) => e.tag === 'Table').length === 1;

/** 表が幾つもある規定では「の第二の表」と言う。 */
function tableStep(base: Element, holder: Element): Location[number] {
  const tables = childElements(holder).filter((c) => c.tag === base.tag);
  return tables.length > 1 ? { kind: 'table', nth: tables.indexOf(base) + 1 } : { kind: 'table' };
}

/** 表の枠の中の、表でも備考でもないもの */
const asides = (struct: Element): Element[] => childElements(struct).filter((c) => c.tag !== 'Table' && c.tag !== 'Remarks');

/** 備考は、表の後に一つまで。 */
const hasPlainRemarks = (struct: Element): boolean => childElements(struct).filter((c) => c.tag === 'Remarks').length <= 1 && childElements(struct).slice(0, -1).every((c) => c.tag !== 'Remarks');

function sameAside(base: Element, next: Element): boolean {
  const [a, b] = [asides(base), asides(next)];
  const changed = (e: Element, i: number) => [...runsOf(e)].map(writeRun).join('\n') !== [...runsOf(b[i]!)].map(writeRun).join('\n');
  return hasPlainRemarks(base) && hasPlainRemarks(next) && a.length === b.length && a.every((e, i) => sameShape(e, b[i]!) && !changed(e, i));
}

function aside(base: Element, next: Element): (readonly [Element, Element])[] {
  const [a, b] = [asides(base), asides(next)].map((list) => list.flatMap((e) => [...runsOf(e)]));
  return a!.flatMap((run, i): (readonly [Element, Element])[] => (b![i] ? [[run, b![i]!]] : []));
}

const unchanged = (element: Element, location: Location): ScopedRun[] => [...runsOf(element)].map((run) => ({ location, before: writeRun(run), after: writeRun(run) }));

/** 別表や表の枠の、この表の外の run */
const outsideRuns = (holder: Element, table: Element, location: Location): ScopedRun[] =>
  childElements(holder).filter((c) => c !== table).flatMap((c) => unchanged(c, location));
