import { textOf } from '../../text/element.js';
import type { Target } from '../location.js';
import type { Action } from '../operation.js';
import { detach, findOutermost, insertAfter, kids, runText, thaw, type DraftNode } from './draft-tree.js';
import { foldName } from './fold-name.js';
import { rewriteRun } from './mark-run.js';
import type { Scope } from './scope.js';
import type { ApplySession } from './session.js';
import { tablesIn } from './table-scope.js';

/** 表の断片「｜ウ　…｜…｜」。けい線ごと引用した、表の一行又はその一部の欄。 */
export const isFragment = (text: string): boolean => /^｜.*｜$/s.test(text) && !text.includes('《') && text.length > 2;

const cellsIn = (fragment: string): string[] => fragment.slice(1, -1).split('｜');

interface FragmentMatch {
  readonly row: DraftNode;
  readonly cells: readonly DraftNode[];
}

/** 断片に当たる行の欄。欄の並びがそのまま続くこと。 */
function matchesOf(scope: Scope, fragment: string): FragmentMatch[] {
  const wanted = cellsIn(fragment).map(foldName);
  const rows = scope.nodes.some((n) => n.tag === 'TableRow') ? scope.nodes : tablesIn(scope).flatMap((t) => findOutermost(t, (n) => n.tag === 'TableRow'));
  return rows.flatMap((row) => {
    const cells = kids(row);
    for (let at = 0; at + wanted.length <= cells.length; at += 1) {
      const part = cells.slice(at, at + wanted.length);
      if (part.every((c, i) => foldName(textOf(c)) === wanted[i])) return [{ row, cells: part }];
    }
    return [];
  });
}

type WordAction = Extract<Action, { readonly kind: 'replaceWords' | 'insertWords' | 'deleteWords' }>;

/** 表の断片を改める・その下に加える・削る。元も新しいのも、表の構造に戻せるときだけ。 */
export function replaceRows(session: ApplySession, target: Target, scope: Scope, action: WordAction): boolean {
  const quotes = action.kind === 'insertWords' ? action.after : action.words;
  const text = action.kind === 'replaceWords' ? action.to : action.kind === 'insertWords' ? action.text : '';
  if (text !== '' && !isFragment(text)) return session.refuseScope(target.from, action.kind);
  const cells = text === '' ? [] : cellsIn(text);
  for (const quote of quotes) {
    const found = matchesOf(scope, quote.text);
    if (found.length === 0) return session.refuse('amendment.words-not-found', target.from, { words: quote.text, location: session.nameOf(target), elsewhere: '' });
    if (found.length > 1) return session.refuse('amendment.location-ambiguous', target.from, { location: `${session.nameOf(target)}中「${quote.text}」`, count: found.length });
    const { row, cells: old } = found[0]!;
    if (action.kind === 'insertWords') insertRow(session, row, cells);
    else if (text === '' && old.length === kids(row).length) deleteRow(session, row);
    else if (text === '') for (const cell of old) rewriteRun(session, cell, '');
    else if (cells.length !== old.length) return session.refuseScope(target.from, action.kind);
    else old.forEach((cell, i) => runText(cell) === cells[i] || rewriteRun(session, cell, cells[i]!));
  }
  return true;
}

function deleteRow(session: ApplySession, row: DraftNode): void {
  session.trace(row, 'deleted');
  detach(row);
}

function insertRow(session: ApplySession, after: DraftNode, texts: readonly string[]): void {
  const models = kids(after);
  const cells = texts.map((t, i) => {
    const { rowspan: _, ...attr } = models[i]?.attr ?? {};
    return { tag: 'TableColumn' as const, id: session.newId(), attr, children: [{ tag: 'Sentence' as const, id: session.newId(), attr: {}, children: t === '' ? [] : [t] }] };
  });
  const row = thaw({ tag: 'TableRow', id: session.newId(), attr: after.attr, children: cells }, null);
  insertAfter(after, [row]);
  session.addedBy.set(row.id, session.operation);
  session.trace(row, 'added');
}
