import type { Location, Step, Target } from '../../location.js';
import type { Action, Operation } from '../../operation.js';
import type { FoundQuote } from './find-quote.js';
import { locationKey, sameLocation, type WordScope } from './word-scope.js';

/** 一つの操作。joins なら、直前の操作と引用を並べて一つに書ける */
export interface WordStep {
  readonly scope: WordScope;
  readonly found: FoundQuote;
  readonly joins: boolean;
}

/** 並べて書く操作のまとまりを、操作を作りながら見る。 */
export class StepSeries {
  readonly steps: WordStep[] = [];
  #from = 0;
  #texts: readonly string[] = [];

  /** 操作を加える。まだ当てていない印字のうちに呼ぶ。 */
  push(scope: WordScope, found: FoundQuote): void {
    const series = this.steps.slice(this.#from);
    const joins = series.length > 0 && series.every((earlier) => this.#together(earlier, scope, found));
    if (!joins) {
      this.#from = this.steps.length;
      this.#texts = scope.runs.map((s) => s.text);
    }
    this.steps.push({ scope, found, joins });
  }

  /** 同じ語にする・同じ語を加える・続けて削る操作で、同時に当てても順に当てたときと同じになるか。 */
  #together(earlier: WordStep, scope: WordScope, found: FoundQuote): boolean {
    if (earlier.found.kind !== found.kind || earlier.found.to !== found.to || !sameLocation(earlier.scope.location, scope.location)) return false;
    const [a, b] = [earlier.found.quote, found.quote];
    if (a.includes(b) || b.includes(a)) return false;
    return this.#texts.every((text, i) => {
      const before = positions(text, b);
      if (before.length !== positions(scope.runs[i]!.text, b).length) return false;
      return positions(text, a).every((p) => before.every((q) => q >= p + a.length || p >= q + b.length));
    });
  }
}

/**
 * 続いた操作をまとめる。同じ語にする改めは「「A」及び「B」を「C」に改める」、
 * 同じ改めの続く場所は「第一項及び第三項中」「第二項から第四項までの規定中」と並べる。
 */
export function joinOperations(steps: readonly WordStep[], locations: readonly Location[]): Operation[] {
  const groups: { scopes: WordScope[]; actions: Action[] }[] = [];
  for (let i = 0; i < steps.length; ) {
    let end = i + 1;
    while (end < steps.length && sameLocation(steps[end]!.scope.location, steps[i]!.scope.location)) end += 1;
    const actions = sharedWords(steps.slice(i, end));
    const last = groups.at(-1);
    if (last && JSON.stringify(last.actions) === JSON.stringify(actions) && last.scopes.every((s) => disjoint(s, steps[i]!.scope))) last.scopes.push(steps[i]!.scope);
    else groups.push({ scopes: [steps[i]!.scope], actions });
    i = end;
  }
  return groups.flatMap(({ scopes, actions }) => {
    const targets = targetsOf(scopes.map((s) => s.location), locations);
    return actions.map((action) => ({ targets, action }));
  });
}

const disjoint = (a: WordScope, b: WordScope): boolean => a.runs.every((r) => !b.runs.includes(r));

/** 同じ場所の操作。同じ語に替わるもの、同じ語を加えるもの、続けて削るものは、引用を並べる。 */
function sharedWords(steps: readonly WordStep[]): Action[] {
  const actions: Action[] = [];
  for (const { found: { kind, quote, to }, joins } of steps) {
    const last = joins ? actions.at(-1) : undefined;
    const word = { text: quote };
    if (last?.kind === 'replaceWords') actions[actions.length - 1] = { ...last, words: [...last.words, word] };
    else if (last?.kind === 'insertWords') actions[actions.length - 1] = { ...last, after: [...last.after, word] };
    else if (last?.kind === 'deleteWords') actions[actions.length - 1] = { ...last, words: [...last.words, word] };
    else if (kind === 'delete') actions.push({ kind: 'deleteWords', words: [word] });
    else if (kind === 'insert') actions.push({ kind: 'insertWords', after: [word], text: to });
    else actions.push({ kind: 'replaceWords', words: [word], to });
  }
  return actions;
}

function positions(text: string, quote: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + quote.length)) found.push(at);
  return found;
}

const RANGED: ReadonlySet<Step['kind']> = new Set<Step['kind']>(['paragraph', 'item', 'subitem']);

/** 三つ以上続いた項や号は「から…まで」。 */
function targetsOf(list: readonly Location[], locations: readonly Location[]): Target[] {
  const targets: Target[] = [];
  for (let i = 0; i < list.length; ) {
    let end = i;
    while (end + 1 < list.length && follows(list[end]!, list[end + 1]!, locations)) end += 1;
    if (end - i >= 2) targets.push({ from: list[i]!, through: list[end]! });
    else for (let k = i; k <= end; k += 1) targets.push({ from: list[k]! });
    i = end + 1;
  }
  return targets;
}

/** 同じ親の、すぐ次の項や号か。 */
function follows(a: Location, b: Location, locations: readonly Location[]): boolean {
  if (a.length !== b.length || !RANGED.has(a.at(-1)!.kind) || !sameLocation(a.slice(0, -1), b.slice(0, -1))) return false;
  const siblings: string[] = [];
  for (const l of locations) {
    if (l.length < a.length || !sameLocation(l.slice(0, a.length - 1), a.slice(0, -1)) || l[a.length - 1]!.kind !== a.at(-1)!.kind) continue;
    const key = locationKey([l[a.length - 1]!]);
    if (siblings.at(-1) !== key) siblings.push(key);
  }
  const at = siblings.indexOf(locationKey([a.at(-1)!]));
  return siblings[at + 1] === locationKey([b.at(-1)!]);
}
