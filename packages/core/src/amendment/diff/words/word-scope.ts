import { sentencePart } from '../../apply/sentence-part.js';
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
export function hitsIn(scope: WordScope, quote: string): Hit[] {
  const hits: Hit[] = [];
  for (const run of scope.runs) {
    const range = scope.part === undefined ? { start: 0, end: run.text.length } : sentencePart(run.text, scope.part);
    if (!range) continue;
    for (let at = run.text.indexOf(quote, range.start); at >= 0 && at + quote.length <= range.end; at = run.text.indexOf(quote, at + quote.length)) hits.push({ run, at });
  }
  return hits;
}

const CAPTION: ReadonlySet<Step['kind']> = new Set<Step['kind']>(['caption', 'sharedCaption']);

export const isCaption = (location: Location): boolean => CAPTION.has(location.at(-1)?.kind ?? 'main');

/** その場所を指せば及ぶ run。条や項を指すだけでは、その見出しに及ばない。 */
export function runsUnder(location: Location, states: readonly RunState[]): RunState[] {
  const keys = location.map(stepKey);
  return states.filter((s) => keys.every((k, i) => s.location[i] !== undefined && stepKey(s.location[i]!) === k)
    && (s.location.length === location.length || !CAPTION.has(s.location[location.length]!.kind)));
}

export const stepKey = (step: Step): string => JSON.stringify(step);

export const sameLocation = (a: Location, b: Location): boolean => a.length === b.length && a.every((s, i) => stepKey(s) === stepKey(b[i]!));
