import { walk, type Element, type ProvisionNum } from '../../text/element.js';
import type { Location, Step } from '../location.js';
import type { Operation } from '../operation.js';
import { isRun, runsOf, writeRun } from '../run.js';
import { alignSiblings } from './align-siblings.js';
import { blockOf, isSame, operation, pair, pairAll, siblingsOf, targetsOf, textBlock, type DraftContext } from './draft-context.js';
import { draftTable } from './draft-table.js';
import { locationKey, printedSize, type Pen, type Piece } from './pen.js';
import type { SiblingLists } from './sibling-lists.js';
import { planSiblings, type SiblingStep } from './plan-siblings.js';
import { bodyRuns, captionOf, isComparable, partsOf, tableChange } from './provision-parts.js';
import { compareNum, similarity } from './provision-print.js';
import { sentenceChange } from './sentence-change.js';
import { wordOperations } from './words/word-operations.js';

/** 一つの規定（条・項・号・号の細分）の旧と新。at はいま呼ぶ場所 */
export interface ProvisionPair {
  readonly base: Element;
  readonly next: Element;
  readonly at: () => Location;
  /** 全部を改めるときの入れ先の種類 */
  readonly holder: Element;
  /** 項が一つだけの条の項なら、その条。全部を改めるときは条ごと改める */
  readonly article?: { readonly base: Element; readonly next: Element; readonly holder: Element };
  /** 共通見出しを外してから移す条か。見出しは、移した後に付け直す */
  readonly sharedCaption?: boolean;
}

/**
 * 規定の中（番号と位置のほか）を改める。見出し → 文の字句 → ただし書・後段 → 表 → 下位規定の順に書く。
 * 細かく書くより全部を改める方が短くなるときは、全部を改める。
 */
export function draftInside(context: DraftContext, pen: Pen, provision: ProvisionPair): void {
  const { base, next } = provision;
  pair(context, base, next);
  if (isSame(context, base, next)) {
    pairAll(context, base, next);
    keepRuns(pen, provision);
    return;
  }
  const whole = () => wholeOf(context, provision);
  if (context.coarse.has(base.id) || !isComparable(base, next)) {
    pen.write(whole());
    return;
  }
  const structural = isStructural(context, base, next);
  if (structural) pen.flush();
  const mark = structural ? pen.mark() : -1;
  draftCaption(context, pen, provision);
  draftBody(context, pen, provision, structural, whole);
  if (structural) {
    const pieces = pen.since(mark);
    if (pieces.length > 1 && compareNum(base.num, next.num) === 0 && mostlyChanged(context, base, next)) {
      const coarse = whole();
      if (printedSize(pieces) > printedSize([coarse])) {
        pen.rewind(mark);
        return pen.write(coarse);
      }
    }
    // 号のない規定に「各号列記以外の部分」はない。文を書き直して号を加えるなら、規定の全部を改める
    if (!provision.article && pieces.some(rewritesLead) && ![...walk(base)].some((e) => e !== base && LISTED.test(e.tag))) {
      pen.rewind(mark);
      pen.write(whole());
    }
  }
}

const LISTED = /^(?:Item|Subitem\d+)$/;
const rewritesLead = (piece: Piece): boolean => piece !== 'break' && piece.action.kind === 'replaceWhole' && piece.targets.some(({ from }) => from.at(-1)?.kind === 'lead');

/** 全部を改める。移す条は全部改めと一緒にできないので、その項だけを改める。 */
function wholeOf(context: DraftContext, { base, next, at, holder, article }: ProvisionPair): Operation {
  if (article && compareNum(article.base.num, article.next.num) === 0) {
    return operation(at(), { kind: 'replaceWhole', block: blockOf(context, [article.next], article.holder.tag, article.base) });
  }
  const alone = base.tag === 'Paragraph' && at().at(-1)?.kind !== 'paragraph';
  const location = alone ? [...at(), stepOf(base, base.num, '')] : at();
  return operation(location, { kind: 'replaceWhole', block: blockOf(context, [next], holder.tag, base, isInAppendix(holder, location)) });
}

/** 残る部分の方が少ないか。 */
const mostlyChanged = (context: DraftContext, base: Element, next: Element): boolean => similarity(context.base.bigrams(base), context.next.bigrams(next)) < 1 - context.profile.rewriteRatio;

/** 変わらない run も、引用した字句が一つに決まるかを見るために並べる。 */
function keepRuns(pen: Pen, { base, at }: Pick<ProvisionPair, 'base' | 'at'>): void {
  for (const run of runsOf(base)) {
    const text = writeRun(run);
    const location = run.tag === 'ArticleCaption' || run.tag === 'ParagraphCaption' ? [...at(), { kind: 'caption' } as const] : at();
    pen.run({ location, before: text, after: text, rewrite: () => operation(location, { kind: 'replaceText', text }) });
  }
}

