import type { Piece } from '../trace.js';
import { readRun } from '../run.js';
import { freeze, runText, thaw, touch, type DraftNode } from './draft-tree.js';
import type { ApplySession } from './session.js';

/** run の印字の一か所を書き換える。start = end なら加えるだけ、text が空なら削るだけ。 */
export interface RunEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** run を書き換え、元の文字と加えた文字を控える。edits は重ならず、前から順。 */
export function editRun(session: ApplySession, run: DraftNode, edits: readonly RunEdit[]): void {
  if (edits.length === 0) return;
  const before = piecesOf(session, run);
  const after: Piece[] = [];
  let at = 0;
  let next = 0;
  const operation = session.operation;
  const addUpTo = (position: number): void => {
    for (; next < edits.length && edits[next]!.end <= position; next += 1) if (edits[next]!.text !== '') push(after, { text: edits[next]!.text, addedBy: operation });
  };
  for (const piece of before) {
    if (piece.removedBy !== undefined) {
      push(after, piece);
      continue;
    }
    let rest = piece.text;
    while (rest !== '') {
      addUpTo(at);
      const edit = edits[next];
      const inside = edit !== undefined && at >= edit.start;
      const stop = edit === undefined ? Infinity : inside ? edit.end : edit.start;
      const taken = rest.slice(0, Math.min(rest.length, stop - at));
      push(after, inside ? { ...piece, text: taken, removedBy: operation } : { ...piece, text: taken });
      rest = rest.slice(taken.length);
      at += taken.length;
    }
  }
  addUpTo(Infinity);
  session.runs.set(run.id, after);
  session.runNodes.set(run.id, run);
  setText(session, run, after.filter((p) => p.removedBy === undefined).map((p) => p.text).join(''));
  session.trace(run, 'words');
}

/** run の印字をすべて置き換える（題名・見出しなど）。 */
export const rewriteRun = (session: ApplySession, run: DraftNode, text: string): void => editRun(session, run, [{ start: 0, end: runText(run).length, text }]);

/** 今の文字の由来。初めて触れる run なら、一続きの元の文字。 */
export function piecesOf(session: ApplySession, run: DraftNode): readonly Piece[] {
  const known = session.runs.get(run.id);
  if (known) return known;
  const text = runText(run);
  if (text === '') return [];
  const addedBy = session.adder(run);
  return [addedBy === undefined ? { text } : { text, addedBy }];
}

/** 同じ由来の文字はつなぐ。 */
function push(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (last && last.addedBy === piece.addedBy && last.removedBy === piece.removedBy) pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
  else if (piece.text !== '') pieces.push(piece);
}

/** 図だけの run の印字（run.ts）の、字句として改められる範囲（図の名） */
export const figureName = (text: string): { readonly start: number; readonly end: number } => ({ start: '［図 '.length, end: text.length - 1 });

function setText(session: ApplySession, run: DraftNode, text: string): void {
  run.printed = text;
  touch(run);
  if (run.tag === 'Fig') {
    const { start, end } = figureName(text);
    run.attr = { ...run.attr, src: text.slice(start, end) };
    return;
  }
  const written = readRun(freeze(run), text, session.newId);
  run.children = written.children.map((child) => (typeof child === 'string' ? child : thaw(child, run)));
}
