/** 打ち間違いに最も近い語。遠すぎるとき（半分より多く違うとき）は無し。 */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const word of words) {
    const d = word.startsWith(typed) && typed.length > 0 ? 0.5 : distance(typed.toLowerCase(), word.toLowerCase());
    if (d < least && d <= Math.max(1, Math.floor(Math.max(word.length, typed.length) / 2))) {
      best = word;
      least = d;
    }
  }
  return best;
}

/** 一字の挿入・削除・置換・隣との入替えの最小回数（Damerau–Levenshtein、制限付き）。 */
function distance(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let d = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, older[j - 2]! + 1);
      current.push(d);
    }
    older = previous;
    previous = current;
  }
  return previous[b.length]!;
}
