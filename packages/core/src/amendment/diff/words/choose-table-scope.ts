import type { Location } from '../../location.js';
import type { DraftingProfile } from '../../profile.js';
import { findQuote, type FoundQuote } from './find-quote.js';
import type { RunState } from './run-state.js';
import { locationKey, unitKey, sameLocation, type ScopeIndex, type WordScope } from './word-scope.js';

/** これより多くの項や表で同じ改めをするなら、並べずに表や別表の全体で言う */
const LISTED = 2;
/** 別表の全体を調べる字数の上限 */
const MAX_TABLE = 100_000;

/**
 * 表の語を言う場所。三つ以上の項や表で同じ改めなら「別表中」「別表1の表中」、
 * 関係条は「別表中」、項の中で変わる欄が一つなら欄を言わずに「アの項中」。
 */
export function chooseInTable(run: RunState, first: number, last: number, index: ScopeIndex, profile: DraftingProfile): { scope: WordScope; found: FoundQuote } | undefined {
  const { location } = run;
  const from = location.findIndex((s) => s.kind === 'appendix' || s.kind === 'table');
  if (from < 0) return undefined;
  const attempt = (at: Location): { scope: WordScope; found: FoundQuote } | undefined => {
    const scope = { location: at, runs: index.under(at) };
    const found = findQuote(run, first, last, scope, profile);
    return found?.natural ? { scope, found } : undefined;
  };
  if (location.at(-1)!.kind === 'relatedArticle') return attempt(location.slice(0, -1));
  const wide = widely(run, index, from, attempt);
  if (wide) return wide;
  if (location.at(-1)!.kind !== 'column' || location.at(-2)?.kind !== 'row') return undefined;
  const row = attempt(location.slice(0, -1));
  const others = row?.scope.runs.filter((s) => !sameLocation(s.location, location)) ?? [];
  return row && others.every((s) => s.diff.edits.every((_, i) => row.found.consumed.get(s)?.includes(i))) ? row : undefined;
}

function widely(run: RunState, index: ScopeIndex, from: number, attempt: (at: Location) => { scope: WordScope; found: FoundQuote } | undefined): { scope: WordScope; found: FoundQuote } | undefined {
  const { location } = run;
  const whole = location.slice(0, from + 1);
  if (index.changedUnits(whole) <= LISTED || index.under(whole).reduce((n, s) => n + s.text.length, 0) > MAX_TABLE) return undefined;
  const found = attempt(whole);
  if (!found) return undefined;
  const touched = [...found.found.consumed.keys()].map((s) => s.location);
  if (new Set(touched.map(unitKey)).size <= LISTED) return undefined;
  const common = touched.reduce((a, b) => a.slice(0, a.findIndex((s, i) => b[i] === undefined || locationKey([s]) !== locationKey([b[i]!])) >>> 0));
  return common.length > whole.length ? (attempt(common) ?? found) : found;
}
