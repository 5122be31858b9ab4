import { childElements, type Element, type ProvisionNum } from '../../text/element.js';
import type { Tag } from '../../text/tag.js';
import type { Location } from '../location.js';
import { appendedTags, knownAppendices } from '../apply/appended-tags.js';
import { writeBlock } from '../block/write-block.js';
import type { Block } from '../operation.js';
import { writeRun } from '../run.js';
import { appendixTitle, appendixTitleText, titledCall, type AppendixStep } from '../appendix/appendix-call.js';
import { alignSiblings, type Pair, type Sibling } from './align-siblings.js';
import { blockOf, isSame, operation, pair, siblingsOf, targetsOf, type DraftContext } from './draft-context.js';
import { AppendixOrder } from './appendix-order.js';
import { draftAppendix, isPiecewise } from './draft-appendix.js';
import type { Pen } from './pen.js';
import { planSiblings, type SiblingStep } from './plan-siblings.js';

/** 別表・様式の並びを改める。前後に別表がないときは、附則（suppl がなければ本則）の次に加える。 */
export function draftAppendices(context: DraftContext, pen: Pen, suppl: boolean, bases: readonly Element[], wanted: readonly Element[]): void {
  // 変わらない別表は、旧と新で同じ節点のことがある。並びの中で区別できるよう、別の節点にする
  const shared = new Set(bases);
  const nexts = wanted.map((next) => (shared.has(next) ? { ...next } : next));
  const siblings = (elements: readonly Element[], print: typeof context.base): Sibling[] =>
    siblingsOf(elements, print).map((s, i) => ({ ...s, num: numberOf(elements[i]!) }));
  const pairs = alignSiblings(siblings(bases, context.base), siblings(nexts, context.next)).filter(([i, j]) => bases[i]!.tag === nexts[j]!.tag);
  const moves = movable(bases, nexts);
  const piecewise = ([i, j]: Pair) => isSame(context, bases[i]!, nexts[j]!) || (moves(bases[i]!, nexts[j]!) && isPiecewise(context, bases[i]!, nexts[j]!));
  const planned = planSiblings({
    base: bases.map(numberOf), next: nexts.map(numberOf), pairs: pairs.filter(piecewise), unchanged: ([i, j]) => isSame(context, bases[i]!, nexts[j]!),
  });
  // 一つになる別表は、ほかを削ってから番号を外す
  const unnumbered = planned.filter((s) => s.kind === 'move' && numberOf(nexts[s.pair[1]]!) === '0');
  const steps = [...planned.filter((s) => !unnumbered.includes(s)), ...unnumbered];
  const writer = new AppendixWriter(context, pen, bases, nexts, suppl, steps);
  for (const step of steps) writer.write(step);
  pen.end();
}

/** 手順を前から順に書き、そのときの並びでの呼び方を使う。 */
class AppendixWriter {
  readonly #context: DraftContext;
  readonly #pen: Pen;
  readonly #bases: readonly Element[];
  readonly #nexts: readonly Element[];
  readonly #order: AppendixOrder;
  readonly #hasSuppl: boolean;
  /** 新の別表に替わる旧の別表 */
  readonly #counterparts: ReadonlyMap<Element, Element>;

  constructor(context: DraftContext, pen: Pen, bases: readonly Element[], nexts: readonly Element[], suppl: boolean, steps: readonly SiblingStep[]) {
    this.#context = context;
    this.#pen = pen;
    this.#bases = bases;
    this.#nexts = nexts;
    this.#order = new AppendixOrder(bases);
    this.#hasSuppl = suppl;
    this.#counterparts = new Map(steps.flatMap((step) => (step.kind === 'rewrite' && step.bases.length === step.nexts.length ? step.nexts.map((j, k) => [nexts[j]!, bases[step.bases[k]!]!] as const) : [])));
  }