/** 下位規定の増減や移動があるか（あれば、字句だけの操作と一緒には書けない）。 */
function isStructural(context: DraftContext, base: Element, next: Element): boolean {
  const [a, b] = [partsOf(base).subs, partsOf(next).subs];
  if (a.length !== b.length || tableChange(base, next)) return true;
  return a.some((sub, i) => context.base.label(sub) !== context.next.label(b[i]!) || (!isSame(context, sub, b[i]!) && (!isComparable(sub, b[i]!) || isStructural(context, sub, b[i]!))));
}

function draftCaption(context: DraftContext, pen: Pen, { base, next, at, sharedCaption }: ProvisionPair): void {
  const [old, now] = [captionOf(base), captionOf(next)];
  if (sharedCaption && old && now) return pair(context, old, now);
  // 項が一つだけの附則の見出しは、その項の見出しと言う
  const last = at().at(-1)?.kind;
  const holder = (): Location => (last === 'suppl' || last === 'main' ? [...at(), stepOf(base, base.num, '')] : at());
  const location = (): Location => [...holder(), { kind: 'caption' }];
  if (old && now) {
    pair(context, old, now);
    const text = writeRun(now);
    const here = location();
    pen.run({ location: here, before: writeRun(old), after: text, rewrite: () => operation(here, { kind: 'replaceText', text }) });
  } else if (old) pen.write(operation(location(), { kind: 'delete' }));
  else if (now) pen.write(operation(holder(), { kind: 'attachCaption', text: writeRun(now) }));
}

function draftBody(context: DraftContext, pen: Pen, provision: ProvisionPair, structural: boolean, whole: () => Operation): void {
  const { base, next, at } = provision;
  const [a, b] = [partsOf(base), partsOf(next)];
  const [runs, runsNow] = [bodyRuns(a), bodyRuns(b)];
  const simple = a.subs.length === 0 && a.others.length === 0 && runs.length === 1 && b.subs.length === 0 && b.others.length === 0;
  runs.forEach((run, i) => {
    pair(context, run, runsNow[i]!);
    draftRun(pen, { run, next: runsNow[i]!, at, simple, last: i === runs.length - 1, ratio: context.profile.rewriteRatio }, whole);
  });
  if (structural && runs.some((run, i) => writeRun(run) !== writeRun(runsNow[i]!))) {
    // 引用は下位規定にも及ぶので、いまの字句を並べておく
    for (const sub of a.subs) keepRuns(pen, { base: sub, at: () => childLocation(at(), sub, context.base.label(sub)) });
    pen.flush();
  }
  const table = tableChange(base, next);
  if (table === 'added') pen.write(operation(at(), { kind: 'add', where: 'end', what: { units: [{ unit: '表' }] }, block: blockOf(context, b.others, next.tag) }));
  else if (table === 'deleted') pen.write(operation([...at(), { kind: 'table' }], { kind: 'delete' }));
  else a.others.forEach((other, i) => draftOther(context, pen, other, b.others[i]!, provision, whole));
  draftSiblings(context, pen, { base, next, bases: a.subs, nexts: b.subs, at, holder: provision.holder });
}

interface RunPair {
  readonly run: Element;
  readonly next: Element;
  readonly at: () => Location;
  /** この文だけの規定か（全部を改めるとき、規定ごと改めてよい） */
  readonly simple: boolean;
  readonly last: boolean;
  readonly ratio: number;
}

function draftRun(pen: Pen, { run, next, at, simple, last, ratio }: RunPair, whole: () => Operation): void {
  const [before, after] = [writeRun(run), writeRun(next)];
  const location = at();
  const change = before === after || !last ? undefined : sentenceChange(before, after, ratio);
  const scoped: Location = change?.scope ? [...location, { kind: 'sentence', part: change.scope }] : location;
  const lead: Location = simple ? location : [...location, { kind: 'lead' }];
  pen.run({
    location: scoped,
    before: change ? change.before : before,
    after: change ? change.after : after,
    rewrite: () => {
      if (change?.scope) return operation(scoped, { kind: 'replaceWhole', block: textBlock(change.after) });
      return simple && !change ? whole() : operation(lead, { kind: 'replaceWhole', block: textBlock(change ? change.after : after) });
    },
  });
  if (!change) return;
  if (change.deleted) pen.write(operation([...location, { kind: 'sentence', part: change.deleted }], { kind: 'delete' }));
  if (change.rewritten) {
    pen.write(operation([...location, { kind: 'sentence', part: change.rewritten.part }], { kind: 'replaceWhole', block: textBlock(change.rewritten.text) }));
  }
  if (change.added) {
    const { part, text } = change.added;
    const what = part === 'ただし書' ? { units: [{ unit: 'ただし書' }] } : { units: [], as: '後段' };
    pen.write(operation(location, { kind: 'add', where: 'end', what, block: textBlock(text) }));
  }
}

