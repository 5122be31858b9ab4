import { childElements, type Element, type LawDocument, type ProvisionNum } from '../../text/element.js';
import type { Tag } from '../../text/tag.js';
import type { Location } from '../location.js';
import { appendedTags, knownAppendices } from '../apply/appended-tags.js';
import { writeBlock } from '../block/write-block.js';
import type { Block } from '../operation.js';
import { readAppendix } from '../parse/read-appendix-step.js';
import { writeRun } from '../run.js';
import { alignSiblings, type Pair, type Sibling } from './align-siblings.js';
import { blockOf, isSame, operation, pair, siblingsOf, targetsOf, type DraftContext } from './draft-context.js';
import { draftAppendix, isPiecewise } from './draft-appendix.js';
import type { Pen } from './pen.js';
import { planSiblings } from './plan-siblings.js';

const APPENDIX = /^(Appdx|SupplProvisionAppdx)/;
export const isAppendix = (part: Element): boolean => APPENDIX.test(part.tag);

export const appendixTitle = (appendix: Element): Element | undefined => childElements(appendix).find((c) => c.tag === `${appendix.tag}Title` || c.tag === 'ArithFormulaNum');

/** 別表・様式の並びを改める。前後に別表がないときは、附則（なければ本則）の次に加える。 */
export function draftAppendices(context: DraftContext, pen: Pen, base: LawDocument, bases: readonly Element[], nexts: readonly Element[]): void {
  const [old, now] = [bases.map(nameOf), nexts.map(nameOf)];
  const callable = old.map((name, i) => name !== undefined && old.every((other, k) => k === i || !other || !sameName(name, other)));
  const siblings = (elements: readonly Element[], print: typeof context.base): Sibling[] =>
    siblingsOf(elements, print).map((s, i) => ({ ...s, num: numberOf(elements[i]!) }));
  const pairs = alignSiblings(siblings(bases, context.base), siblings(nexts, context.next)).filter(([i, j]) => bases[i]!.tag === nexts[j]!.tag);
  const piecewise = ([i, j]: Pair) => isSame(context, bases[i]!, nexts[j]!) || (callable[i]! && movable(old[i], now[j]) && isPiecewise(context, bases[i]!, nexts[j]!));
  const kept = exceptRewritten(pairs, piecewise, (i) => callable[i]!);
  const planned = planSiblings({
    base: bases.map(numberOf), next: nexts.map(numberOf), pairs: kept, unchanged: ([i, j]) => isSame(context, bases[i]!, nexts[j]!),
  });
  // 一つになる別表は、ほかを削ってから番号を外す
  const unnumbered = planned.filter((s) => s.kind === 'move' && numberOf(nexts[s.pair[1]]!) === '0');
  const steps = [...planned.filter((s) => !unnumbered.includes(s)), ...unnumbered];
  const here = (i: number): Location => [old[i] ?? { kind: 'named', name: writeTitle(bases[i]!) }];
  const there = (j: number): Location => [now[j] ?? { kind: 'named', name: writeTitle(nexts[j]!) }];
  const inside = ([i, j]: Pair) => {
    pair(context, bases[i]!, nexts[j]!);
    draftAppendix(context, pen, { base: bases[i]!, next: nexts[j]!, at: () => here(i), moves: numberOf(bases[i]!) !== numberOf(nexts[j]!) });
  };
  for (const step of steps) {
    if (step.kind === 'keep' || step.kind === 'rewrite') pen.end();
    const origin = step.kind === 'add' ? undefined : bases['pair' in step ? step.pair[0] : step.kind === 'shift' ? step.pairs[0]![0] : step.bases[0]!];
    if (origin) pen.from(origin);
    switch (step.kind) {
      case 'keep':
        inside(step.pair);
        break;
      case 'rewrite':
        for (const [from, to] of sameKinds(step.bases.map((i) => bases[i]!))) {
          pen.write({
            targets: targetsOf(step.bases.slice(from, to).map(here)),
            action: { kind: 'replaceWhole', block: blockOf(context, step.nexts.slice(from, to).map((j) => nexts[j]!), 'LawBody', bases[step.bases[from]!]) },
          });
        }
        break;
      case 'delete':
        pen.write({ targets: targetsOf(step.bases.map(here)), action: { kind: 'delete' } });
        break;
      case 'move':
        inside(step.pair);
        pen.write(operation(here(step.pair[0]), { kind: 'move', to: there(step.pair[1]) }));
        break;
      case 'shift':
        pen.write({ targets: [{ from: here(step.pairs[0]![0]), through: here(step.pairs.at(-1)![0]) }], action: { kind: 'shift', by: step.by } });
        break;
      case 'add': {
        const added = step.nexts.map((j) => nexts[j]!);
        const unit = unitOf(added[0]!);
        const neighbour = step.after === undefined ? undefined : nexts[step.after]!.tag;
        const block = blockOfAdded(context, added, bases, unit, neighbour);
        const what = { units: [UNCOUNTED.test(unit) && added.length === 1 ? { unit } : { unit, count: added.length }] };
        if (step.after !== undefined) pen.write(operation(there(step.after), { kind: 'add', where: 'after', what, block }));
        else if (step.before !== undefined && !hasSuppl(base)) pen.write(operation(there(step.before), { kind: 'add', where: 'before', what, block }));
        else pen.write(operation([{ kind: hasSuppl(base) ? 'suppl' : 'main' }], { kind: 'add', where: 'after', what, block }));
        break;
      }
    }
  }
  pen.end();
}