  write(step: SiblingStep): void {
    const [bases, nexts] = [this.#bases, this.#nexts];
    if (step.kind === 'keep' || step.kind === 'rewrite') this.#pen.end();
    const origin = step.kind === 'add' ? undefined : bases['pair' in step ? step.pair[0] : step.kind === 'shift' ? step.pairs[0]![0] : step.bases[0]!];
    if (origin) this.#pen.from(origin);
    switch (step.kind) {
      case 'keep': return this.#inside(bases[step.pair[0]]!, nexts[step.pair[1]]!);
      case 'rewrite': return this.#rewrite(step.bases.map((i) => bases[i]!), step.nexts.map((j) => nexts[j]!));
      case 'delete': return this.#delete(step.bases.map((i) => bases[i]!));
      case 'move': return this.#move(bases[step.pair[0]]!, nexts[step.pair[1]]!);
      case 'shift': {
        const [first, last] = [bases[step.pairs[0]![0]]!, bases[step.pairs.at(-1)![0]]!];
        this.#pen.write({ targets: [{ from: this.#order.call(first)!, through: this.#order.call(last) }], action: { kind: 'shift', by: step.by } });
        for (const [i, j] of step.pairs) this.#replace(bases[i]!, nexts[j]!);
        return;
      }
      case 'add': return this.#add(step.nexts.map((j) => nexts[j]!), step.after === undefined ? undefined : nexts[step.after]!, step.before === undefined ? undefined : nexts[step.before]!);
    }
  }

  #counterpart(now: Element): Element | undefined {
    const old = this.#counterparts.get(now);
    return old && this.#order.all.includes(old) ? old : undefined;
  }

  #replace(old: Element, now: Element): void {
    pair(this.#context, old, now);
    this.#order.replace(old, now);
  }

  #inside(old: Element, now: Element): void {
    pair(this.#context, old, now);
    // 関係条を改める別表は、改める前と後で呼び方が替わらないよう、順序で呼ぶ
    const at = this.#order.call(old, headText(old) === headText(now));
    draftAppendix(this.#context, this.#pen, { base: old, next: now, at: () => at, moves: numberOf(old) !== numberOf(now) });
    this.#order.replace(old, now);
  }

  #move(old: Element, now: Element): void {
    this.#inside(old, now);
    // 字句を改めた後、番号を替える前の呼び方
    this.#order.replace(now, old);
    const from = this.#order.call(old, headText(old) === headText(now));
    this.#order.replace(old, now);
    this.#pen.write(operation(from, { kind: 'move', to: [titledCall(now)!] }));
  }