function draftOther(context: DraftContext, pen: Pen, old: Element, now: Element, provision: ProvisionPair, whole: () => Operation): void {
  pair(context, old, now);
  if (old.tag === 'TableStruct') {
    draftTable(context, pen, { base: old, next: now, at: provision.at, holder: provision.base, draftSiblings });
    return;
  }
  const [runs, runsNow] = [[...runsOf(old)], [...runsOf(now)]];
  runs.forEach((run, i) => {
    pair(context, run, runsNow[i]!);
    pen.run({ location: provision.at(), before: writeRun(run), after: writeRun(runsNow[i]!), rewrite: whole });
  });
}

/** 移せるか。全部を改める規定は移せないので、元を削り、移す先に加える。 */
function isMovable(context: DraftContext, base: Element, next: Element): boolean {
  if (isSame(context, base, next)) return true;
  if (context.coarse.has(base.id) || !isComparable(base, next)) return false;
  const [a, b] = [partsOf(base), partsOf(next)];
  const [run, runNow] = [bodyRuns(a)[0], bodyRuns(b)[0]];
  if (!run || !runNow || a.subs.length + b.subs.length + a.others.length > 0) return true;
  const [before, after] = [writeRun(run), writeRun(runNow)];
  return before === after || wordOperations([{ location: [stepOf(base, base.num, context.base.label(base))], before, after }], context.profile).rewrite.length === 0;
}

/** 項・号・号の細分の並びを改める。 */
export function draftSiblings(context: DraftContext, pen: Pen, lists: SiblingLists): void {
  const { bases, nexts, at, base, next, holder } = lists;
  if (bases.length === 0 && nexts.length === 0) return;
  const tag = (bases[0] ?? nexts[0]!).tag;
  const paragraphs = tag === 'Paragraph';
  const appended = isInAppendix(base, at());
  const count = { now: bases.length };
  const called = (element: Element, num: ProvisionNum | undefined, label: string): Location =>
    lists.locate && num !== undefined ? lists.locate(num, label) : [...at(), childStep(at(), element, num, label)];
  const locate = (element: Element, num: ProvisionNum | undefined, label: string): Location =>
    paragraphs && count.now === 1 && num === '1' ? at() : called(element, num, label);
  const old = (i: number): Location => locate(bases[i]!, bases[i]!.num, context.base.label(bases[i]!));
  /** 項が一つだけでも項まで呼ぶ。条や附則ごと改め、削ることのないように */
  const exactly = (i: number): Location => called(bases[i]!, bases[i]!.num, context.base.label(bases[i]!));
  const now = (j: number): Location => locate(nexts[j]!, nexts[j]!.num, context.next.label(nexts[j]!));
  const pairs = alignSiblings(siblingsOf(bases, context.base), siblingsOf(nexts, context.next))
    .filter(([i, j]) => compareNum(bases[i]!.num, nexts[j]!.num) === 0 || isMovable(context, bases[i]!, nexts[j]!));
  const unchanged = ([i, j]: readonly [number, number]) => isSame(context, bases[i]!, nexts[j]!);

  // 区分と備考の号は「次の一号」と数えず「次のように」加える
  const sections = bases.length > 0 && (old(0).at(-1)?.kind === 'section' || lists.locate !== undefined);
  if (!paragraphs && !sections && pairs.length === 0 && bases.length > 0) {
    const each: Location = [...at(), { kind: 'eachItem' }];
    if (tag === 'Item' && nexts.length === 0 && bases.length > 1) return pen.write(operation(each, { kind: 'delete' }));
    if (tag === 'Item' && nexts.length > 1 && bases.length > 1) return pen.write(operation(each, { kind: 'replaceWhole', block: blockOf(context, nexts, base.tag, bases[0], appended) }));
  }

  const article = base.tag === 'Article' && holder && bases.length === 1 && nexts.length === 1 ? { base, next, holder } : undefined;
  const inside = ([i, j]: readonly [number, number]) => {
    draftInside(context, pen, { base: bases[i]!, next: nexts[j]!, at: () => old(i), holder: base, ...(article ? { article } : {}) });
  };
  // 附則が二項以上になれば、第1項にも番号が付く。それは改め文に書かない
  const firstNumbered = base.tag === 'SupplProvision' && bases.length === 1 && nexts.length > 1;
  const relabelledHere = ([i, j]: readonly [number, number]) => !(firstNumbered && i === 0) && context.base.label(bases[i]!) !== context.next.label(nexts[j]!);
  const steps = planSiblings({ base: bases.map((e) => e.num), next: nexts.map((e) => e.num), pairs, unchanged });
  steps.forEach((step: SiblingStep) => {
    switch (step.kind) {
      case 'keep':
        if (relabelledHere(step.pair)) {
          // 番号は同じで標目の字だけが違う（半角と全角など）。標目は字句として引用できない
          pen.write(operation(exactly(step.pair[0]), { kind: 'replaceWhole', block: blockOf(context, [nexts[step.pair[1]]!], base.tag, bases[0], appended) }));
        } else inside(step.pair);
        break;
      case 'rewrite':
        if (article && compareNum(base.num, next.num) === 0) pen.write(operation(at(), { kind: 'replaceWhole', block: blockOf(context, [next], article.holder.tag, base) }));
        else pen.write({ targets: targetsOf(step.bases.map(exactly)), action: { kind: 'replaceWhole', block: blockOf(context, step.nexts.map((j) => nexts[j]!), base.tag, bases[0], appended) } });
        count.now += step.nexts.length - step.bases.length;
        break;
      case 'delete':
        pen.write({ targets: targetsOf(step.bases.map(exactly)), action: { kind: 'delete' } });
        count.now -= step.bases.length;
        break;
      case 'move': {
        inside(step.pair);
        const from = old(step.pair[0]);
        pen.write(operation(from, { kind: 'move', to: called(nexts[step.pair[1]]!, nexts[step.pair[1]]!.num, context.next.label(nexts[step.pair[1]]!)) }));
        break;
      }
      case 'shift': {
        for (const [i, j] of step.pairs) pairAll(context, bases[i]!, nexts[j]!);
        pen.write({ targets: [{ from: old(step.pairs[0]![0]), through: old(step.pairs.at(-1)![0]) }], action: { kind: 'shift', by: step.by } });
        break;
      }
      case 'add': {
        const added = step.nexts.map((j) => nexts[j]!);
        const block = blockOf(context, added, base.tag, bases[0] ?? base, appended);
        const unit = sections ? undefined : UNIT[tag];
        const units = unit === undefined ? [] : [count.now === 0 && added.length > 1 && tag === 'Item' ? { unit: '各号' } : { unit, count: added.length }];
        const first = paragraphs && count.now === 1 && step.after === undefined && added.length > 0;
        if (first && added.length === 1) pen.write(operation(at(), { kind: 'add', where: 'end', what: { units, as: '第1項' }, block }));
        else if (step.after !== undefined && (step.before !== undefined || lastMovedTo(pen, now(step.after)))) pen.write(operation(paragraphs && count.now === 1 ? [...at(), stepOf(nexts[step.after]!, nexts[step.after]!.num, '')] : now(step.after), { kind: 'add', where: 'after', what: { units }, block }));
        else if (step.after === undefined && step.before !== undefined) pen.write(operation(first ? [...at(), stepOf(nexts[step.before]!, nexts[step.before]!.num, '')] : now(step.before), { kind: 'add', where: 'before', what: { units }, block }));
        else pen.write(operation(at(), { kind: 'add', where: 'end', what: { units }, block }));
        count.now += added.length;
        break;
      }
    }
  });
}