/** 続けて全部を改めるものを、同じ種類（別表・様式…）ごとに区切る。 */
function sameKinds(elements: readonly Element[]): (readonly [from: number, to: number])[] {
  const starts = elements.flatMap((e, i) => (i === 0 || e.tag !== elements[i - 1]!.tag ? [i] : []));
  return starts.map((from, k) => [from, starts[k + 1] ?? elements.length]);
}

/**
 * 全部を改めるものを、対応から外す（番号の同じもの同士として全部改めになる）。
 * 一つに呼べない題名のもの（同じ題名の様式の二枚目など）は、呼べるものから呼べるものまでの範囲で改める。
 */
function exceptRewritten(pairs: readonly Pair[], piecewise: (pair: Pair) => boolean, callable: (base: number) => boolean): Pair[] {
  const rewritten = pairs.map((p) => !piecewise(p));
  const touches = (a: number, b: number) => pairs[b] !== undefined && pairs[b]![0] === pairs[a]![0] + 1 && pairs[b]![1] === pairs[a]![1] + 1;
  for (let k = pairs.length - 1; k > 0; k -= 1) if (rewritten[k] && !callable(pairs[k]![0]) && !rewritten[k - 1] && touches(k - 1, k)) rewritten[k - 1] = true;
  for (let k = 0; k < pairs.length - 1; k += 1) if (rewritten[k] && !callable(pairs[k]![0]) && !rewritten[k + 1] && touches(k, k + 1)) rewritten[k + 1] = true;
  return pairs.filter((_, k) => !rewritten[k]);
}

/** 題名の呼び方をそのまま言う。「次の別記を加える」 */
const unitOf = (appendix: Element): string => /様式|書式/.exec(writeTitle(appendix))?.[0] ?? /^(?:別記|別図|[付附]録)/.exec(writeTitle(appendix))?.[0] ?? UNIT[appendix.tag] ?? '表';
const UNIT: Readonly<Partial<Record<Tag, string>>> = { AppdxStyle: '様式', SupplProvisionAppdxStyle: '様式', AppdxFig: '図' };
/** 「次の一別記」とは数えない */
const UNCOUNTED = /別記|別図|[付附]録/;

/** 加える別表や様式の本文。題名と呼び方からは別の種類の別表に読まれるものには、種類の印を付ける。 */
function blockOfAdded(context: DraftContext, added: readonly Element[], bases: readonly Element[], unit: string, neighbour: Tag | undefined): Block {
  const block = blockOf(context, added, 'LawBody', bases.find((b) => b.tag === added[0]!.tag));
  const tags = appendedTags(block.lines, unit, knownAppendices(bases), neighbour);
  if (tags.length === 1 && added.every((a) => a.tag === tags[0])) return block;
  return writeBlock(added, { tags, labels: context.next.labels, holder: 'LawBody' });
}

const hasSuppl = ({ root }: LawDocument): boolean =>
  childElements(root).some((body) => childElements(body).some((part) => part.tag === 'SupplProvision' && part.attr['AmendLawNum'] === undefined));

const writeTitle = (appendix: Element): string => {
  const title = appendixTitle(appendix);
  return title ? writeRun(title) : '';
};

type AppendixStep = Extract<Location[number], { readonly kind: 'appendix' }>;

/** 改め文で呼ぶ名。題名がその呼び方で始まらないもの（様式第１別記など）は呼べない。 */
export function nameOf(appendix: Element): AppendixStep | undefined {
  const title = writeTitle(appendix).replace(/^[（(]([^（()）]*(?:様式|書式|表))[)）]/, '$1');
  const read = readAppendix(title, 0);
  const step = read?.steps[0];
  if (!read || read.steps.length !== 1 || step?.kind !== 'appendix') return undefined;
  return /^(?:$|[（([〔　 ]|削除)/.test(title.slice(read.end)) ? step : undefined;
}

/** 移動は番号だけを替えるので、番号のほかの呼び方が同じでなければならない（別表→別表第一はよい）。 */
const movable = (a: AppendixStep | undefined, b: AppendixStep | undefined): boolean =>
  a !== undefined && b !== undefined && (a.num === b.num || a.head.replace(/第?＃号?/, '') === b.head.replace(/第?＃号?/, ''));

const sameName = (a: AppendixStep, b: AppendixStep): boolean => a.head === b.head && a.num === b.num;

/** 番号のない「別表」は、番号のあるものより前に数える */
const numberOf = (appendix: Element): ProvisionNum => nameOf(appendix)?.num ?? ('0' as ProvisionNum);
