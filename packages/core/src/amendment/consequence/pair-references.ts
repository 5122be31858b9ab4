import { diffSequences } from '../diff/words/diff-sequences.js';
import { scanReferences, type Reference } from './scan-references.js';

/** 旧と新の同じ run の、手を入れられていない同じ参照。 */
export interface ReferencePair {
  readonly base: Reference;
  readonly next: Reference;
  /** 「第三条第一項及び第二項」の第二項のように、前の参照を受けるときの、その組（並びの番号） */
  readonly after?: number;
}

/** 参照の位置に置く印。語が違っても、位置で対応させる */
const HOLE = '\ufffc';

/**
 * 参照をみな同じ印に置き換えた文字列どうしを比べ、同じ位置の参照を組にする。
 * 起案した人が語を書き換えた参照（前条 → 第三条）は、既に手当てされたものなので changed に印を付ける。
 */
export function pairReferences(before: string, after: string): (ReferencePair & { readonly changed: boolean })[] {
  const base = scanReferences(before);
  const next = before === after ? base : scanReferences(after);
  if (base.length === 0 || next.length === 0) return [];
  if (base === next) return base.map((reference) => ({ base: reference, next: reference, changed: false, ...(reference.after === undefined ? {} : { after: reference.after }) }));
  const a = masked(before, base);
  const b = masked(after, next);
  const partner = new Map<number, number>();
  let [i, j] = [0, 0];
  for (const edit of [...diffSequences(a.symbols, b.symbols), { aStart: a.symbols.length, aEnd: a.symbols.length, bStart: b.symbols.length, bEnd: b.symbols.length }]) {
    for (; i < edit.aStart; i += 1, j += 1) {
      const [from, to] = [a.holes.get(i), b.holes.get(j)];
      if (from !== undefined && to !== undefined) partner.set(to, from);
    }
    [i, j] = [edit.aEnd, edit.bEnd];
  }
  const at = new Map<number, number>();
  const pairs: (ReferencePair & { readonly changed: boolean })[] = [];
  next.forEach((reference, n) => {
    const from = partner.get(n);
    if (from === undefined) return;
    at.set(n, pairs.length);
    const after = reference.after === undefined ? undefined : at.get(reference.after);
    pairs.push({ base: base[from]!, next: reference, changed: base[from]!.text !== reference.text, ...(after === undefined ? {} : { after }) });
  });
  return pairs;
}

function masked(text: string, references: readonly Reference[]): { symbols: string[]; holes: Map<number, number> } {
  const symbols: string[] = [];
  const holes = new Map<number, number>();
  let at = 0;
  references.forEach((reference, n) => {
    for (; at < reference.start; at += 1) symbols.push(text[at]!);
    holes.set(symbols.length, n);
    symbols.push(HOLE);
    at = reference.end;
  });
  for (; at < text.length; at += 1) symbols.push(text[at]!);
  return { symbols, holes };
}