const UNIT: Readonly<Partial<Record<string, string>>> = { Paragraph: '項', Item: '号' };

/** 直前にそこへ移した規定があるか。あれば「同項の次に」と続けられる。 */
function lastMovedTo(pen: Pen, location: Location): boolean {
  const last = pen.last();
  return last !== undefined && last !== 'break' && last.action.kind === 'move' && locationKey(last.action.to) === locationKey(location);
}

export function stepOf(element: Element, num: ProvisionNum | undefined, label: string): Step {
  if (element.tag === 'Paragraph') return { kind: 'paragraph', num: num ?? ('1' as ProvisionNum) };
  if (element.tag === 'Item') return { kind: 'item', num: num ?? ('1' as ProvisionNum) };
  return { kind: 'subitem', label };
}

/** 別表の中の号は、漢数字なら「別表第一第一号」、そうでなければ区分（別表3の(1)）。 */
function childStep(parent: Location, element: Element, num: ProvisionNum | undefined, label: string): Step {
  const section = element.tag === 'Item' ? parent.at(-1)?.kind === 'appendix' && !KANJI_LABEL.test(label) : parent.at(-1)?.kind === 'section';
  return section && label !== '' ? { kind: 'section', label } : stepOf(element, num, label);
}

/** 別表の類の中の号（区分）か。 */
const isInAppendix = ({ tag }: Element, location: Location): boolean => (tag === 'Item' || tag.startsWith('Subitem')) && (location[0]?.kind === 'appendix' || location[0]?.kind === 'named');

const KANJI_LABEL = /^[一二三四五六七八九十百千]/;

function childLocation(parent: Location, element: Element, label: string): Location {
  return isRun(element) ? parent : [...parent, childStep(parent, element, element.num, label)];
}
