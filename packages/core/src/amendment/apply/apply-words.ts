import type { NodeId } from '../../text/element.js';
import type { Location, Target } from '../location.js';
import type { Action, Quote } from '../operation.js';
import { collectRuns, kidOf, runFolded, runText, type DraftNode } from './draft-tree.js';
import { findFolded, findQuote } from './find-quote.js';
import { foldWords } from './fold-words.js';
import { locationOf } from './location-of.js';
import type { RunEdit } from './edit-pieces.js';
import { editRun, figureName, piecesOf } from './mark-run.js';
import { spansOf, type Scope, type Span } from './scope.js';
import { isFragment, replaceRows } from './row-fragment.js';
import type { TextRange } from './sentence-part.js';
import type { ApplySession } from './session.js';
import { applyTocWords } from './toc-words.js';
import { cutWord } from './word-cut.js';

type WordAction = Extract<Action, { readonly kind: 'replaceWords' | 'insertWords' | 'deleteWords' }>;

/** 場所全体に及ぶのが当たり前で、幾つ当たっても確かめを求めない場所 */
const WHOLE: ReadonlySet<Scope['kind']> = new Set<Scope['kind']>(['main', 'suppl', 'toc', 'group', 'appendix', 'table', 'column', 'part']);

/** 字句を改める・加える・削る。場所の中の、引用に当たる字句すべてに及ぶ。 */
export function applyWords(session: ApplySession, target: Target, scope: Scope, action: WordAction): boolean {
  const quotes = action.kind === 'insertWords' ? action.after : action.words;
  if (quotes.some((q) => isFragment(q.text))) return replaceRows(session, target, scope, action);
  const inToc = applyTocWords(session, target, scope, action);
  if (inToc !== undefined) return inToc;
  const spans = spansOf(scope);
  const found = new Map<DraftNode, RunEdit[]>();
  let missing = false;
  for (const quote of quotes) {
    const matches = findIn(session, spans, quote);
    if (matches.length === 0) {
      missing = true;
      refuseMissing(session, target, quote);
      continue;
    }
    if (quote.until !== undefined && matches.length > 1) {
      missing = true;
      session.refuse('amendment.location-ambiguous', target.from, { location: `${session.nameOf(target)}中「${quote.text}」から「${quote.until}」まで`, count: matches.length });
      continue;
    }
    report(session, target, scope, quote, matches);
    for (const match of matches) {
      const edits = found.get(match.run) ?? [];
      edits.push(editOf(action, match));
      found.set(match.run, edits);
    }
  }
  if (missing) return false;
  for (const [run, edits] of found) editRun(session, run, withoutOverlap(edits));
  return true;
}

interface Match extends TextRange {
  readonly run: DraftNode;
  readonly folded: boolean;
}

function editOf(action: WordAction, { start, end }: Match): RunEdit {
  if (action.kind === 'insertWords') return { start: end, end, text: action.text };
  return { start, end, text: action.kind === 'replaceWords' ? action.to : '' };
}

/** 前から順に、重なるものは先の（同じ所なら長い）引用を採る。 */
function withoutOverlap(edits: readonly RunEdit[]): RunEdit[] {
  const kept: RunEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || edit.start >= last.end) kept.push(edit);
  }
  return kept;
}

/**
 * 引用の当たる所。同じ文（改正規定）の前の操作が加えた文字には当てない
 * （「「A」の下に「及びB」を加え、「及び」を「並びに」に改める」の「及び」は元の字句である）。
 * 元の字句に無いときだけ、加えた文字も含めて探す。
 */
function findIn(session: ApplySession, spans: readonly Span[], quote: Quote): Match[] {
  // 大きな法令の本則中などでは、まず引用を含む run だけに絞る
  const exact = spans.filter(({ run }) => runText(run).includes(quote.text));
  const even = foldWords(quote.text).text;
  const candidates = exact.length > 0 ? exact : spans.filter(({ run }) => even !== '' && runFolded(run).text.includes(even));
  for (const folds of [false, true]) {
    for (const masks of [true, false]) {
      const found = candidates.flatMap((span) => matchesIn(span, quote, masks ? maskedText(session, span) : runText(span.run), folds));
      if (found.length > 0) return found;
    }
  }
  return [];
}