  #rewrite(olds: readonly Element[], nows: readonly Element[]): void {
    const paired = olds.length === nows.length;
    for (let at = 0; at < olds.length; ) {
      const [old, now] = [olds[at]!, nows[at]!];
      if (!paired || !sameKind(old, now)) {
        const previous = this.#order.all[this.#order.all.indexOf(old) - 1];
        const rest = paired ? [now] : nows;
        this.#delete(paired ? [old] : olds);
        this.#add(rest, previous, undefined);
        at += paired ? 1 : olds.length;
        continue;
      }
      let end = at + 1;
      while (end < olds.length && sameKind(olds[end]!, nows[end]!) && olds[end]!.tag === old.tag && this.#order.all.indexOf(olds[end]!) === this.#order.all.indexOf(olds[end - 1]!) + 1) end += 1;
      const [part, made] = [olds.slice(at, end), nows.slice(at, end)];
      this.#pen.write({
        targets: targetsOf(part.map((o) => this.#order.call(o))),
        action: { kind: 'replaceWhole', block: blockOf(this.#context, made, 'LawBody', part[0]) },
      });
      part.forEach((o, i) => this.#replace(o, made[i]!));
      at = end;
    }
  }

  #delete(olds: readonly Element[]): void {
    for (const run of this.#order.runs(olds)) {
      this.#pen.write({ targets: targetsOf(run.map((o) => this.#order.call(o))), action: { kind: 'delete' } });
      for (const old of run) this.#order.delete(old);
    }
  }

  #add(added: readonly Element[], after: Element | undefined, before: Element | undefined): void {
    let previous = after;
    for (const one of sameTags(added)) {
      const unit = unitOf(one[0]!);
      const block = blockOfAdded(this.#context, one, this.#order.all, unit, previous?.tag);
      const what = { units: [one.every((a) => COUNTED[unit]?.test(a.tag)) ? { unit, count: one.length } : { unit }] };
      const place = before && this.#order.all.includes(before) ? before : before && this.#counterpart(before);
      const add = (at: Location, where: 'after' | 'before') => this.#pen.write(operation(at, { kind: 'add', where, what, block }));
      if (previous) add(this.#order.call(previous), 'after');
      else if (place && !this.#hasSuppl) add(this.#order.call(place), 'before');
      else add([{ kind: this.#hasSuppl ? 'suppl' : 'main' }], 'after');
      this.#order.add(one, previous, previous || this.#hasSuppl ? undefined : place);
      previous = one.at(-1);
    }
  }
}

const headText = (appendix: Element): string => childElements(appendix).filter((c) => c === appendixTitle(appendix) || c.tag === 'RelatedArticleNum').map(writeRun).join('\n');

/** 全部を改めるのは、同じ種類・同じ呼び方のものどうし。ほかは削って加える。 */
const sameKind = (old: Element, now: Element): boolean => old.tag === now.tag && sameName(titledCall(old), titledCall(now));

/** 同じ種類（別表・様式…）が続くまとまり。 */
function sameTags(elements: readonly Element[]): Element[][] {
  const groups: Element[][] = [];
  for (const one of elements) {
    const last = groups.at(-1);
    if (last && last[0]!.tag === one.tag && unitOf(last[0]!) === unitOf(one)) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** 題名の呼び方をそのまま言う。「次の別記を加える」 */
const unitOf = (appendix: Element): string => /様式|書式/.exec(appendixTitleText(appendix))?.[0] ?? /^(?:別記|別図|[付附]録)/.exec(appendixTitleText(appendix))?.[0] ?? UNIT[appendix.tag] ?? '表';
const UNIT: Readonly<Partial<Record<Tag, string>>> = { AppdxStyle: '様式', SupplProvisionAppdxStyle: '様式', AppdxFig: '図' };
/** 「次の一様式」と数えて言うもの。「次の一別記」とは数えない */
const COUNTED: Readonly<Record<string, RegExp>> = { 表: /AppdxTable$/, 様式: /Appdx(?:Style|Format|Table|Note)$/, 書式: /AppdxFormat$|AppdxStyle$/, 図: /AppdxFig$/ };

/** 加える別表や様式の本文。題名と呼び方からは別の種類の別表に読まれるものには、種類の印を付ける。 */
function blockOfAdded(context: DraftContext, added: readonly Element[], bases: readonly Element[], unit: string, neighbour: Tag | undefined): Block {
  const block = blockOf(context, added, 'LawBody', bases.find((b) => b.tag === added[0]!.tag));
  const tags = appendedTags(block.lines, unit, knownAppendices(bases), neighbour);
  if (tags.length === 1 && added.every((a) => a.tag === tags[0])) return block;
  return writeBlock(added, { tags, labels: context.next.labels, holder: 'LawBody' });
}

const sameName = (a: AppendixStep | undefined, b: AppendixStep | undefined): boolean => a?.head === b?.head && a?.num === b?.num;

/**
 * 同じ別表として、中を少しずつ改められるか。移動は番号だけを替えるので、番号のほかの呼び方が同じで（別表→別表第一はよい）、
 * 新しい番号のものがほかに無いものだけ。
 */
function movable(bases: readonly Element[], nexts: readonly Element[]): (old: Element, now: Element) => boolean {
  const names = [...bases.map(titledCall), ...nexts.map(titledCall)];
  const repeated = (name: AppendixStep, among: readonly (AppendixStep | undefined)[]) => among.filter((other) => sameName(other, name)).length > 1;
  return (old, now) => {
    const [a, b] = [titledCall(old), titledCall(now)];
    if (sameName(a, b)) return true;
    if (!a || !b || a.head.replace(/第?＃号?/, '') !== b.head.replace(/第?＃号?/, '')) return false;
    return ![a, b].some((name) => repeated(name, names.slice(0, bases.length)) || repeated(name, names.slice(bases.length)));
  };
}

/** 番号のない「別表」は、番号のあるものより前に数える */
const numberOf = (appendix: Element): ProvisionNum => titledCall(appendix)?.num ?? ('0' as ProvisionNum);
