import type { Element } from '../../text/element.js';
import { appendixCall } from '../appendix/appendix-call.js';
import type { Location } from '../location.js';

/** 改めている途中の別表・様式の並び。同じ題名のものは、そのときの並びの中の順序で呼ぶ。 */
export class AppendixOrder {
  readonly #all: Element[];

  constructor(bases: readonly Element[]) {
    this.#all = [...bases];
  }

  get all(): readonly Element[] {
    return this.#all;
  }

  /** 今の呼び方。related が false なら関係条では呼ばない。 */
  call(appendix: Element, related = true): Location {
    return [appendixCall(appendix, this.#all, related)];
  }

  /** 改めた後の姿に替える。 */
  replace(old: Element, now: Element): void {
    this.#all[this.#all.indexOf(old)] = now;
  }

  delete(old: Element): void {
    this.#all.splice(this.#all.indexOf(old), 1);
  }

  /** after の次、無ければ before の前、どちらも無ければ初めに加える。 */
  add(added: readonly Element[], after: Element | undefined, before?: Element): void {
    this.#all.splice(after ? this.#all.indexOf(after) + 1 : before ? this.#all.indexOf(before) : 0, 0, ...added);
  }

  /** 続いて並ぶ、同じ種類のものごとに区切る。 */
  runs(appendices: readonly Element[]): Element[][] {
    const runs: Element[][] = [];
    for (const one of appendices) {
      const last = runs.at(-1);
      const previous = last?.at(-1);
      if (previous && previous.tag === one.tag && this.#all.indexOf(previous) + 1 === this.#all.indexOf(one)) last!.push(one);
      else runs.push([one]);
    }
    return runs;
  }
}