function matchesIn({ run, start, end }: Span, quote: Quote, text: string, folds: boolean): Match[] {
  if (text.length < quote.text.length && !folds) return [];
  const part = start === 0 && end === text.length ? text : text.slice(start, end);
  const ranges = folds ? findFolded(part, part === runText(run) ? runFolded(run) : foldWords(part), quote) : findQuote(part, quote);
  const found = ranges.map((r) => ({ run, folded: folds, start: r.start + start, end: r.end + start }));
  if (run.tag !== 'Fig') return found;
  // 図は、その名のほかに改める字句を持たない
  const name = figureName(text);
  return found.filter((m) => m.start >= name.start && m.end <= name.end);
}

/** この文で加えた文字を、どの引用にも当たらない字に替えた印字 */
function maskedText(session: ApplySession, { run }: Span): string {
  const pieces = session.runs.get(run.id);
  if (!pieces?.some((p) => p.addedBy !== undefined && p.addedBy >= session.provisionStart && p.removedBy === undefined)) return runText(run);
  return piecesOf(session, run)
    .filter((p) => p.removedBy === undefined)
    .map((p) => (p.addedBy !== undefined && p.addedBy >= session.provisionStart ? '\u0000'.repeat(p.text.length) : p.text))
    .join('');
}

function refuseMissing(session: ApplySession, target: Target, quote: Quote): void {
  const words = wordsOf(quote);
  session.refuse('amendment.words-not-found', target.from, { words, location: session.nameOf(target), elsewhere: elsewhere(session, quote) });
}

const wordsOf = ({ text, until }: Quote): string => (until === undefined ? text : `${text}」から「${until}`);

/** その字句がある別の場所（文書順で初めの一つ） */
function elsewhere(session: ApplySession, quote: Quote): string {
  if (session.errors.length > 20) return '';
  for (const run of collectRuns(session.body)) {
    if (quote.text === '' || !runText(run).includes(quote.text)) continue;
    const location = locationOf(run, session);
    if (location.length > 0) return session.name(location);
  }
  return '';
}

function report(session: ApplySession, target: Target, scope: Scope, quote: Quote, matches: readonly Match[]): void {
  const { from } = target;
  const words = wordsOf(quote);
  const location = session.nameOf(target);
  const node: { readonly node: NodeId } = { node: matches[0]!.run.id };
  if (matches.length > 1 && !target.through && !WHOLE.has(scope.kind)) session.warn('amendment.words-repeated', from, { words, location, count: matches.length }, node);
  const folded = matches.find((m) => m.folded);
  if (folded) session.warn('amendment.folded-match', from, { words, location }, { ...node, found: runText(folded.run).slice(folded.start, folded.end) });
  for (const match of matches) {
    const around = cutWord(runText(match.run), match);
    if (around === undefined) continue;
    session.warn('amendment.word-cut', from, { words, location, around }, node);
    break;
  }
  captionUntouched(session, from, scope, quote, words);
}

/** 条や項を指すだけでは見出しに及ばない。同じ字句が見出しにもあれば知らせる。 */
function captionUntouched(session: ApplySession, from: Location, scope: Scope, quote: Quote, words: string): void {
  if (scope.captions || (scope.kind !== 'article' && scope.kind !== 'paragraph')) return;
  for (const holder of scope.nodes) {
    const caption = kidOf(holder, 'ArticleCaption', 'ParagraphCaption');
    if (caption && runText(caption).includes(quote.text)) session.warn('amendment.caption-untouched', from, { words, location: session.name(from) }, { node: caption.id });
  }
}
