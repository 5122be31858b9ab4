/** 二つの列の違い。a の [aStart, aEnd) が b の [bStart, bEnd) に替わる。 */
export interface SequenceEdit {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

/** これを超えて違う所は、細かく比べずに丸ごと替わったとみる（時間と記憶の上限） */
const MAX_DISTANCE = 600;

/**
 * 列の差分。共通の頭と尾を除き、双方に一度だけ現れる項目を足場に分け（patience）、残りを Myers で比べる。
 */
export function diffSequences(a: readonly string[], b: readonly string[]): SequenceEdit[] {
  const edits: SequenceEdit[] = [];
  const work: SequenceEdit[] = [{ aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length }];
  while (work.length > 0) {
    let { aStart, aEnd, bStart, bEnd } = work.pop()!;
    for (; aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart]; bStart += 1) aStart += 1;
    for (; aStart < aEnd && bStart < bEnd && a[aEnd - 1] === b[bEnd - 1]; bEnd -= 1) aEnd -= 1;
    if (aStart === aEnd && bStart === bEnd) continue;
    if (aStart === aEnd || bStart === bEnd) {
      edits.push({ aStart, aEnd, bStart, bEnd });
      continue;
    }
    const span = { aStart, aEnd, bStart, bEnd };
    const anchors = anchorsIn(a, b, span);
    if (anchors.length === 0) {
      edits.push(...shortestEdits(a, b, span));
      continue;
    }
    let [i, j] = [aStart, bStart];
    for (const [ai, bj] of anchors) {
      work.push({ aStart: i, aEnd: ai, bStart: j, bEnd: bj });
      [i, j] = [ai + 1, bj + 1];
    }
    work.push({ aStart: i, aEnd, bStart: j, bEnd });
  }
  return edits.sort((x, y) => x.aStart - y.aStart || x.bStart - y.bStart);
}

/** 一つずつでは一度だけ現れるものがないとき、幾つ続けて見るか */
const ANCHOR_LENGTHS = [1, 27, 9, 3];
/** これより短ければ、足場を探さずに比べる */
const SMALL = 40;

function anchorsIn(a: readonly string[], b: readonly string[], span: SequenceEdit): [number, number][] {
  for (const length of ANCHOR_LENGTHS) {
    if (length > 1 && span.aEnd - span.aStart + span.bEnd - span.bStart < SMALL) break;
    const anchors = uniqueAnchors(a, b, span, length);
    if (anchors.length > 0) return anchors;
  }
  return [];
}

/** 双方に一度だけ現れる項目（又はその続き）のうち、順序が揃う最も長い並び。 */
function uniqueAnchors(a: readonly string[], b: readonly string[], span: SequenceEdit, length: number): [number, number][] {
  const seen = new Map<string, { countA: number; countB: number; i: number; j: number }>();
  const key = (list: readonly string[], at: number) => (length === 1 ? list[at]! : list.slice(at, at + length).join('\n'));
  for (let i = span.aStart; i + length <= span.aEnd; i += 1) {
    const entry = seen.get(key(a, i));
    if (entry) entry.countA += 1;
    else seen.set(key(a, i), { countA: 1, countB: 0, i, j: -1 });
  }
  for (let j = span.bStart; j + length <= span.bEnd; j += 1) {
    const entry = seen.get(key(b, j));
    if (!entry) continue;
    entry.countB += 1;
    entry.j = j;
  }
  const pairs: [number, number][] = [];
  for (const { countA, countB, i, j } of seen.values()) if (countA === 1 && countB === 1) pairs.push([i, j]);
  return longestIncreasing(pairs);
}

function longestIncreasing(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const previous: number[] = [];
  for (let k = 0; k < pairs.length; k += 1) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < pairs[k]![1]) low = middle + 1;
      else high = middle;
    }
    previous[k] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = k;
  }
  const chain: [number, number][] = [];
  for (let k = tails.at(-1) ?? -1; k >= 0; k = previous[k]!) chain.push(pairs[k]!);
  return chain.reverse();
}

/** Myers の最短編集。距離が上限を超えたら一つの置換にする。 */
function shortestEdits(a: readonly string[], b: readonly string[], span: SequenceEdit): SequenceEdit[] {
  const { aStart, bStart } = span;
  const n = span.aEnd - aStart;
  const m = span.bEnd - bStart;
  const limit = Math.min(n + m, MAX_DISTANCE);
  const frontiers: Int32Array[] = [];
  let frontier = new Int32Array(2 * limit + 3);
  const offset = limit + 1;
  for (let d = 0; d <= limit; d += 1) {
    frontiers.push(frontier.slice(offset - d - 1, offset + d + 2));
    for (let k = -d; k <= d; k += 2) {
      let x = k === -d || (k !== d && frontier[offset + k - 1]! < frontier[offset + k + 1]!) ? frontier[offset + k + 1]! : frontier[offset + k - 1]! + 1;
      while (x < n && x - k < m && a[aStart + x] === b[bStart + x - k]) x += 1;
      frontier[offset + k] = x;
      if (x >= n && x - k >= m) return backtrack(frontiers, d, n, m, aStart, bStart);
    }
  }
  return [span];
}

function backtrack(frontiers: readonly Int32Array[], distance: number, n: number, m: number, aStart: number, bStart: number): SequenceEdit[] {
  const edits: SequenceEdit[] = [];
  let [x, y] = [n, m];
  for (let d = distance; d > 0; d -= 1) {
    const at = (k: number) => frontiers[d]![k + d + 1]!;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const previousK = down ? k + 1 : k - 1;
    const px = at(previousK);
    const py = px - previousK;
    const edit = down
      ? { aStart: aStart + px, aEnd: aStart + px, bStart: bStart + py, bEnd: bStart + py + 1 }
      : { aStart: aStart + px, aEnd: aStart + px + 1, bStart: bStart + py, bEnd: bStart + py };
    const next = edits.at(-1);
    if (next && next.aStart === edit.aEnd && next.bStart === edit.bEnd) edits[edits.length - 1] = { ...edit, aEnd: next.aEnd, bEnd: next.bEnd };
    else edits.push(edit);
    [x, y] = [px, py];
  }
  return edits.reverse();
}
