import { readRun, writeRun } from '../run.js';
import type { Piece } from '../trace.js';
import { freeze, runText, thaw, touch, type DraftNode } from './draft-tree.js';
import { editPieces, onlyDifference, textOfPieces, type RunEdit } from './edit-pieces.js';
import type { ApplySession } from './session.js';

/** run を書き換え、元の文字と加えた文字を控える。 */
export function editRun(session: ApplySession, run: DraftNode, edits: readonly RunEdit[]): void {
  if (edits.length === 0) return;
  const { operation } = session;
  const pieces = editPieces(piecesOf(session, run), edits, operation);
  const wanted = textOfPieces(pieces);
  const text = setText(session, run, wanted);
  session.runs.set(run.id, text === wanted ? pieces : editPieces(pieces, [onlyDifference(wanted, text)], operation));
  session.runNodes.set(run.id, run);
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

/** 図だけの run の印字（run.ts）の、字句として改められる範囲（図の名） */
export const figureName = (text: string): { readonly start: number; readonly end: number } => ({ start: '［図 '.length, end: text.length - 1 });

/** 印字を text にする。木に直したときの印字を返す（文の間の余った改行などは、木には残らない）。 */
function setText(session: ApplySession, run: DraftNode, text: string): string {
  touch(run);
  delete run.folded;
  delete run.printed;
  if (run.tag === 'Fig') {
    const { start, end } = figureName(text);
    run.attr = { ...run.attr, src: text.slice(start, end) };
  } else {
    const written = readRun(freeze(run), text, session.newId);
    run.children = written.children.map((child) => (typeof child === 'string' ? child : thaw(child, run)));
  }
  run.printed = writeRun(run);
  return run.printed;
}
