import type { Location, SentencePart, Step } from '../../location.js';
import type { RunState } from './run-state.js';

/** 字句の操作の場所と、そこに入る run。part があれば、その run の一部だけ。 */
export interface WordScope {
  readonly location: Location;
  readonly runs: readonly RunState[];
  readonly part?: SentencePart;
}

/** 引用が当たった所（今の印字の位置） */
export interface Hit {
  readonly run: RunState;
  readonly at: number;
}

/** 場所の中の、その字句のある所を前から順に。重なる所は数えない。 */
export function* hitsIn(scope: WordScope, quote: string): Generator<Hit> {
  for (const run of scope.runs) {
    const { text } = run;
    const range = scope.part === undefined ? { start: 0, end: text.length } : run.part(scope.part);
    if (!range) continue;
    for (let at = text.indexOf(quote, range.start); at >= 0 && at + quote.length <= range.end; at = text.indexOf(quote, at + quote.length)) yield { run, at };
  }
}

const CAPTION: ReadonlySet<Step['kind']> = new Set<Step['kind']>(['caption', 'sharedCaption']);

export const isCaption = (location: Location): boolean => CAPTION.has(location.at(-1)?.kind ?? 'main');

export const locationKey = (location: Location): string => JSON.stringify(location);

export const sameLocation = (a: Location, b: Location): boolean => a.length === b.length && locationKey(a) === locationKey(b);

/** run を場所から引く。 */
export class ScopeIndex {
  readonly #under = new Map<string, RunState[]>();
  readonly #changedUnits = new Map<string, number>();

  constructor(states: readonly RunState[]) {
    const keys = new Map<Location, readonly string[]>();
    for (const state of states) {
      // 同じ場所の run が続くことが多い
      const known = keys.get(state.location) ?? state.location.map((_, i) => locationKey(state.location.slice(0, i + 1)));
      keys.set(state.location, known);
      const captions = state.location.at(-1);
      known.forEach((key, depth) => {
        // 条や項を指すだけでは、その見出しに及ばない
        if (captions && CAPTION.has(captions.kind) && depth === state.location.length - 2) return;
        const list = this.#under.get(key);
        if (list) list.push(state);
        else this.#under.set(key, [state]);
      });
    }
  }

  /** その場所を指せば及ぶ run */
  under(location: Location): readonly RunState[] {
    return this.#under.get(locationKey(location)) ?? [];
  }

  /** その場所の中の、変わる項や表の数 */
  changedUnits(location: Location): number {
    const key = locationKey(location);
    let count = this.#changedUnits.get(key);
    if (count === undefined) {
      count = new Set(this.under(location).filter((s) => s.diff.edits.length > 0 && !s.rewritten).map((s) => unitKey(s.location))).size;
      this.#changedUnits.set(key, count);
    }
    return count;
  }
}

/** 項までの場所。項の外（区分の題名、表全体の欄）なら、その場所 */
export function unitKey(location: Location): string {
  const row = location.findIndex((s) => s.kind === 'row');
  return locationKey(row < 0 ? location : location.slice(0, row + 1));
}
