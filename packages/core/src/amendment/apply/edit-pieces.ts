import type { Piece } from '../trace.js';

/** run の印字の一か所を書き換える。start = end なら加えるだけ、text が空なら削るだけ。 */
export interface RunEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** 文字の由来に、書き換えを重ねる。位置は今ある（削られていない）文字で数え、edits は重ならず、前から順。 */
export function editPieces(before: readonly Piece[], edits: readonly RunEdit[], operation: number): Piece[] {
  const after: Piece[] = [];
  let at = 0;
  let next = 0;
  const addUpTo = (position: number): void => {
    for (; next < edits.length && edits[next]!.end <= position; next += 1) push(after, { text: edits[next]!.text, addedBy: operation });
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
  return after;
}

/** 同じ由来の文字はつなぐ。 */
function push(pieces: Piece[], piece: Piece): void {
  if (piece.text === '') return;
  const last = pieces.at(-1);
  if (last && last.addedBy === piece.addedBy && last.removedBy === piece.removedBy) pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
  else pieces.push(piece);
}

/** 今ある文字 */
export const textOfPieces = (pieces: readonly Piece[]): string => pieces.filter((p) => p.removedBy === undefined).map((p) => p.text).join('');

/** from を to にする、一か所の書き換え。 */
export function onlyDifference(from: string, to: string): RunEdit {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  let tail = 0;
  while (tail < from.length - start && tail < to.length - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  return { start, end: from.length - tail, text: to.slice(start, to.length - tail) };
}
