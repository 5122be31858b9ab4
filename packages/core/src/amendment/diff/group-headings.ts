import { childElements, type Element } from '../../text/element.js';
import type { GroupTag } from '../../text/tag.js';
import type { Location } from '../location.js';
import type { Operation } from '../operation.js';
import { writeRun } from '../run.js';
import type { GroupAlignment } from './align-groups.js';
import type { Pair } from './align-siblings.js';
import { isGroup, type ArticlePart, type FlatArticle } from './article-part.js';
import { blockOf, operation, pair, targetsOf, textBlock, type DraftContext } from './draft-context.js';
import type { Pen } from './pen.js';
import { planSiblings } from './plan-siblings.js';


interface Move {
  readonly operation: () => Operation;
  /** この手順の済んだ編章節 */
  readonly groups: readonly Element[];
  /** 中の条を改め終える手順（条の並びの中の位置） */
  readonly ready: number;
}

/**
 * 編章節そのものの操作。中の条を改め終えてから、章を削り、移す（「第五章中第十五条の二を第十五条とし、同章を第四章とする」の順）。
 * 章名の字句は、その章の初めの条の前に書く。
 */
export class GroupHeadings {
  readonly #context: DraftContext;
  readonly #pen: Pen;
  readonly #part: ArticlePart;
  readonly #groups: GroupAlignment;
  readonly #toBase: ReadonlyMap<Element, Element>;
  readonly #moved = new Set<Element>();
  readonly #paths = new Map<Element, readonly Element[]>();
  readonly #titled = new Set<Element>();
  readonly #rewritten = new Set<Element>();
  #moves: Move[] = [];

  constructor(context: DraftContext, pen: Pen, part: ArticlePart, groups: GroupAlignment) {
    this.#context = context;
    this.#pen = pen;
    this.#part = part;
    this.#groups = groups;
    this.#toBase = new Map([...groups.toNext].map(([old, now]) => [now, old]));
    const visit = (element: Element, path: readonly Element[]): void => {
      for (const group of childElements(element).filter(isGroup)) {
        this.#paths.set(group, [...path, group]);
        visit(group, [...path, group]);
      }
    };
    visit(part.base, []);
  }

  /** 対応のある新しい編章節の、いまの呼び名。 */
  locate(next: Element): Location {
    const old = this.#toBase.get(next);
    if (!old || old === this.#part.base) return this.#part.root.length === 0 ? [{ kind: 'main' }] : this.#part.root;
    return this.#locateBase(old);
  }

  #locateBase(group: Element): Location {
    return [...this.#part.root, ...this.#paths.get(group)!.map((g) => ({
      kind: 'group', level: g.tag as GroupTag, num: (this.#moved.has(g) ? this.#groups.toNext.get(g)!.num : g.num)!,
    }) as const)];
  }

  /** 同じ番号の章を次のように改める形で書かれる、新しい編章節か。 */
  isRewritten = (next: Element): boolean => this.#rewritten.has(next);

  /** 編章節の削除・全部改め・移動を、書く順に並べる。touched は中の条を最後に改める手順。 */
  plan(touched: ReadonlyMap<Element, number>): void {
    const visit = (old: Element, now: Element): void => {
      const bases = childElements(old).filter(isGroup);
      const nexts = childElements(now).filter(isGroup);
      const pairs = bases.flatMap((group, i): Pair[] => {
        const j = nexts.findIndex((n) => n === this.#groups.toNext.get(group));
        return j < 0 ? [] : [[i, j]];
      });
      const ready = (indexes: readonly number[]) => Math.max(-1, ...indexes.map((i) => touched.get(bases[i]!) ?? -1));
      const add = (indexes: readonly number[], write: () => Operation) => {
        this.#moves.push({ operation: write, groups: indexes.map((i) => bases[i]!), ready: ready(indexes) });
      };
      for (const [i, j] of pairs) visit(bases[i]!, nexts[j]!);
      for (const step of planSiblings({ base: bases.map((e) => e.num), next: nexts.map((e) => e.num), pairs, unchanged: () => true })) {
        const here = (i: number) => this.#locateBase(bases[i]!);
        if (step.kind === 'delete') add(step.bases, () => ({ targets: targetsOf(step.bases.map(here)), action: { kind: 'delete' } }));
        if (step.kind === 'rewrite') {
          const made = step.nexts.map((j) => nexts[j]!);
          for (const group of made) this.#rewritten.add(group);
          add(step.bases, () => ({ targets: targetsOf(step.bases.map(here)), action: { kind: 'replaceWhole', block: blockOf(this.#context, made, now.tag, bases[step.bases[0]!]) } }));
        }
        if (step.kind === 'move') {
          const [i, j] = step.pair;
          add([i], () => operation(here(i), { kind: 'move', to: [...here(i).slice(0, -1), { kind: 'group', level: bases[i]!.tag, num: nexts[j]!.num! }] }));
        }
        if (step.kind === 'shift') {
          const indexes = step.pairs.map(([i]) => i);
          add(indexes, () => ({ targets: [{ from: here(indexes[0]!), through: here(indexes.at(-1)!) }], action: { kind: 'shift', by: step.by } }));
        }
      }
    };
    visit(this.#part.base, this.#part.next);
    for (const [old, now] of this.#groups.toNext) pair(this.#context, old, now);
  }

  /** 中の条を改め終えた編章節を削り、移す。前の手順の済まないものは待つ。 */
  moveUntil(step: number, alone: boolean): void {
    while (this.#moves.length > 0 && this.#moves[0]!.ready <= step) {
      const [move] = this.#moves.splice(0, 1);
      if (alone) this.#pen.end();
      this.#pen.from(this.#part.base);
      this.#pen.write(move!.operation());
      for (const group of move!.groups) this.#moved.add(group);
    }
  }

  /** 残った編章節の操作。 */
  finish(): void {
    this.moveUntil(Infinity, false);
    for (const path of this.#paths.values()) {
      this.#pen.end();
      this.#pen.from(this.#part.base);
      this.title({ holders: path });
    }
  }

  /** 条の前に、その条の入る編章節の名の変わった字句を書く。 */
  title({ holders }: Pick<FlatArticle, 'holders'>): void {
    for (const group of holders) {
      const now = this.#groups.toNext.get(group);
      if (!now || !isGroup(group) || this.#titled.has(group)) continue;
      this.#titled.add(group);
      const [old, title] = [titleOf(group), titleOf(now)];
      if (!old || !title) continue;
      pair(this.#context, old, title);
      const [before, after] = [headingText(writeRun(old)), headingText(writeRun(title))];
      if (before === after) continue;
      const location: Location = [...this.#locateBase(group), { kind: 'groupTitle' }];
      const printed = writeRun(this.#moved.has(group) ? title : old);
      const number = printed.slice(0, printed.length - (this.#moved.has(group) ? after : before).length);
      const rewrite = () => operation(location, { kind: 'replaceWhole', block: textBlock(number + after, this.#context.profile.titleIndent) });
      this.#pen.run({ location, before, after, rewrite });
      this.#pen.end();
    }
  }
}

const titleOf = (group: Element): Element | undefined => childElements(group).find((c) => /^(Part|Chapter|Section|Subsection|Division)Title$/.test(c.tag));

/** 章名の番号（第二章）を除いた名。番号は移動で替わる */
const headingText = (title: string): string => title.replace(/^第[^　]*[編章節款目][^　]*　/, '');
