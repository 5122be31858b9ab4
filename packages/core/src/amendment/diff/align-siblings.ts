import type { ProvisionNum } from '../../text/element.js';
import { compareNum, similarity, type Bigrams } from './provision-print.js';

/** 並べて比べる一つ。 */
export interface Sibling {
  readonly num: ProvisionNum | undefined;
  /** 番号を除いた印字（又はそれに付けた番号）。同じなら同じ規定 */
  readonly content: string | number;
  readonly bigrams: () => Bigrams;
}

export type Pair = readonly [base: number, next: number];

/** 番号が違っても同じ規定とみる似かた */
const ALIKE = 0.5;
/** 番号が同じなら同じ規定とみる似かた */
const ALIKE_AT_SAME_NUMBER = 0.3;
/** 一つずつ似かたを測る組の数の上限。これを超えたら番号で区切る */
const DENSE_LIMIT = 4000;

/**
 * 旧と新の並びの対応。順序は入れ替わらない（順序を越えて動いた規定は、削って加えたものとする）。
 * まず同じ印字、次に似た印字を対応させる。
 */
export function alignSiblings(base: readonly Sibling[], next: readonly Sibling[]): Pair[] {
  const same = (i: number, j: number) => base[i]!.content === next[j]!.content;
  let head = 0;
  while (head < base.length && head < next.length && same(head, head) && base[head]!.num === next[head]!.num) head += 1;
  let tail = 0;
  while (tail < base.length - head && tail < next.length - head && same(base.length - 1 - tail, next.length - 1 - tail)) tail += 1;
  const pairs: Pair[] = [];
  for (let i = 0; i < head; i += 1) pairs.push([i, i]);
  let fromBase = head;
  let fromNext = head;
  const anchors: Pair[] = uniqueAnchors(base, next, head, base.length - tail, next.length - tail);
  for (const anchor of [...anchors, [base.length - tail, next.length - tail] as const]) {
    pairs.push(...alignGap(base, next, [fromBase, anchor[0]], [fromNext, anchor[1]]));
    if (anchor[0] < base.length - tail) pairs.push(anchor);
    fromBase = anchor[0] + 1;
    fromNext = anchor[1] + 1;
  }
  for (let k = tail; k > 0; k -= 1) pairs.push([base.length - k, next.length - k]);
  return pairs;
}

type Span = readonly [from: number, to: number];

/** 両方に一度だけ現れる同じ印字を、順序の入れ替わらないだけ多く採る。 */
function uniqueAnchors(base: readonly Sibling[], next: readonly Sibling[], from: number, toBase: number, toNext: number): Pair[] {
  const places = new Map<string | number, { base: number; next: number; many: boolean }>();
  for (let i = from; i < toBase; i += 1) {
    const seen = places.get(base[i]!.content);
    if (seen) seen.many = true;
    else places.set(base[i]!.content, { base: i, next: -1, many: false });
  }
  for (let j = from; j < toNext; j += 1) {
    const seen = places.get(next[j]!.content);
    if (!seen) continue;
    if (seen.next >= 0) seen.many = true;
    seen.next = j;
  }
  const found: Pair[] = [];
  for (const { base: i, next: j, many } of places.values()) if (!many && j >= 0) found.push([i, j]);
  return longestIncreasing(found);
}

/** base の順に並んだ組から、next の順も増えていく最も長い列。 */
export function longestIncreasing(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (let k = 0; k < pairs.length; k += 1) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < pairs[k]![1]) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? ends[low - 1]! : -1);
    ends[low] = k;
  }
  const chosen: Pair[] = [];
  for (let k = ends[ends.length - 1] ?? -1; k >= 0; k = before[k]!) chosen.push(pairs[k]!);
  return chosen.reverse();
}

function alignGap(base: readonly Sibling[], next: readonly Sibling[], inBase: Span, inNext: Span): Pair[] {
  const rows = inBase[1] - inBase[0];
  const columns = inNext[1] - inNext[0];
  if (rows <= 0 || columns <= 0) return [];
  if (rows * columns > DENSE_LIMIT) return alignByNumber(base, next, inBase, inNext);
  const scores = new Float64Array(rows * columns);
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) scores[r * columns + c] = likeness(base[inBase[0] + r]!, next[inNext[0] + c]!);
  }
  const best = new Float64Array((rows + 1) * (columns + 1));
  const at = (r: number, c: number) => r * (columns + 1) + c;
  for (let r = rows - 1; r >= 0; r -= 1) {
    for (let c = columns - 1; c >= 0; c -= 1) {
      const score = scores[r * columns + c]!;
      best[at(r, c)] = Math.max(best[at(r + 1, c)]!, best[at(r, c + 1)]!, score > 0 ? score + best[at(r + 1, c + 1)]! : 0);
    }
  }
  const pairs: Pair[] = [];
  for (let r = 0, c = 0; r < rows && c < columns; ) {
    const score = scores[r * columns + c]!;
    if (score > 0 && best[at(r, c)] === score + best[at(r + 1, c + 1)]!) {
      pairs.push([inBase[0] + r, inNext[0] + c]);
      r += 1;
      c += 1;
    } else if (best[at(r, c)] === best[at(r + 1, c)]) r += 1;
    else c += 1;
  }
  return pairs;
}

/** 対応させる値打ち。0 なら対応させない。 */
function likeness(a: Sibling, b: Sibling): number {
  const sameNumber = compareNum(a.num, b.num) === 0;
  const alike = a.content === b.content ? 1 : similarity(a.bigrams(), b.bigrams());
  if (alike < (sameNumber ? ALIKE_AT_SAME_NUMBER : ALIKE)) return 0;
  return alike + (sameNumber ? 0.2 : 0);
}

/** 長い並びが丸ごと変わったとき。同じ番号で似たものを区切りにする。 */
function alignByNumber(base: readonly Sibling[], next: readonly Sibling[], inBase: Span, inNext: Span): Pair[] {
  const byNumber = new Map<string, number>();
  for (let j = inNext[0]; j < inNext[1]; j += 1) if (next[j]!.num !== undefined && !byNumber.has(next[j]!.num!)) byNumber.set(next[j]!.num!, j);
  const found: Pair[] = [];
  for (let i = inBase[0]; i < inBase[1]; i += 1) {
    const { num } = base[i]!;
    const j = num === undefined ? undefined : byNumber.get(num);
    if (j !== undefined && likeness(base[i]!, next[j]!) > 0) found.push([i, j]);
  }
  return longestIncreasing(found);
}
