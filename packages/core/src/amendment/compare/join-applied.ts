import type { LawDocument, NodeId } from '../../text/element.js';
import type { Applied, Piece } from '../trace.js';

/** 続けて当てた一つ。operations はその改め文の操作の数 */
export interface AppliedStep {
  readonly applied: Applied;
  readonly operations: number;
}

/**
 * 続けて当てた幾つかの改め文を、初めの本文から終わりの本文への一つの跡にまとめる。操作は通し番号になる。
 * 一つの改め文としては当てられない続き（全部改めてから、別の改め文で移すなど）でも、対照表を作れるように。
 */
export function joinApplied(base: LawDocument, steps: readonly AppliedStep[]): Applied {
  let joined: Applied = { document: base, trace: { entries: [], runs: new Map() }, findings: [] };
  let before = 0;
  for (const { applied, operations } of steps) {
    joined = join(joined, applied, before);
    before += operations;
  }
  return joined;
}

function join(first: Applied, second: Applied, before: number): Applied {
  const runs = new Map<NodeId, readonly Piece[]>(first.trace.runs);
  for (const [node, pieces] of second.trace.runs) {
    const later = pieces.map((piece) => renumber(piece, before));
    const earlier = runs.get(node);
    runs.set(node, earlier ? joinPieces(earlier, later) : later);
  }
  return {
    document: second.document,
    trace: { entries: [...first.trace.entries, ...second.trace.entries.map((entry) => ({ ...entry, operation: entry.operation + before }))], runs },
    findings: [...first.findings, ...second.findings],
  };
}

function renumber({ text, addedBy, removedBy }: Piece, before: number): Piece {
  return { text, ...(addedBy === undefined ? {} : { addedBy: addedBy + before }), ...(removedBy === undefined ? {} : { removedBy: removedBy + before }) };
}

/**
 * 元→途中→後の文字の由来を重ねる。途中にある文字だけが両方の跡に現れるので、それを一字ずつ突き合わせて進む。
 * 途中の文字が食い違えば（run が丸ごと替わった）、元の文字をすべて削り、後の文字をすべて加えたとみる。
 */
function joinPieces(earlier: readonly Piece[], later: readonly Piece[]): Piece[] {
  const between = earlier.filter((p) => p.removedBy === undefined);
  if (textOf(between) !== textOf(later.filter((p) => p.addedBy === undefined))) return replacedWhole(earlier, later);
  const joined: Piece[] = [];
  const queue = [...earlier];
  let at = 0;
  let offset = 0;
  const takeRemoved = (): void => {
    for (; at < queue.length && queue[at]!.removedBy !== undefined; at += 1) joined.push(queue[at]!);
  };
  for (const piece of later) {
    takeRemoved();
    if (piece.addedBy !== undefined) {
      joined.push(piece);
      continue;
    }
    for (let left = piece.text; left !== ''; ) {
      takeRemoved();
      const source = queue[at]!;
      const text = source.text.slice(offset, offset + left.length);
      joined.push({ text, ...(source.addedBy === undefined ? {} : { addedBy: source.addedBy }), ...(piece.removedBy === undefined ? {} : { removedBy: piece.removedBy }) });
      left = left.slice(text.length);
      offset += text.length;
      if (offset === source.text.length) {
        at += 1;
        offset = 0;
      }
    }
  }
  takeRemoved();
  return joined;
}

const textOf = (pieces: readonly Piece[]): string => pieces.map((p) => p.text).join('');

function replacedWhole(earlier: readonly Piece[], later: readonly Piece[]): Piece[] {
  const by = [...earlier, ...later].flatMap((p) => p.addedBy ?? p.removedBy ?? []).at(-1) ?? 0;
  const old = textOf(earlier.filter((p) => p.addedBy === undefined));
  const next = textOf(later.filter((p) => p.removedBy === undefined));
  return [{ text: old, removedBy: by }, { text: next, addedBy: by }];
}
