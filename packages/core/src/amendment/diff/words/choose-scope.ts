import type { Location, SentencePart, Step } from '../../location.js';
import type { DraftingProfile } from '../../profile.js';
import { chooseInTable } from './choose-table-scope.js';
import { findQuote, type FoundQuote } from './find-quote.js';
import type { RunState } from './run-state.js';
import { isCaption, type ScopeIndex, type WordScope } from './word-scope.js';

/** 選んだ場所と引用 */
export interface Chosen {
  readonly scope: WordScope;
  readonly found: FoundQuote;
}

/**
 * run の変わり目 first〜last を言う場所を選ぶ。最も細かい場所で呼び、
 * ただし書はただし書と、号などにも当たってしまう語は各号列記以外の部分と、見出しと本文で同じ語は「（見出しを含む。）」と言う。
 */
export function choose(run: RunState, first: number, last: number, index: ScopeIndex, profile: DraftingProfile): Chosen | undefined {
  const { location } = run;
  const inTable = chooseInTable(run, first, last, index, profile);
  if (inTable) return inTable;
  const under = isCaption(location) ? [run] : index.under(location);
  const whole: WordScope = { location, runs: under };
  const found = findQuote(run, first, last, whole, profile);
  if (isCaption(location)) return withBody(run, first, last, index, profile) ?? (found && { scope: whole, found });
  const alone = under.filter((s) => s.location.length === location.length).length === 1;
  return (alone ? inSentence(run, first, last, found, profile) : undefined) ?? inLead(run, first, last, whole, found, profile) ?? (found && { scope: whole, found });
}

/** 見出しと本文の変わり目がすべて同じ改めで済むなら「第四条（見出しを含む。）中」。 */
function withBody(run: RunState, first: number, last: number, index: ScopeIndex, profile: DraftingProfile): Chosen | undefined {
  if (run.location.at(-1)!.kind !== 'caption') return undefined;
  const holder = run.location.slice(0, -1);
  const body = index.under(holder);
  const changed = body.filter((s) => s.pending !== undefined);
  if (changed.length === 0 || holder.at(-1)?.kind !== 'article' || body.some((s) => s.rewritten || s.location.some((step) => step.kind === 'paragraph'))) return undefined;
  const scope: WordScope = { location: [...holder, { kind: 'captionIncluded' }], runs: [run, ...body] };
  const found = findQuote(run, first, last, scope, profile);
  const finished = (s: RunState) => s.diff.edits.every((_, i) => s.isDone(i) || found!.consumed.get(s)?.includes(i));
  return found && [run, ...changed].every(finished) ? { scope, found } : undefined;
}

const PROVISION: ReadonlySet<Step['kind']> = new Set<Step['kind']>(['article', 'paragraph', 'item', 'subitem', 'suppl']);
const HALVES: readonly (readonly [SentencePart, SentencePart])[] = [['本文', 'ただし書'], ['前段', '後段']];

/** ただし書の語はただし書と言う。本文・前段・後段は、両方に別の変わり目があるときだけ言う。 */
function inSentence(run: RunState, first: number, last: number, found: FoundQuote | undefined, profile: DraftingProfile): Chosen | undefined {
  if (!PROVISION.has(run.location.at(-1)?.kind ?? 'main')) return undefined;
  const { edits, before } = run.diff;
  const [start, end] = [run.rangeOf(first).start, run.rangeOf(last).end];
  for (const halves of HALVES) {
    const [front, back] = [run.part(halves[0]), run.part(halves[1])];
    if (!front || !back || front.end !== back.start || back.end !== run.text.length) continue;
    const at = start >= back.start && end <= back.end ? 1 : end <= front.end ? 0 : undefined;
    if (at === undefined) return undefined;
    const elsewhere = (i: number) => (at === 1 ? run.rangeOf(i).start < front.end : run.rangeOf(i).start >= back.start);
    const shared = found?.consumed.get(run)?.some(elsewhere);
    // 両方に同じ改めがあれば、文を言わずにまとめて言うものがあるので、本文・前段の名は使わない
    const change = (i: number) => `${before.slice(edits[i]!.start, edits[i]!.end)}→${edits[i]!.text}`;
    const others = new Set(edits.flatMap((_, i) => (elsewhere(i) ? [change(i)] : [])));
    const alike = edits.some((_, i) => !elsewhere(i) && others.has(change(i)));
    const named = halves[at] === 'ただし書' || (!alike && edits.some((_, i) => elsewhere(i)));
    if (shared || !named) return undefined;
    const scope: WordScope = { location: [...run.location, { kind: 'sentence', part: halves[at]! }], runs: [run], part: halves[at]! };
    const inside = findQuote(run, first, last, scope, profile);
    // 号などの同じ語もまとめて改まるなら、文を言わずに広く言う
    if (!inside || (found && consumedEdits(found) > consumedEdits(inside))) return undefined;
    return { scope, found: inside };
  }
  return undefined;
}

const consumedEdits = (found: FoundQuote): number => [...found.consumed.values()].reduce((n, list) => n + list.length, 0);

/** 柱書の語が号にも当たってしまうときだけ「各号列記以外の部分」。表にだけ当たるなら「表以外の部分」。 */
function inLead(run: RunState, first: number, last: number, whole: WordScope, found: FoundQuote | undefined, profile: DraftingProfile): Chosen | undefined {
  const depth = run.location.length;
  if (found?.natural || whole.runs.length === 1) return undefined;
  const below = (kind: Step['kind']) => whole.runs.some((s) => s.location[depth]?.kind === kind);
  const step: Step | undefined = below('item') && !below('table') ? { kind: 'lead' } : below('table') && !below('item') ? { kind: 'outsideTable' } : undefined;
  if (!step) return undefined;
  const runs = whole.runs.filter((s) => s.location.length === depth || (step.kind === 'outsideTable' && s.location[depth]!.kind !== 'table'));
  if (step.kind === 'lead' && runs.length > 1) return undefined;
  const scope: WordScope = { location: [...run.location, step] satisfies Location, runs };
  const narrow = findQuote(run, first, last, scope, profile);
  return narrow && (!found || narrow.quote.length < found.quote.length) ? { scope, found: narrow } : undefined;
}
